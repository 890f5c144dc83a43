import type { Metadata, Route } from 'next'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requireContributorSide } from '@/lib/auth/session'
import { formatWeek, mondayOf } from '@/lib/calendar/weeks'
import { romeDate } from '@/lib/calendar/working-days'
import { countOverdue, listCalendars, listDeadlines, type Span } from '@/lib/deadlines/queries'
import { formatCount } from '@/lib/format'
import { parseCursor } from '@/lib/pagination'
import { AreaFrame } from '../area-frame'
import { Calendars } from './calendars'
import { DeadlineTable } from './table'

export const metadata: Metadata = { title: 'Scadenze' }

/** How many of those gone by stand on the first page, above what is to come. */
const shownOverdue = 10

export default async function DeadlinesPage({ params, searchParams }: PageProps<'/area/[profile]/scadenze'>) {
  const { profile } = await params
  const { dopo, elenco } = await searchParams
  const actor = await requireContributorSide(profile)
  const today = romeDate(new Date())
  const span: Span = elenco === 'scadute' ? 'overdue' : 'ahead'
  const after = parseCursor(dopo)
  const first = span === 'ahead' && !after
  const [page, overdue, late, calendars] = await Promise.all([
    listDeadlines(actor, span, after, today),
    countOverdue(actor, today),
    first ? listDeadlines(actor, 'overdue', undefined, today, shownOverdue) : undefined,
    listCalendars(actor),
  ])
  const home = `/area/${profile}/scadenze`
  const ofLate = `${home}?elenco=scadute`
  const nextOf = (next: string) =>
    `${home}?${new URLSearchParams({ ...(span === 'overdue' && { elenco: 'scadute' }), dopo: next })}`
  const rowsIn = (week: string) => page.rows.filter(({ dueBy }) => mondayOf(dueBy) === week)
  return (
    <AreaFrame actor={actor} voice="scadenze" trail={[{ label: 'Scadenze' }]}>
      <PageTitle lead="Che cosa devi fare ed entro quando: comunicazioni con un termine e documenti che la sede aspetta.">
        Scadenze
      </PageTitle>
      {span === 'overdue' && (
        <p>
          <Link href={home as Route}>Torna alle scadenze che devono arrivare</Link>
        </p>
      )}
      {late && overdue > 0 && (
        <Week title={`Scadute (${formatCount(overdue)})`} rows={late.rows} profile={profile} today={today}>
          {late.next && (
            <p>
              <Link href={ofLate as Route} prefetch={false}>
                Tutte le {formatCount(overdue)} scadute
              </Link>
            </p>
          )}
        </Week>
      )}
      {span === 'overdue' && page.rows.length > 0 && (
        <Week title={`Scadute (${formatCount(overdue)})`} rows={page.rows} profile={profile} today={today} />
      )}
      {span === 'ahead' &&
        [...new Set(page.rows.map(({ dueBy }) => mondayOf(dueBy)))].map((week) => (
          <Week
            key={week}
            title={week === mondayOf(today) ? 'Questa settimana' : `Settimana ${formatWeek(week)}`}
            rows={rowsIn(week)}
            profile={profile}
            today={today}
          />
        ))}
      {page.rows.length === 0 && (
        <EmptyState title={span === 'overdue' ? 'Nessuna scadenza passata' : 'Nessuna scadenza in arrivo'}>
          Qui compaiono le comunicazioni con un termine e le richieste per cui la sede aspetta documenti.
        </EmptyState>
      )}
      <Pager
        by="order"
        newerHref={after ? (span === 'overdue' ? ofLate : home) : undefined}
        olderHref={page.next && nextOf(page.next)}
      />
      <Calendars calendars={calendars} profile={profile} />
    </AreaFrame>
  )
}

type WeekProps = Omit<ComponentProps<typeof DeadlineTable>, 'caption'> & { title: string; children?: ReactNode }

function Week({ title, children, ...table }: WeekProps) {
  return (
    <section className="deadline-week">
      <h2>{title}</h2>
      <DeadlineTable {...table} caption={title} />
      {children}
    </section>
  )
}
