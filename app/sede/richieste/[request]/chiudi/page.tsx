import type { Metadata } from 'next'
import { DeskEntryPage } from '../entry-page'
import { CloseForm } from './form'

export const metadata: Metadata = { title: 'Chiudi con esito' }

export default async function ClosePage({ params, searchParams }: PageProps<'/sede/richieste/[request]/chiudi'>) {
  return (
    <DeskEntryPage
      params={await params}
      segment="chiudi"
      asked={(await searchParams).bozza}
      act="close"
      title="Chiudi con esito"
      lead="L’esito va motivato: il contribuente deve capire perché, e che cosa è stato cambiato negli archivi."
    >
      {({ draft, requestId }) => <CloseForm draft={draft} requestId={requestId} />}
    </DeskEntryPage>
  )
}
