import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { Thread, type ThreadEntry } from '@/components/thread'
import { formatAmount } from '@/lib/format'
import type { listDeskNoticeEvents } from '@/lib/notices/queries/desk'
import { transitions } from '@/lib/notices/status'
import { signature } from '@/lib/transparency/signature'

type Event = Awaited<ReturnType<typeof listDeskNoticeEvents>>[number]
type HistoryProps = { notice: { id: string; publishedAt: Date; publisherName: string }; events: Event[] }

/** All that was done with a notice since it was published, oldest first. */
export function History({ notice, events }: HistoryProps) {
  const published: ThreadEntry = {
    id: notice.id,
    side: 'office',
    author: notice.publisherName,
    at: notice.publishedAt,
    title: 'Pubblicata',
  }
  return (
    <section aria-labelledby="storia">
      <h2 id="storia">Storia</h2>
      <Thread
        title="Storia"
        entries={[
          published,
          ...events.map((event) => ({
            id: event.id,
            side: event.side,
            author: signature(event.author, event),
            at: event.createdAt,
            title: transitions[event.act].label,
            text: event.text ?? undefined,
            extra: <Consequence event={event} />,
          })),
        ]}
      />
    </section>
  )
}

/** What an act leads to: the request that answered, the payment that was declared, the notice that took its place. */
function Consequence({ event }: { event: Event }) {
  if (event.requestId)
    return (
      <p>
        <Link href={`/sede/richieste/${event.requestId}` as Route} prefetch={false}>
          Richiesta {event.requestProtocollo}
        </Link>
      </p>
    )
  if (event.paidOn && event.paidCents !== null)
    return (
      <p>
        {formatAmount(event.paidCents)} il <DateTime at={event.paidOn} show="date" />
      </p>
    )
  if (event.correctedById)
    return (
      <p>
        <Link href={`/sede/comunicazioni/${event.correctedById}` as Route} prefetch={false}>
          Vai alla comunicazione corretta
        </Link>
      </p>
    )
  return null
}
