import 'server-only'
import { eq } from 'drizzle-orm'
import { contributors } from '@/db/schema'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { Invalid, Refusal } from '@/lib/refusal'
import { fieldOf } from '../../fields'
import type { Effect } from '../../kind'
import { seatOf } from './seat'
import { type DecidedPosition, decisionStep, type PositionAnswers } from './steps'

const columns = {
  denomination: contributors.denomination,
  seat: contributors.seat,
  enrolledOn: contributors.enrolledOn,
  ceasedOn: contributors.ceasedOn,
}
type Position = { denomination: string; seat: string | null; enrolledOn: string | null; ceasedOn: string | null }

const labels: Record<keyof Position, string> = {
  denomination: 'Denominazione',
  seat: 'Sede',
  enrolledOn: 'Primo giorno come committente',
  ceasedOn: 'Ultimo giorno come committente',
}

/** Writes in the position what was decided; gives each change in words: «Denominazione: da ALFA S.R.L. a BETA S.R.L.». */
export const effect: Effect<PositionAnswers> = async (_actor, tx, { contributorId, answers, decided }) => {
  const [before] = await tx
    .select(columns)
    .from(contributors)
    .where(eq(contributors.id, contributorId))
    .for('no key update')
  const after = positionAfter(before!, answers.domanda.asked, decided as DecidedPosition)
  const changed = (Object.keys(labels) as (keyof Position)[]).filter((name) => before![name] !== after[name])
  if (changed.length === 0)
    throw new Refusal('conflict', 'La posizione ha già questi dati: non c’è niente da cambiare.')
  await tx.update(contributors).set(after).where(eq(contributors.id, contributorId))
  return changed.map((name) => `${labels[name]}: da ${inWords(before![name], name)} a ${inWords(after[name], name)}`)
}

function positionAfter(
  before: Position,
  asked: PositionAnswers['domanda']['asked'],
  decided: DecidedPosition,
): Position {
  if (asked === 'iscrizione' && !decided.firstDay)
    throw wrong('firstDay', 'Per iscrivere serve il primo giorno come committente.')
  if (asked === 'cancellazione' && !decided.lastDay)
    throw wrong('lastDay', 'Per cancellare serve l’ultimo giorno come committente.')
  const after = {
    denomination: decided.denomination ?? before.denomination,
    seat: seatOf(decided) ?? before.seat,
    enrolledOn: decided.firstDay ?? before.enrolledOn,
    // Who is enrolled again is a principal again.
    ceasedOn: decided.lastDay ?? (asked === 'iscrizione' ? null : before.ceasedOn),
  }
  if (after.enrolledOn && after.ceasedOn && after.ceasedOn < after.enrolledOn)
    throw wrong(
      decided.lastDay ? 'lastDay' : 'firstDay',
      `Nella posizione i giorni andrebbero dal ${formatItalianDate(after.enrolledOn)} al ${formatItalianDate(after.ceasedOn)}: controllali.`,
    )
  return after
}

const wrong = (name: keyof DecidedPosition, message: string) =>
  new Invalid({ [fieldOf(decisionStep.id, name)]: [message] })

const inWords = (value: string | null, name: keyof Position) => {
  if (value === null) return name === 'seat' ? '«non indicata»' : '«non indicato»'
  return name === 'enrolledOn' || name === 'ceasedOn' ? formatItalianDate(value) : value
}
