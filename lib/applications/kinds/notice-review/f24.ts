import type { F24Row, NoticeContent } from '@/db/notice-content'

/**
 * How the F24 of a corrected notice is filled in: a row for each causale that is still owed, with the sanctions in the
 * first, at the branch it was; one row for all of it where a causale has more paid than due. Amounts in cents.
 * @param old the notice that is corrected: one without F24 rows is corrected by one without
 * @param total what is left to pay, contributions and sanctions
 */
export function f24Of(old: NoticeContent, { contributions, sanctions }: NoticeContent, total: number): F24Row[] {
  const [model] = old.f24
  if (!model || total === 0) return []
  const owed = new Map<string, number>()
  for (const { causale, due, paid } of contributions) owed.set(causale, (owed.get(causale) ?? 0) + due - paid)
  const overpaid = [...owed.values()].some((amount) => amount < 0)
  const parts = overpaid ? [] : [...owed].filter(([, amount]) => amount > 0)
  const rest = total - parts.reduce((sum, [, amount]) => sum + amount, 0)
  return (parts.length > 0 ? parts : [[model.causale, 0] as const]).map(([causale, amount], place) => {
    const own =
      parts.length > 0 ? contributions.filter((row) => row.causale === causale) : [...contributions, ...sanctions]
    const months = own.map(({ month }) => month).sort()
    const [from, to] = [months[0] ?? model.from, months.at(-1) ?? model.from]
    const { branch } = old.f24.find((row) => row.causale === causale) ?? model
    return { causale, branch, from, to: to === from ? null : to, amount: place === 0 ? amount + rest : amount }
  })
}
