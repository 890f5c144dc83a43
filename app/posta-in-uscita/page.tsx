import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DateTime } from '@/components/date-time'
import { EmptyState } from '@/components/empty-state'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import { StatusBadge, type StatusTone } from '@/components/status-badge'
import { SummaryList } from '@/components/summary-list'
import type { DeliveryStatus, NotificationChannel } from '@/db/vocabulary'
import { visitor } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/identifiers/uuid'
import { listOutgoingMessages } from '@/lib/notifications/queries'

export const metadata: Metadata = { title: 'Posta in uscita' }

const channels = { email: 'E-mail', sms: 'SMS' } satisfies Record<NotificationChannel, string>

const statuses = {
  promised: { label: 'In attesa di invio', tone: 'open' },
  handing_over: { label: 'Invio in corso', tone: 'progress' },
  handed_over: { label: 'Inviato', tone: 'closed' },
  undelivered: { label: 'Non recapitato', tone: 'waiting' },
  uncertain: { label: 'Esito incerto', tone: 'waiting' },
} satisfies Record<DeliveryStatus, { label: string; tone: StatusTone }>

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
              { term: 'Come', value: channels[channel] },
              { term: 'A', value: recipient },
              { term: 'Quando', value: <DateTime at={createdAt} /> },
              { term: 'Stato', value: <StatusBadge {...statuses[status]} /> },
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
