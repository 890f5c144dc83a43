import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DateTime } from '@/components/date-time'
import { DeliveryBadge } from '@/components/delivery-badge'
import { EmptyState } from '@/components/empty-state'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { SummaryList } from '@/components/summary-list'
import { visitor } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/identifiers/uuid'
import { listOutgoingMessages } from '@/lib/notifications/queries'
import { channelLabels } from '@/lib/notifications/words'

export const metadata: Metadata = { title: 'Posta in uscita' }

/** Where the demonstration's mail and SMS arrive, there being nobody to carry them. Elsewhere it does not exist. */
export default async function OutboxPage({ searchParams }: PageProps<'/posta-in-uscita'>) {
  const { dopo } = await searchParams
  if (!env.DEMO) notFound()
  const after = typeof dopo === 'string' && isUuid(dopo) ? dopo : undefined
  const { messages, next } = await listOutgoingMessages(visitor(), after)
  return (
    <PageBody trail={[{ label: 'Il servizio', href: '/' }, { label: 'Posta in uscita' }]}>
      <PageTitle lead="Le e-mail e gli SMS che il portale manda in questa dimostrazione: li leggi qui, non partono per davvero.">
        Posta in uscita
      </PageTitle>
      {messages.length === 0 && (
        <EmptyState title="Nessun messaggio" icon="inbox">
          Invia una richiesta chiedendo di ricevere le notifiche: l’avviso compare qui.
        </EmptyState>
      )}
      {messages.map(({ id, channel, recipient, subject, body, status, createdAt }) => (
        <article key={id} aria-labelledby={id}>
          <h2 id={id} className="h5">
            {subject || 'SMS'}
          </h2>
          <SummaryList
            rows={[
              { term: 'Come', value: channelLabels[channel] },
              { term: 'A', value: recipient },
              { term: 'Quando', value: <DateTime at={createdAt} /> },
              { term: 'Stato', value: <DeliveryBadge status={status} /> },
              { term: 'Testo', value: withLinks(body) },
            ]}
          />
        </article>
      ))}
      <Pager
        newerHref={after && '/posta-in-uscita'}
        olderHref={next && `/posta-in-uscita?${new URLSearchParams({ dopo: next })}`}
      />
    </PageBody>
  )
}

const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((piece, index) =>
    index % 2 ? (
      <a key={index} href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  )
