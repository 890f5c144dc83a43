import type { NewNotice } from '@/db/notice-content'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatAmount } from '@/lib/format'
import { isSanctionsOnly, letterPeriod } from './period'
import { totalsOf } from './totals'

type Typed = Omit<NewNotice, 'contributorId' | 'contributionsCents' | 'sanctionsCents'>
export type FieldOfNotice = keyof Omit<Typed, 'content'> | keyof Typed['content']
type Complain = (field: FieldOfNotice, message: string) => void

const debts: readonly string[] = ['DEB-OMI', 'DEB-SAN', 'DEB-PA']

/**
 * Whether a notice typed in the form agrees with itself (domain.md §5.2): the rules of `lib/campaigns/file/check.ts`, said
 * of fields. Totals are never typed: they are those of the rows.
 * @param today ISO, in Rome
 */
export function checkTyped(typed: Typed, today: string, complain: Complain) {
  checkPeriod(typed, complain)
  checkRows(typed, complain)
  const { elaboratedOn, dueBy } = typed
  if (elaboratedOn > today) complain('elaboratedOn', 'La data di elaborazione non può essere nel futuro.')
  if (dueBy === null) return
  if (dueBy < today) complain('dueBy', 'La scadenza è già passata.')
  else if (dueBy < elaboratedOn)
    complain('dueBy', `La scadenza viene prima dell’elaborazione, ${formatItalianDate(elaboratedOn)}.`)
}

function checkPeriod({ kind, year, periodFrom, periodTo }: Typed, complain: Complain) {
  const whole = `${year}-00`
  if (kind === 'DEB-SAN') {
    if (periodFrom !== whole || periodTo !== whole)
      complain('periodFrom', `Per le sole sanzioni il periodo è ${letterPeriod(whole, whole)}: puoi lasciarlo vuoto.`)
    return
  }
  for (const field of ['periodFrom', 'periodTo'] as const)
    if (isSanctionsOnly({ periodFrom, periodTo }[field]))
      complain(field, 'Il periodo 0/aaaa vale per le sole sanzioni: scrivi un mese, come 03/2024.')
  if (periodFrom > periodTo) complain('periodTo', 'Il periodo finisce prima di cominciare.')
}

function checkRows({ kind, content }: Typed, complain: Complain) {
  const { difference, sanctions, f24 } = totalsOf(content)
  const total = Math.max(0, difference) + sanctions
  if (kind === 'DEB-SAN' && content.contributions.length > 0)
    complain('contributions', 'Una comunicazione di sole sanzioni non ha righe di contributi.')
  if (kind === 'DEB-PA' && content.sanctions.length > 0)
    complain(
      'sanctions',
      'Una comunicazione per le amministrazioni pubbliche riguarda solo i contributi, senza sanzioni.',
    )
  if (kind !== 'ANO-VER' && difference < 0)
    complain(
      'contributions',
      `Nelle righe il versato supera il dovuto di ${formatAmount(-difference)}: controlla gli importi.`,
    )
  else if (debts.includes(kind) && total === 0)
    complain(
      kind === 'DEB-SAN' ? 'sanctions' : 'contributions',
      'Una comunicazione di debito chiede più di zero: scrivi le righe.',
    )
  if (content.f24.some(({ from, to }) => to !== null && from > to))
    complain('f24', 'In una riga il mese finale viene prima di quello iniziale.')
  if (content.f24.length > 0 && total > 0 && f24 !== total)
    complain('f24', `Le righe dell’F24 fanno ${formatAmount(f24)}, ma il totale da versare è ${formatAmount(total)}.`)
}
