import type { ReactNode } from 'react'
import { Moved } from '@/app/moved'
import { PageTitle } from '@/components/layout/page-title'
import type { ContributorSide } from '@/lib/auth/actor'
import { AreaFrame } from '../../../area-frame'

type DraftFrameProps = { actor: ContributorSide; trail: string[]; children: ReactNode }

/** What every page of a draft has around it. */
export function DraftFrame({ actor, trail, children }: DraftFrameProps) {
  const home = `/area/${actor.contributorId}/istanze`
  return (
    <AreaFrame
      actor={actor}
      voice="istanze"
      trail={[{ label: 'Istanze Online', href: home }, ...trail.map((label) => ({ label }))]}
    >
      {children}
    </AreaFrame>
  )
}

/** Of a draft that became an istanza: its receipt. */
export function AlreadySent({ actor, id }: { actor: ContributorSide; id: string }) {
  return (
    <DraftFrame actor={actor} trail={['Bozza']}>
      <PageTitle>Istanza inviata</PageTitle>
      <Moved to={`/area/${actor.contributorId}/istanze/${id}/ricevuta`}>Questa istanza è già stata inviata.</Moved>
    </DraftFrame>
  )
}
