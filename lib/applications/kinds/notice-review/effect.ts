import 'server-only'
import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { notices } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import type { Transaction } from '@/lib/change'
import { moveNotice, replaceNotice } from '@/lib/notices/commands/office'
import { visibleNotices } from '@/lib/notices/policy'
import { isAllowed, statusLabels, transitions } from '@/lib/notices/status'
import { Invalid, Refusal } from '@/lib/refusal'
import { fieldOf } from '../../fields'
import type { Effect, Granted } from '../../kind'
import { correctionOf } from './correction'
import { decision, type ReviewDecision } from './decision'
import type { ReviewAnswers } from './steps'

/**
 * Granted, the notice is annulled; granted in part, a corrected one takes its place. The notice is that of the protocollo
 * that the contributor wrote, whichever the istanza was begun from; its history names the provision.
 * @throws Refusal('conflict') when the notice cannot be annulled or corrected (any more): nothing is decided then
 * @throws Invalid on the decision's own fields, when they make no notice
 */
export const effect: Effect<ReviewAnswers> = async (actor, tx, granted) => {
  const notice = await holdNamed(actor, tx, granted)
  const act = granted.outcome === 'granted' ? 'annul' : 'correct'
  if (!isAllowed(act, 'office', notice.status))
    throw new Refusal(
      'conflict',
      `La comunicazione ${notice.protocollo} risulta «${statusLabels[notice.status]}»: non si può più ${act === 'annul' ? 'annullare' : 'correggere'}. Non è stato deciso nulla: guarda la sua storia, poi scrivi al contribuente.`,
    )
  // After the notice is locked, as by whoever answers it: neither waits for the other.
  const provision = await granted.provision()
  return act === 'annul' ? annul(actor, tx, notice, granted, provision) : correct(actor, tx, notice, granted, provision)
}

type Held = typeof notices.$inferSelect

async function annul(
  actor: Officer,
  tx: Transaction,
  { id, contributorId, protocollo }: Held,
  granted: Granted<ReviewAnswers>,
  provision: string,
) {
  const eventId = v7()
  const text = `Annullata con il provvedimento ${provision}, che accoglie l’istanza di riesame ${granted.protocollo}.`
  await moveNotice(actor, tx, 'annul', { eventId, noticeId: id, text })
  return {
    words: [`Comunicazione ${protocollo}: annullata.`],
    also: [{ name: transitions.annul.change, id, contributorId, details: { eventId, provision } }],
  }
}

async function correct(
  actor: Officer,
  tx: Transaction,
  old: Held,
  { decided, rates, protocollo }: Granted<ReviewAnswers>,
  provision: string,
) {
  const today = romeDate(new Date())
  const externalNumber = `RIESAME ${provision}`
  const made = correctionOf(old, { decided: decided as ReviewDecision, rates, today, externalNumber })
  if ('message' in made) throw new Invalid({ [fieldOf(decision.step.id, made.field)]: [made.message] })
  const eventId = v7()
  const text = `Corretta con il provvedimento ${provision}, che accoglie in parte l’istanza di riesame ${protocollo}.`
  const fresh = await replaceNotice(actor, tx, old, { eventId, noticeId: old.id, text, notice: made.notice })
  const { id, contributorId } = old
  const details = { eventId, correctedById: fresh.id, provision }
  return {
    words: [`Comunicazione ${old.protocollo}: corretta, al suo posto vale la ${fresh.protocollo}.`],
    also: [{ name: transitions.correct.change, id, contributorId, details }],
  }
}

/** The notice that the istanza names, locked until the decision is written. */
async function holdNamed(actor: Officer, tx: Transaction, { answers, contributorId }: Granted<ReviewAnswers>) {
  const { protocollo } = answers.comunicazione
  const [held] = await tx
    .select()
    .from(notices)
    .where(and(visibleNotices(actor), eq(notices.contributorId, contributorId), eq(notices.protocollo, protocollo)))
    .for('update')
  if (held) return held
  throw new Refusal(
    'conflict',
    `La comunicazione ${protocollo} non è tra quelle che la tua sede ha inviato a questo contribuente: se è di un’altra sede, trasferisci l’istanza.`,
  )
}
