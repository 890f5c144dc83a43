import type { Metadata } from 'next'
import { DeskEntryPage } from '../entry-page'
import { ReplyForm } from './form'

export const metadata: Metadata = { title: 'Rispondi' }

export default async function ReplyPage({ params, searchParams }: PageProps<'/sede/richieste/[request]/rispondi'>) {
  return (
    <DeskEntryPage
      params={await params}
      segment="rispondi"
      asked={(await searchParams).bozza}
      act="reply"
      title="Rispondi"
      lead={(sort) =>
        sort === 'request'
          ? 'La risposta arriva al contribuente nella conversazione. La richiesta resta aperta: per definirla usa «Chiudi con esito».'
          : 'La risposta arriva al contribuente nella conversazione. L’istanza resta da decidere: per definirla usa «Decidi».'
      }
    >
      {({ draft, requestId }) => <ReplyForm draft={draft} requestId={requestId} />}
    </DeskEntryPage>
  )
}
