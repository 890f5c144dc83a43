import type { Metadata } from 'next'
import { listDestinations } from '@/lib/offices/queries'
import { requireOfficer } from '@/lib/auth/session'
import { DeskEntryPage } from '../entry-page'
import { TransferForm } from './form'

export const metadata: Metadata = { title: 'Trasferisci' }

export default async function TransferPage({
  params,
  searchParams,
}: PageProps<'/sede/richieste/[request]/trasferisci'>) {
  const actor = await requireOfficer()
  const destinations = await listDestinations(actor)
  return (
    <DeskEntryPage
      params={await params}
      segment="trasferisci"
      asked={(await searchParams).bozza}
      act="transfer"
      title="Trasferisci"
      lead="La richiesta passa a un’altra unità o sede, e il contribuente legge il motivo."
    >
      {({ draft, requestId }) => (
        <TransferForm
          draft={{ ...draft, values: { officeCode: actor.officeCode, ...draft.values } }}
          requestId={requestId}
          {...destinations}
        />
      )}
    </DeskEntryPage>
  )
}
