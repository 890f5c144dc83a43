import type { NoticeStatus } from '@/db/vocabulary'
import { daysBetween } from '@/lib/calendar/days-between'
import { formatDay } from '@/lib/format'
import { urgentDays } from '@/lib/notices/status'

type DueChipProps = {
  /** ISO day; null when the notice has no term. */
  dueBy: string | null
  status: NoticeStatus
  /** ISO day in Rome. */
  today: string
}

const inDays = (days: number) => (days === 0 ? 'oggi' : days === 1 ? 'domani' : `tra ${days} giorni`)

/** By when something must be done. Urgent while it waits for the contributor; a plain date once it does not. */
export function DueChip({ dueBy, status, today }: DueChipProps) {
  if (!dueBy) return <span className="due-chip">Senza termine</span>
  if (status !== 'open') return <span className="due-chip">Termine {formatDay(dueBy)}</span>
  const left = daysBetween(today, dueBy)
  const words = left < 0 ? `Scaduta il ${formatDay(dueBy)}` : `Entro il ${formatDay(dueBy)} (${inDays(left)})`
  return <span className={left <= urgentDays ? 'due-chip is-urgent' : 'due-chip'}>{words}</span>
}
