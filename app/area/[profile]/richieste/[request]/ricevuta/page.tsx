import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { CopyValue } from '@/components/copy-value'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { requireContributorSide } from '@/lib/auth/session'
import { formatBytes } from '@/lib/format'
import { isUuid } from '@/lib/identifiers/uuid'
import { findReceipt } from '@/lib/requests/queries/detail'
import { senderOf } from '@/lib/requests/receipt'
import { describeTopicField } from '@/lib/topics/fields'
import { AreaFrame } from '../../../area-frame'

export const metadata: Metadata = { title: 'Ricevuta' }

export default async function ReceiptPage({ params }: PageProps<'/area/[profile]/richieste/[request]/ricevuta'>) {
  const { profile, request } = await params
  const actor = await requireContributorSide(profile)
  const receipt = isUuid(request) ? await findReceipt(actor, request) : undefined
  if (!receipt) notFound()
  const { content, sha256 } = receipt
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
          {
            term: 'Contribuente',
            value: `${content.contributor.denomination} – C.F. ${content.contributor.codiceFiscale}`,
          },
          { term: 'Inviata da', value: senderOf(content.sender) },
          {
            term: 'Sede competente',
            value: `${content.office.name} (${content.office.code}) – ${content.office.unit}`,
          },
          { term: 'Oggetto', value: `${content.topic.area} › ${content.topic.subject}` },
          ...content.facts.map((fact) => ({ term: fact.label, value: describeTopicField(fact, fact.value) })),
          ...(content.workers ? [{ term: 'Collaboratori', value: content.workers.join(', ') }] : []),
          { term: 'Testo della richiesta', value: <span className="thread-text">{content.text}</span> },
          {
            term: 'Allegati',
            value:
              content.attachments.length === 0 ? (
                'Nessuno'
              ) : (
                <ul className="fingerprint-list">
                  {content.attachments.map((file) => (
                    <li key={file.sha256}>
                      {file.name} ({formatBytes(file.size)}) <br />
                      <span className="code">SHA-256 {file.sha256}</span>
                    </li>
                  ))}
                </ul>
              ),
          },
          { term: 'Impronta della ricevuta', value: <span className="code">{sha256}</span> },
        ]}
      />
      <p>
        La ricevuta attesta la presentazione della richiesta e il termine della risposta (L. 241/1990, art. 18-bis). La
        data del protocollo è quella dell’invio.
      </p>
    </AreaFrame>
  )
}
