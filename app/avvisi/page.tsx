import type { Metadata } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { DeliveryBadge } from '@/components/delivery-badge'
import { EmptyState } from '@/components/empty-state'
import { PersonFrame } from '@/app/person-frame'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { requirePerson } from '@/lib/auth/session'
import { listSentMessages } from '@/lib/notifications/queries'
import { aboutOf, channelLabels } from '@/lib/notifications/words'
import { parseCursor } from '@/lib/pagination'

export const metadata: Metadata = { title: 'Cosa ti abbiamo inviato' }

const columns = [
  { key: 'about', header: 'Di che cosa' },
  { key: 'at', header: 'Quando' },
  { key: 'channel', header: 'Come' },
  { key: 'to', header: 'A' },
  { key: 'status', header: 'Stato' },
] as const

/** The person's own delivery log. */
export default async function SentMessagesPage({ searchParams }: PageProps<'/avvisi'>) {
  const { dopo } = await searchParams
  const actor = await requirePerson()
  const after = parseCursor(dopo)
  const { messages, next } = await listSentMessages(actor, after)
  return (
    <PersonFrame voice="/avvisi">
      <PageTitle lead="Le e-mail e gli SMS che il portale ti ha mandato. L’indirizzo è mostrato solo in parte.">
        Cosa ti abbiamo inviato
      </PageTitle>
      <p>
        <Link href="/preferenze">Scegli che cosa ricevere, dove e ogni quanto</Link>
      </p>
      {messages.length === 0 ? (
        <EmptyState title="Nessun messaggio">Quando ti mandiamo un’e-mail o un SMS, lo trovi qui.</EmptyState>
      ) : (
        <DataTable
          caption="I messaggi inviati, dal più recente"
          quietCaption
          columns={columns}
          rows={messages.map(({ id, at, channel, to, change, status }) => ({
            key: id,
            cells: {
              about: aboutOf(change),
              at: <DateTime at={at} />,
              channel: channelLabels[channel],
              to,
              status: <DeliveryBadge status={status} />,
            },
          }))}
        />
      )}
      <Pager newerHref={after && '/avvisi'} olderHref={next && `/avvisi?${new URLSearchParams({ dopo: next })}`} />
    </PersonFrame>
  )
}
