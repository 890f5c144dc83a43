import type { Metadata } from 'next'
import { DeskEntryPage } from '../entry-page'
import { RequestDocumentsForm } from './form'

export const metadata: Metadata = { title: 'Chiedi documenti' }

export default async function RequestDocumentsPage({
  params,
  searchParams,
}: PageProps<'/sede/richieste/[request]/chiedi-documenti'>) {
  return (
    <DeskEntryPage
      params={await params}
      segment="chiedi-documenti"
      asked={(await searchParams).bozza}
      act="request_documents"
      title="Chiedi documenti"
      lead={(sort) =>
        `Il contribuente riceve l’elenco e il termine. ${sort === 'request' ? 'Il tempo per la risposta' : 'Il termine di legge per decidere'} si ferma finché non arrivano.`
      }
    >
      {({ draft, requestId }) => <RequestDocumentsForm draft={draft} requestId={requestId} />}
    </DeskEntryPage>
  )
}
