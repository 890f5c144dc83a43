import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { Alert } from '@/components/alert'
import { CopyValue } from '@/components/copy-value'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findReceipt } from '@/lib/requests/queries/detail'
import { describeAnswer } from '@/lib/questions/schema'
import { AreaFrame } from '../../../area-frame'
import { evidenceRows, partyRows } from '../../../receipt-rows'

export const metadata: Metadata = { title: 'Ricevuta' }

export default async function ReceiptPage({ params }: PageProps<'/area/[profile]/richieste/[request]/ricevuta'>) {
  const { profile, request } = await params
  const actor = await requireContributorSide(profile)
  const receipt = isUuid(request) ? await findReceipt(actor, request) : undefined
  if (!receipt) notFound()
  const { content, sha256 } = receipt
  if (content.application) redirect(`/area/${profile}/istanze/${request}/ricevuta` as Route)
  const home = `/area/${profile}/richieste`
  return (
    <AreaFrame
      actor={actor}
      voice="richieste"
      trail={[
        { label: 'Lista richieste', href: home },
        { label: content.protocollo, href: `${home}/${request}` },
        { label: 'Ricevuta' },
      ]}
    >
      <PageTitle>Richiesta inviata</PageTitle>
      <Alert tone="success" title="La sede ha ricevuto la tua richiesta">
        <p className="receipt-number">
          Protocollo <CopyValue value={content.protocollo} what="il numero di protocollo" />
        </p>
        <p>
          Del <DateTime at={content.submittedAt} />. Risposta attesa entro il{' '}
          <strong>
            <DateTime at={content.expectedBy} show="date" />
          </strong>{' '}
          (5 giorni lavorativi).
        </p>
      </Alert>
      <div className="button-row no-print">
        <a className="btn btn-primary" href={`${home}/${request}/ricevuta/pdf`}>
          Scarica la ricevuta (PDF)
        </a>
        <Link className="btn btn-outline-primary" href={`${home}/${request}` as Route}>
          Segui la richiesta
        </Link>
        <Link className="btn btn-link" href={home as Route}>
          Lista richieste
        </Link>
      </div>
      <SummaryList
        rows={[
          ...partyRows(content),
          ...content.facts.map((fact) => ({ term: fact.label, value: describeAnswer(fact, fact.value) })),
          ...(content.workers ? [{ term: 'Collaboratori', value: content.workers.join(', ') }] : []),
          { term: 'Testo della richiesta', value: <span className="thread-text">{content.text}</span> },
          ...evidenceRows(content, sha256),
        ]}
      />
      <p>
        La ricevuta attesta la presentazione della richiesta e il termine della risposta (L. 241/1990, art. 18-bis). La
        data del protocollo è quella dell’invio.
      </p>
    </AreaFrame>
  )
}
