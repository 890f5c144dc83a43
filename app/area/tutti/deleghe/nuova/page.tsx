import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { DelegationForm } from '@/components/form/delegation-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requirePortfolio } from '@/lib/auth/session'
import { formatDay } from '@/lib/format'
import { PortfolioFrame } from '../../portfolio-frame'
import { compileDelegationAction } from './action'

export const metadata: Metadata = { title: 'Compila una delega' }

export default async function CompilePage() {
  const actor = await requirePortfolio()
  if (actor.firm?.role !== 'holder') notFound()
  return (
    <PortfolioFrame
      actor={actor}
      voice="deleghe"
      trail={[{ label: 'Deleghe', href: '/area/tutti/deleghe' }, { label: 'Compila una delega' }]}
    >
      <PageTitle lead="Compila la delega, scarica il modulo, fallo firmare al contribuente e poi validala: vale solo da quel momento.">
        Compila una delega
      </PageTitle>
      {actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <DelegationForm
          action={compileDelegationAction}
          by="delegate"
          hidden={{ delegationId: v7() }}
          today={formatDay(new Date())}
        />
      )}
    </PortfolioFrame>
  )
}
