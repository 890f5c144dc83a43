import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findDeskRequest } from '@/lib/requests/queries/detail'
import { DeskFrame } from '../../../desk-frame'
import { NoteForm } from './form'

export const metadata: Metadata = { title: 'Nota interna' }

export default async function NotePage({ params }: PageProps<'/sede/richieste/[request]/nota'>) {
  const { request: id } = await params
  const actor = await requireOfficer()
  const request = isUuid(id) ? await findDeskRequest(actor, id) : undefined
  if (!request) notFound()
  return (
    <DeskFrame
      actor={actor}
      trail={[{ label: request.protocollo, href: `/sede/richieste/${id}` }, { label: 'Nota interna' }]}
    >
      <PageTitle lead="La vede solo la sede: non arriva mai al contribuente.">Nota interna</PageTitle>
      <div className="internal-notes">
        <NoteForm requestId={id} noteId={v7()} />
      </div>
    </DeskFrame>
  )
}
