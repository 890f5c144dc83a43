import type { Metadata } from 'next'
import { EntryPage } from '../entry-page'
import { ReopenForm } from './form'

export const metadata: Metadata = { title: 'Riapri la richiesta' }

export default async function ReopenPage({
  params,
  searchParams,
}: PageProps<'/area/[profile]/richieste/[request]/riapri'>) {
  return (
    <EntryPage
      params={await params}
      segment="riapri"
      asked={(await searchParams).bozza}
      acts={['reopen']}
      title={() => 'Riapri la richiesta'}
      lead={() => 'La richiesta torna alla sede con lo stesso protocollo e tutta la conversazione.'}
    >
      {({ draft, requestId, profile }) => <ReopenForm draft={draft} requestId={requestId} profile={profile} />}
    </EntryPage>
  )
}
