import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { DelegationForm } from '@/components/form/delegation-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requireContributorSide } from '@/lib/auth/session'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { rightsOf } from '@/lib/contributors/rights'
import { AreaFrame } from '../../area-frame'
import { conferDelegationAction } from './action'

export const metadata: Metadata = { title: 'Conferisci una delega' }

export default async function NewDelegationPage({ params }: PageProps<'/area/[profile]/deleghe/nuova'>) {
  const { profile } = await params
  const actor = await requireContributorSide(profile)
  if (!rightsOf[actor.title].delegates) notFound()
  return (
    <AreaFrame
      actor={actor}
      voice="deleghe"
      trail={[{ label: 'Deleghe', href: `/area/${profile}/deleghe` }, { label: 'Conferisci una delega' }]}
    >
      <PageTitle lead="La persona che indichi trova la delega quando entra nel portale: potrà operare solo dopo averla accettata.">
        Conferisci una delega
      </PageTitle>
      {actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <DelegationForm
          action={conferDelegationAction}
          by="contributor"
          hidden={{ profile, delegationId: v7() }}
          today={formatItalianDate(romeDate(new Date()))}
        />
      )}
    </AreaFrame>
  )
}
