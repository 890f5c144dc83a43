import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { CopyValue } from '@/components/copy-value'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { readingReceipt } from '@/lib/notices/papers/keep'
import { readerOf } from '@/lib/notices/papers/reading'
import { AreaFrame } from '../../../area-frame'

export const metadata: Metadata = { title: 'Ricevuta di lettura' }

export default async function ReadingReceiptPage({
  params,
}: PageProps<'/area/[profile]/comunicazioni/[notice]/ricevuta'>) {
  const { profile, notice } = await params
  const actor = await requireContributorSide(profile)
  const receipt = isUuid(notice) ? await readingReceipt(actor, notice) : undefined
  if (!receipt) notFound()
  const { content, code, pdf } = receipt
  const read = `/area/${profile}/comunicazioni/lette`
  const home = `/area/${profile}/comunicazioni/${notice}`
  return (
    <AreaFrame
      actor={actor}
      voice="comunicazioni/lette"
      trail={[
        { label: 'Comunicazioni irregolarità lette', href: read },
        { label: content.protocollo, href: home },
        { label: 'Ricevuta di lettura' },
      ]}
    >
      <PageTitle lead="Prova chi ha letto la comunicazione, per chi, quando. Chiunque la riceve può verificarla.">
        Ricevuta di lettura
      </PageTitle>
      <Alert tone="info" title="Codice di verifica">
        <p className="receipt-number">
          <CopyValue value={code} what="il codice di verifica" />
        </p>
        <p>
          Con questo codice chiunque controlla la ricevuta nella pagina{' '}
          <Link href={'/verifica' as Route} prefetch={false}>
            Verifica una ricevuta
          </Link>
          , senza entrare nel portale.
        </p>
      </Alert>
      <div className="button-row no-print">
        <a className="btn btn-primary" href={`${home}/ricevuta/pdf`}>
          Scarica la ricevuta (PDF)
        </a>
        <a className="btn btn-outline-primary" href={`${home}/ricevuta/json`}>
          Scarica i dati (JSON)
        </a>
        <Link className="btn btn-link" href={home as Route}>
          Torna alla comunicazione
        </Link>
      </div>
      <SummaryList
        rows={[
          { term: 'Letta il', value: <DateTime at={content.readAt} /> },
          { term: 'Letta da', value: readerOf(content) },
          { term: 'C.F. di chi ha letto', value: content.reader.codiceFiscale },
          {
            term: 'Per il contribuente',
            value: `${content.contributor.denomination} – C.F. ${content.contributor.codiceFiscale}`,
          },
          { term: 'Protocollo della comunicazione', value: content.protocollo },
          { term: 'Numero della comunicazione', value: content.externalNumber },
          {
            term: 'Impronta della comunicazione (SHA-256)',
            value: <span className="code">{content.noticeSha256}</span>,
          },
          { term: 'Numero nel registro', value: String(content.sequence) },
          { term: 'Impronta nel registro (SHA-256)', value: <span className="code">{content.chainHash}</span> },
          { term: 'Impronta del PDF (SHA-256)', value: <span className="code">{pdf.sha256}</span> },
        ]}
      />
      <p>
        È la prima lettura per il contribuente: resta questa anche se altri leggono dopo. Le date e le ore sono quelle
        del portale.
      </p>
    </AreaFrame>
  )
}
