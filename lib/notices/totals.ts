import type { NoticeContent } from '@/db/notice-content'

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** What the tables of a notice add up to, in whole cents, from their rows alone. */
export function totalsOf({ contributions, sanctions, f24 }: NoticeContent) {
  const due = sum(contributions.map((row) => row.due))
  const paid = sum(contributions.map((row) => row.paid))
  return {
    due,
    paid,
    difference: due - paid,
    sanctions: sum(sanctions.map((row) => row.amount)),
    f24: sum(f24.map((row) => row.amount)),
  }
}
