import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { ApplicationSections } from '@/components/application-sections'
import { CopyValue } from '@/components/copy-value'
import { DateTime } from '@/components/date-time'
import { Figures } from '@/components/figures'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findReceipt } from '@/lib/requests/queries/detail'
import { AreaFrame } from '../../../area-frame'
import { evidenceRows, partyRows } from '../../../receipt-rows'

export const metadata: Metadata = { title: 'Ricevuta' }

export default async function ApplicationReceiptPage({
  params,
}: PageProps<'/area/[profile]/istanze/[application]/ricevuta'>) {
  const { profile, application: id } = await params
  const actor = await requireContributorSide(profile)
  const receipt = isUuid(id) ? await findReceipt(actor, id) : undefined
  if (!receipt?.content.application) notFound()
  const { content, sha256 } = receipt
  const { sections, figures, declaration, term } = receipt.content.application
  const home = `/area/${profile}/istanze`
  return (
    <AreaFrame
      actor={actor}
      voice="istanze"
      trail={[
        { label: 'Istanze Online', href: home },
        { label: content.protocollo, href: `${home}/${id}` },
        { label: 'Ricevuta' },
      ]}
    >
      <PageTitle>Istanza inviata</PageTitle>
      <Alert tone="success" title="La sede ha ricevuto la tua istanza">
        <p className="receipt-number">
          Protocollo <CopyValue value={content.protocollo} what="il numero di protocollo" />
        </p>
        <p>
          Del <DateTime at={content.submittedAt} />. La sede decide entro il{' '}
          <strong>
            <DateTime at={content.expectedBy} show="date" />
          </strong>{' '}
          ({term.days} giorni: {term.source}).
        </p>
      </Alert>
      <div className="button-row no-print">
        <a className="btn btn-primary" href={`${home}/${id}/ricevuta/pdf`}>
          Scarica la ricevuta (PDF)
        </a>
        <Link className="btn btn-outline-primary" href={`${home}/${id}` as Route}>
          Segui l’istanza
        </Link>
        <Link className="btn btn-link" href={home as Route}>
          Istanze Online
        </Link>
      </div>
      <SummaryList
        rows={[
          ...partyRows(content),
          ...(content.workers ? [{ term: 'Collaboratori', value: content.workers.join(', ') }] : []),
          { term: 'In breve', value: content.text },
          { term: 'Dichiarazione', value: declaration },
          ...evidenceRows(content, sha256),
        ]}
      />
      <ApplicationSections sections={sections} />
      <Figures figures={figures} />
      <p>
        La ricevuta attesta la presentazione dell’istanza e il termine della decisione (L. 241/1990, art. 18-bis). La
        data del protocollo è quella dell’invio. Chi è responsabile del procedimento lo leggi nella pagina dell’istanza
        quando la sede la prende in carico.
      </p>
    </AreaFrame>
  )
}
