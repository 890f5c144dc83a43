import type { NoticeContent, SanctionRow } from '@/db/notice-content'
import { daysBetween } from '@/lib/calendar/days'
import { checkTyped } from '@/lib/notices/agreement'
import type { TypedNotice } from '@/lib/notices/schema'
import { totalsOf } from '@/lib/notices/totals'
import { halfUp } from '@/lib/rates/rounding'
import { civilSanction } from '@/lib/rates/sanctions'
import type { Rates } from '@/lib/rates/values'
import type { ReviewDecision } from './decision'
import { f24Of } from './f24'

/** The notice as it stands. */
export type Corrected = Pick<TypedNotice, 'kind' | 'year' | 'periodFrom' | 'periodTo' | 'content'>

type Correcting = { decided: ReviewDecision; rates: Rates; today: string; externalNumber: string }
export type Correction = { notice: TypedNotice } | { field: 'sanctions' | 'righe'; message: string }

/**
 * The notice that takes the place of another, from its corrected contributions: sanctions and F24 follow from them, the
 * rest stays as it was. Days ISO, amounts in cents.
 * @returns what is wrong, by the question of the decision, when no notice can be made of it
 */
export function correctionOf(old: Corrected, { decided, rates, today, externalNumber }: Correcting): Correction {
  const { kind, year } = old
  const contributions = [...decided.righe].sort((a, b) => (a.month < b.month ? -1 : 1))
  const sanctions = sanctionsOf(old.content, contributions, { decided, rates, today })
  if (!sanctions) return { field: 'sanctions', message: 'Per qualche giorno mancano i tassi: scegli «In proporzione».' }
  const content = { contributions, sanctions, f24: [] }
  const totals = totalsOf(content)
  const total = Math.max(0, totals.difference) + totals.sanctions
  const months = contributions.map(({ month }) => month)
  const whole = kind === 'DEB-SAN' || months.length === 0
  const notice: TypedNotice = {
    externalNumber,
    kind,
    year,
    periodFrom: whole ? old.periodFrom : months[0]!,
    periodTo: whole ? old.periodTo : months.at(-1)!,
    elaboratedOn: today,
    dueBy: null,
    contributionsCents: Math.max(0, totals.difference),
    sanctionsCents: totals.sanctions,
    content: { ...content, f24: f24Of(old.content, content, total) },
  }
  const faults: string[] = []
  checkTyped(notice, today, (_field, message) => faults.push(message))
  if (total === 0 && kind.startsWith('DEB-'))
    return { field: 'righe', message: 'Non resta nulla da pagare: accogli per intero, e la comunicazione è annullata.' }
  return faults.length > 0 ? { field: 'righe', message: faults.join(' ') } : { notice }
}

type Contributions = NoticeContent['contributions']

/**
 * A sanction is in proportion to what it is on (art. 116 c. 8 L. 388/2000: rate, days and cap are the same): where the
 * month's debt was corrected it follows. What was paid late stays what it was. Undefined where a rate is not known.
 */
function sanctionsOf(
  old: NoticeContent,
  contributions: Contributions,
  { decided, rates, today }: Omit<Correcting, 'externalNumber'>,
): SanctionRow[] | undefined {
  if (decided.sanctions === 'tolte') return []
  const rows = old.sanctions.map((row) => {
    const base =
      row.paidOn === null && old.contributions.length > 0 ? baseOf(row, old.sanctions, contributions) : row.base
    const amount = Number(halfUp(BigInt(row.amount) * BigInt(base), BigInt(Math.max(1, row.base))))
    if (decided.sanctions === 'proporzione') return { ...row, base, amount }
    const until = row.paidOn ?? today
    const sanction = civilSanction(rates, { base, term: row.term, until, rule: row.rule })
    return sanction && { ...row, base, amount: sanction.amount, days: Math.max(0, daysBetween(row.term, until)) }
  })
  return rows.every((row) => row !== undefined) ? rows.filter(({ amount }) => amount > 0) : undefined
}

/** The part of the month's corrected debt that a sanction is on: the same part as before. */
function baseOf({ month, base }: SanctionRow, sanctions: SanctionRow[], contributions: Contributions) {
  const of = (rows: number[]) => rows.reduce((sum, amount) => sum + amount, 0)
  const debt = of(contributions.filter((row) => row.month === month).map(({ due, paid }) => due - paid))
  const bases = of(sanctions.filter((row) => row.month === month && row.paidOn === null).map((row) => row.base))
  return Number(halfUp(BigInt(Math.max(0, debt)) * BigInt(base), BigInt(Math.max(1, bases))))
}
