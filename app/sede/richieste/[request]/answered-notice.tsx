import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { NoticeStatusBadge } from '@/components/notice-status'
import { SummaryList } from '@/components/summary-list'
import { formatAmount } from '@/lib/format'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import type { AnsweredNotice as Notice } from '@/lib/notices/queries/answers'

/** The notice that the request answers, with what an officer needs to know of it at once. */
export function AnsweredNotice({ notice }: { notice: Notice }) {
  return (
    <section aria-labelledby="comunicazione">
      <h2 id="comunicazione">
        Risponde alla comunicazione{' '}
        <Link href={`/sede/comunicazioni/${notice.id}` as Route} prefetch={false}>
          {notice.protocollo}
        </Link>
      </h2>
      <SummaryList
        rows={[
          { term: 'Tipo', value: kindLabel(notice.kind) },
          { term: 'Periodo', value: formatPeriod(notice.periodFrom, notice.periodTo) },
          { term: 'Totale', value: formatAmount(notice.totalCents) },
          { term: 'Termine', value: notice.dueBy ? <DateTime at={notice.dueBy} show="date" /> : 'Senza termine' },
          { term: 'Numero esterno', value: notice.externalNumber },
          { term: 'Situazione', value: <NoticeStatusBadge status={notice.status} /> },
        ]}
      />
    </section>
  )
}
