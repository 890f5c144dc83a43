import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { AppointmentForm } from '@/components/form/appointment-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requireContributorSide } from '@/lib/auth/session'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { rightsOf } from '@/lib/contributors/rights'
import { AreaFrame } from '../../area-frame'
import { appointRepresentativeAction } from './action'

export const metadata: Metadata = { title: 'Abilita un altro responsabile' }

export default async function NewRepresentativePage({ params }: PageProps<'/area/[profile]/responsabili/nuovo'>) {
  const { profile } = await params
  const actor = await requireContributorSide(profile)
  if (!rightsOf[actor.title].delegates) notFound()
  const home = `/area/${profile}/responsabili`
  return (
    <AreaFrame
      actor={actor}
      voice="responsabili"
      trail={[{ label: 'Altri responsabili', href: home }, { label: 'Abilita' }]}
    >
      <PageTitle lead="Potrà fare tutto quello che fai tu, anche dare e revocare deleghe. Comincia quando accetta, entrando nel portale con il suo PIN.">
        Abilita un altro responsabile
      </PageTitle>
      {actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <AppointmentForm
          action={appointRepresentativeAction}
          by="contributor"
          hidden={{ profile, appointmentId: v7() }}
          today={formatItalianDate(romeDate(new Date()))}
          back={{ href: home, label: 'Torna ai responsabili' }}
        />
      )}
    </AreaFrame>
  )
}
