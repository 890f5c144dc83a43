import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { RepresentativeTable } from '@/components/representative-table'
import { requireContributorSide } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { listRepresentatives } from '@/lib/representatives/queries/appointments'
import { AreaFrame } from '../area-frame'
import { endRepresentativeAction } from './action'

export const metadata: Metadata = { title: 'Altri responsabili' }

export default async function RepresentativesPage({ params }: PageProps<'/area/[profile]/responsabili'>) {
  const { profile } = await params
  const actor = await requireContributorSide(profile)
  if (!rightsOf[actor.title].delegates) notFound()
  const representatives = await listRepresentatives(actor, actor.contributorId)
  const canSend = actor.pinLevel === 'dispositivo'
  return (
    <AreaFrame actor={actor} voice="responsabili" trail={[{ label: 'Altri responsabili' }]}>
      <PageTitle lead="Persone dell’azienda o dell’ente che operano con gli stessi poteri del legale rappresentante. Per chi è fuori, come un consulente, serve invece una delega.">
        Altri responsabili
      </PageTitle>
      {canSend ? (
        <p>
          <Link className="btn btn-primary" href={`/area/${profile}/responsabili/nuovo` as Route} prefetch={false}>
            Abilita un altro responsabile
          </Link>
        </p>
      ) : (
        <PinOnlineNotice />
      )}
      {representatives.length === 0 ? (
        <EmptyState title="Nessun altro responsabile">
          Opera solo il legale rappresentante. Puoi abilitare qui un’altra persona, oppure presentare alla sede il
          modulo SC72.
        </EmptyState>
      ) : (
        <RepresentativeTable
          representatives={representatives}
          end={({ id, name, codiceFiscale }) =>
            canSend && (
              <OneButtonForm
                action={endRepresentativeAction}
                hidden={{ profile, appointmentId: id }}
                look="danger"
                what={`a ${name ?? codiceFiscale}`}
              >
                Togli l’abilitazione
              </OneButtonForm>
            )
          }
        />
      )}
    </AreaFrame>
  )
}
