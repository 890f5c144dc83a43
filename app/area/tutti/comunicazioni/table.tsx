'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { fromList } from '@/lib/portfolio/back'
import { ChoiceBox } from '@/components/choice-box'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { NoticeStatusBadge } from '@/components/notice-status'
import { titleLabels } from '@/lib/contributors/titles'
import { formatAmount } from '@/lib/format'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import type { NoticeList } from '@/lib/notices/queries/list'
import { isStruck } from '@/lib/notices/status'
import type { listAllNotices } from '@/lib/portfolio/queries/notices'

const columns = [
  { key: 'kind', header: 'Tipo' },
  { key: 'contributor', header: 'Contribuente' },
  { key: 'period', header: 'Riferimento' },
  { key: 'publishedAt', header: 'Pubblicata' },
  { key: 'dueBy', header: 'Termine' },
  { key: 'amount', header: 'Importi', numeric: true },
  { key: 'status', header: 'Stato' },
] as const

type Row = Awaited<ReturnType<typeof listAllNotices>>['rows'][number]

type NoticeTableProps = {
  notices: Row[]
  list: NoticeList
  caption: string
  /** The address of this page below /area/tutti, to come back to. */
  from: string
  /** ISO day in Rome. */
  today: string
}

/** One page of the notices of many contributors; drawn from its rows on both sides. */
export function AllNoticesTable({ notices, list, caption, from, today }: NoticeTableProps) {
  const back = new URLSearchParams({ [fromList]: from })
  return (
    <DataTable
      caption={caption}
      quietCaption
      columns={columns.filter(({ key }) => key !== 'amount' || list === 'read')}
      rows={notices.map((notice) => ({
        key: notice.id,
        fresh: list === 'unread' || !notice.seen,
        cells: {
          kind: (
            <>
              <ChoiceBox id={notice.id} what={`${kindLabel(notice.kind)} ${notice.protocollo}`} />
              <Link
                className={isStruck(notice.status) ? 'is-struck' : undefined}
                href={`/area/${notice.contributorId}/comunicazioni/${notice.id}?${back}` as Route}
                prefetch={false}
              >
                {kindLabel(notice.kind)}
              </Link>
              {list === 'unread' && <span className="fresh-mark is-urgent">Da leggere</span>}
              {list === 'read' && !notice.seen && <span className="fresh-mark">Da leggere per te</span>}
            </>
          ),
          contributor: (
            <>
              {notice.denomination}
              {list === 'read' && <ReadBy {...notice} />}
            </>
          ),
          period: `${notice.year} · ${formatPeriod(notice.periodFrom, notice.periodTo)}`,
          publishedAt: <DateTime at={notice.publishedAt} show="day" />,
          dueBy: <DueChip dueBy={notice.dueBy} status={notice.status} today={today} />,
          amount: <Amounts {...notice} />,
          status: <NoticeStatusBadge status={notice.status} />,
        },
      }))}
    />
  )
}

/** The firm's reading when there is one, and else whose reading it was for the contributor. */
function ReadBy({ firmReader, firstReader, firstReaderTitle }: Row) {
  if (firmReader) return <span className="read-by">Letta in studio da {firmReader}</span>
  if (!firstReader || !firstReaderTitle) return null
  return (
    <span className="read-by">
      Letta da {firstReader}, {titleLabels[firstReaderTitle].toLowerCase()}
    </span>
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
