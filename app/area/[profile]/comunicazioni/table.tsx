'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { NoticeStatusBadge } from '@/components/notice-status'
import { formatAmount } from '@/lib/format'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import type { listNotices, NoticeList } from '@/lib/notices/queries/list'
import { isStruck } from '@/lib/notices/status'

const columns = [
  { key: 'kind', header: 'Tipo' },
  { key: 'period', header: 'Riferimento' },
  { key: 'office', header: 'Sede' },
  { key: 'publishedAt', header: 'Pubblicata' },
  { key: 'dueBy', header: 'Termine' },
  { key: 'amount', header: 'Importi', numeric: true },
  { key: 'status', header: 'Stato' },
] as const

type Row = Awaited<ReturnType<typeof listNotices>>['rows'][number]

type NoticeTableProps = {
  notices: Row[]
  list: NoticeList
  /** For who sees the envelopes alone: no amounts, and no mark of one's own. */
  sealed: boolean
  caption: string
  profile: string
  /** ISO day in Rome. */
  today: string
}

/** One page of notices; drawn from its rows on both sides. Before reading there is no column of amounts. */
export function NoticeTable({ notices, list, sealed, caption, profile, today }: NoticeTableProps) {
  return (
    <DataTable
      caption={caption}
      quietCaption
      columns={columns.filter(({ key }) => key !== 'amount' || (list === 'read' && !sealed))}
      rows={notices.map((notice) => ({
        key: notice.id,
        fresh: list === 'unread' || (!notice.seen && !sealed),
        cells: {
          kind: (
            <>
              <Link
                className={isStruck(notice.status) ? 'is-struck' : undefined}
                href={`/area/${profile}/comunicazioni/${notice.id}` as Route}
                prefetch={false}
              >
                {kindLabel(notice.kind)}
              </Link>
              {list === 'read' && !notice.seen && !sealed && <span className="fresh-mark">Da leggere per te</span>}
            </>
          ),
          period: `${notice.year} · ${formatPeriod(notice.periodFrom, notice.periodTo)}`,
          office: notice.officeName,
          publishedAt: <DateTime at={notice.publishedAt} show="day" />,
          dueBy: <DueChip dueBy={notice.dueBy} status={notice.status} today={today} />,
          amount: <Amounts {...notice} />,
          status: <NoticeStatusBadge status={notice.status} />,
        },
      }))}
    />
  )
}

function Amounts({ contributionsCents, sanctionsCents }: Pick<Row, 'contributionsCents' | 'sanctionsCents'>) {
  if (contributionsCents === null || sanctionsCents === null) return null
  return (
    <>
      {formatAmount(contributionsCents + sanctionsCents)}
      {contributionsCents > 0 && sanctionsCents > 0 && (
        <span className="notice-share">di cui sanzioni {formatAmount(sanctionsCents)}</span>
      )}
    </>
  )
}
