import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Moved } from '@/app/moved'
import { PageTitle } from '@/components/layout/page-title'
import { requireContributorSide } from '@/lib/auth/session'
import { canAct } from '@/lib/delegations/policy'
import { findDelegation, listDelegationWorkers } from '@/lib/delegations/queries/contributor'
import { delegateWords } from '@/lib/delegations/words'
import { isUuid } from '@/lib/identifiers/uuid'
import { AreaFrame } from '../../../area-frame'
import { WorkersForm } from './form'

export const metadata: Metadata = { title: 'Collaboratori della delega' }

type Props = PageProps<'/area/[profile]/deleghe/[delegation]/collaboratori'>

export default async function DelegationWorkersPage({ params }: Props) {
  const { profile, delegation: id } = await params
  const actor = await requireContributorSide(profile)
  const delegation = isUuid(id) ? await findDelegation(actor, id) : undefined
  if (delegation?.scope !== 'partial') notFound()
  const home = `/area/${profile}/deleghe`
  const can = canAct(actor, 'change_workers', delegation.status)
  return (
    <AreaFrame
      actor={actor}
      voice="deleghe"
      trail={[
        { label: 'Deleghe', href: home },
        { label: delegateWords(delegation), href: `${home}/${id}` },
        { label: 'Collaboratori' },
      ]}
    >
      <PageTitle
        lead={`Il delegato, ${delegateWords(delegation)}, opera solo per questi collaboratori. I cambiamenti valgono subito.`}
      >
        Collaboratori della delega
      </PageTitle>
      {can ? (
        <WorkersForm profile={profile} delegationId={id} workers={await listDelegationWorkers(actor, id)} />
      ) : (
        <Moved to={`${home}/${id}`}>I collaboratori di questa delega non si possono cambiare adesso.</Moved>
      )}
    </AreaFrame>
  )
}
