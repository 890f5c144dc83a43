import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { Protocollo } from '@/components/protocollo'
import type { listUnreadOverdue } from '@/lib/campaigns/queries'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'

const columns = [
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'contributor', header: 'Contribuente' },
  { key: 'kind', header: 'Tipo' },
  { key: 'period', header: 'Periodo' },
  { key: 'publishedAt', header: 'Pubblicata' },
  { key: 'dueBy', header: 'Scaduta' },
] as const

type UnreadTableProps = { notices: Awaited<ReturnType<typeof listUnreadOverdue>>['rows'] }

/** Notices that nobody read by their term, from the one that waits the longest. */
export function UnreadTable({ notices }: UnreadTableProps) {
  return (
    <DataTable
      caption="Comunicazioni non lette oltre il termine"
      quietCaption
      columns={columns}
      rows={notices.map((notice) => ({
        key: notice.id,
        cells: {
          protocollo: (
            <Link href={`/sede/comunicazioni/${notice.id}` as Route} prefetch={false}>
              <Protocollo value={notice.protocollo} />
            </Link>
          ),
          contributor: notice.denomination,
          kind: kindLabel(notice.kind),
          period: formatPeriod(notice.periodFrom, notice.periodTo),
          publishedAt: <DateTime at={notice.publishedAt} show="day" />,
          dueBy: notice.dueBy && <DateTime at={notice.dueBy} show="day" />,
        },
      }))}
    />
  )
}
