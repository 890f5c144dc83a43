'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DueChip } from '@/components/due-chip'
import { NoticeStatusBadge } from '@/components/notice-status'
import { RequestStatusBadge } from '@/components/request-status'
import type { Deadline } from '@/lib/deadlines/queries'
import { describeDeadline } from '@/lib/deadlines/words'

const columns = [
  { key: 'what', header: 'Che cosa' },
  { key: 'reference', header: 'Riferimento' },
  { key: 'protocollo', header: 'Protocollo' },
  { key: 'due', header: 'Entro' },
  { key: 'status', header: 'Stato' },
] as const

type DeadlineTableProps = { rows: Deadline[]; profile: string; today: string; caption: string }

/** Drawn from its rows on both sides, like every long list. */
export function DeadlineTable({ rows, profile, today, caption }: DeadlineTableProps) {
  return (
    <DataTable
      caption={caption}
      quietCaption
      columns={columns}
      rows={rows.map((deadline) => {
        const { what, reference, path } = describeDeadline(deadline, profile)
        const notice = deadline.about === 'notice'
        return {
          key: deadline.id,
          fresh: notice && deadline.unread,
          cells: {
            what: (
              <Link href={path as Route} prefetch={false}>
                {what}
              </Link>
            ),
            reference,
            protocollo: deadline.protocollo,
            due: <DueChip dueBy={deadline.dueBy} status={notice ? deadline.status : 'open'} today={today} />,
            status: notice ? (
              <>
                <NoticeStatusBadge status={deadline.status} />
                {deadline.unread && <span className="fresh-mark">Da leggere</span>}
              </>
            ) : (
              <RequestStatusBadge status="awaiting_documents" phase="in_charge" outcome={null} />
            ),
          },
        }
      })}
    />
  )
}
