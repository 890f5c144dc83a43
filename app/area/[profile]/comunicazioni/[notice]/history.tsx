import type { Route } from 'next'
import Link from 'next/link'
import { Thread, type ThreadEntry } from '@/components/thread'
import { formatAmount, formatDay } from '@/lib/format'
import type { listNoticeEvents } from '@/lib/notices/queries/detail'
import { transitions } from '@/lib/notices/status'
import { signature } from '@/lib/transparency/signature'
import type { FoundNotice } from './envelope'

type Event = Awaited<ReturnType<typeof listNoticeEvents>>[number]
type HistoryProps = { notice: FoundNotice; events: Event[]; profile: string }

/** Storia: publication and every act since, oldest first; readings stand by themselves. */
export function History({ notice, events, profile }: HistoryProps) {
  const office = `Sede di ${notice.officeName}`
  const published: ThreadEntry = {
    id: 'pubblicata',
    side: 'office',
    author: office,
    at: notice.publishedAt,
    title: notice.correctsId ? 'Pubblicata al posto di un’altra' : 'Pubblicata',
    extra: notice.correctsId && (
      <p>
        <Link href={`/area/${profile}/comunicazioni/${notice.correctsId}` as Route} prefetch={false}>
          Vai alla comunicazione corretta da questa
        </Link>
      </p>
    ),
  }
  return (
    <>
      <h2>Storia</h2>
      <Thread
        title="Storia"
        entries={[
          published,
          ...events.map((event) => ({
            id: event.id,
            side: event.side,
            author: event.side === 'contributor' ? signature(event.author ?? '', event) : office,
            at: event.createdAt,
            title: transitions[event.act].label,
            text: event.text ?? undefined,
            extra: <Details event={event} noticeId={notice.id} profile={profile} />,
          })),
        ]}
      />
    </>
  )
}

function Details({ event, noticeId, profile }: { event: Event; noticeId: string; profile: string }) {
  if (event.paidOn && event.paidCents !== null)
    return (
      <p>
        Versati {formatAmount(event.paidCents)} il {formatDay(event.paidOn)}
        {event.receiptName && (
          <>
            {' '}
            {/* A plain link: the answer is a file. */}
            <a href={`/area/${profile}/comunicazioni/${noticeId}/versamenti/${event.id}`}>
              Scarica la ricevuta del versamento ({event.receiptName})
            </a>
          </>
        )}
      </p>
    )
  if (event.requestId)
    return (
      <p>
        Protocollo{' '}
        <Link href={`/area/${profile}/richieste/${event.requestId}` as Route} prefetch={false}>
          {event.requestProtocollo}
        </Link>
      </p>
    )
  if (event.correctedById)
    return (
      <p>
        <Link href={`/area/${profile}/comunicazioni/${event.correctedById}` as Route} prefetch={false}>
          Vai alla comunicazione che la sostituisce
        </Link>
      </p>
    )
  return null
}
