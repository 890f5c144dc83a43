import type { Metadata } from 'next'
import { listDestinations } from '@/lib/offices/queries'
import { requireOfficer } from '@/lib/auth/session'
import { DeskEntryPage } from '../entry-page'
import { named } from '@/app/sede/desk-home'
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
      lead={(sort) =>
        `${sort === 'request' ? 'La richiesta' : 'L’istanza'} passa a un’altra unità o sede, e il contribuente legge il motivo.`
      }
    >
      {({ draft, requestId, sort }) => (
        <TransferForm
          draft={{ ...draft, values: { officeCode: actor.officeCode, ...draft.values } }}
          requestId={requestId}
          what={named[sort].the}
          {...destinations}
        />
      )}
    </DeskEntryPage>
  )
}
