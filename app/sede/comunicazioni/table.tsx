'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { NoticeStatusBadge } from '@/components/notice-status'
import { Protocollo } from '@/components/protocollo'
import { formatAmount } from '@/lib/format'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import type { listDeskNotices } from '@/lib/notices/queries/desk'
import { isStruck } from '@/lib/notices/status'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'contributor', header: 'Contribuente' },
  { key: 'kind', header: 'Tipo e periodo' },
  { key: 'publishedAt', header: 'Pubblicata' },
  { key: 'due', header: 'Termine' },
  { key: 'status', header: 'Stato e lettura' },
  { key: 'total', header: 'Importo', numeric: true },
] as const

type DeskNoticeTableProps = {
  notices: Awaited<ReturnType<typeof listDeskNotices>>['rows']
  /** The day in Rome, ISO. */
  today: string
}

/** Drawn from its rows on both sides, as the other long lists. */
export function DeskNoticeTable({ notices, today }: DeskNoticeTableProps) {
  return (
    <DataTable
      caption="Comunicazioni"
      quietCaption
      columns={columns}
      rows={notices.map((notice) => {
        const total = formatAmount(notice.contributionsCents + notice.sanctionsCents)
        return {
          key: notice.id,
          cells: {
            protocollo: (
              <Link href={`/sede/comunicazioni/${notice.id}` as Route} prefetch={false}>
                <Protocollo value={notice.protocollo} />
              </Link>
            ),
            contributor: notice.denomination,
            kind: (
              <>
                <span className="topic-area">{kindLabel(notice.kind)} ›</span>{' '}
                {formatPeriod(notice.periodFrom, notice.periodTo)}
              </>
            ),
            publishedAt: <DateTime at={notice.publishedAt} show="day" />,
            due: <DueChip dueBy={notice.dueBy} status={notice.status} today={today} />,
            status: (
              <>
                <NoticeStatusBadge status={notice.status} />{' '}
                <span className="request-status-detail">
                  {notice.firstReadAt ? (
                    <>
                      Letta il <DateTime at={notice.firstReadAt} show="day" />
                    </>
                  ) : (
                    'Non letta'
                  )}
                </span>
              </>
            ),
            total: isStruck(notice.status) ? <del className="is-struck">{total}</del> : total,
          },
        }
      })}
    />
  )
}
