import type { Metadata } from 'next'
import { DeskEntryPage } from '../entry-page'
import { NoteForm } from './form'

export const metadata: Metadata = { title: 'Nota interna' }

export default async function NotePage({ params, searchParams }: PageProps<'/sede/richieste/[request]/nota'>) {
  return (
    <DeskEntryPage
      params={await params}
      segment="nota"
      asked={(await searchParams).bozza}
      act="note"
      title="Nota interna"
      lead="La vede solo la sede: non arriva mai al contribuente."
    >
      {({ draft, requestId }) => (
        <div className="internal-notes">
          <NoteForm draft={draft} requestId={requestId} />
        </div>
      )}
    </DeskEntryPage>
  )
}
