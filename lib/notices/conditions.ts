import { and, eq, gte, lt, lte, or } from 'drizzle-orm'
import { notices } from '@/db/schema'
import type { NoticeKind, NoticeStatus } from '@/db/vocabulary'
import { addDays } from '@/lib/calendar/days'

export type NoticeFilters = {
  kind?: NoticeKind | undefined
  year?: number | undefined
  /** 'yyyy-mm': a month that the notice is about. */
  month?: string | undefined
  due?: 'past' | { withinDays: number } | undefined
  status?: NoticeStatus | undefined
  words?: string | undefined
}

/** A notice on sanctions alone is about all the months of its year. */
const aboutMonth = (month: string) =>
  and(lte(notices.periodFrom, month), or(gte(notices.periodTo, month), eq(notices.periodTo, `${month.slice(0, 4)}-00`)))

const dueOn = (due: NonNullable<NoticeFilters['due']>, today: string) =>
  due === 'past'
    ? lt(notices.dueOrder, today)
    : and(gte(notices.dueOrder, today), lte(notices.dueOrder, addDays(today, due.withinDays)))

/** The notices that the filters choose, words apart. @param today the day in Rome, ISO */
export const chosenNotices = ({ kind, year, month, due, status }: NoticeFilters, today: string) =>
  and(
    kind && eq(notices.kind, kind),
    year === undefined ? undefined : eq(notices.year, year),
    month === undefined ? undefined : aboutMonth(month),
    due && dueOn(due, today),
    status && eq(notices.status, status),
  )
