import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Moved } from '@/app/moved'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { reasonLength } from '@/lib/delegations/lengths'
import { canAct } from '@/lib/delegations/policy'
import { findOfficeDelegation } from '@/lib/delegations/queries/contributor'
import { delegateWords } from '@/lib/delegations/words'
import { isUuid } from '@/lib/identifiers/uuid'
import { ReasonForm } from '../../../../../comunicazioni/reason-form'
import { DeskFrame } from '../../../../../desk-frame'
import { reinstateDelegationAction, suspendDelegationAction } from './action'

type Props = PageProps<'/sede/contribuenti/[contributor]/deleghe/[delegation]/[act]'>

const acts = {
  sospendi: {
    act: 'suspend',
    label: 'Sospendi la delega',
    lead: 'Da subito, e finché non la riattivi, il delegato e le persone del suo studio non entrano più.',
    action: suspendDelegationAction,
    danger: true,
  },
  riattiva: {
    act: 'reinstate',
    label: 'Riattiva la delega',
    lead: 'Il delegato e le persone del suo studio possono di nuovo operare, fino alla scadenza di prima.',
    action: reinstateDelegationAction,
    danger: false,
  },
} as const

const actOf = async ({ params }: Props) => {
  const { act } = await params
  return Object.hasOwn(acts, act) ? acts[act as keyof typeof acts] : undefined
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await actOf(props))?.label ?? 'Pagina non trovata' }
}

export default async function OfficeDelegationActPage(props: Props) {
  const { contributor: contributorId, delegation: id } = await props.params
  const actor = await requireOfficer()
  const chosen = await actOf(props)
  const delegation = chosen && isUuid(id) ? await findOfficeDelegation(actor, id) : undefined
  if (!chosen || delegation?.contributorId !== contributorId) notFound()
  const here = `/sede/contribuenti/${contributorId}`
  return (
    <DeskFrame
      actor={actor}
      voice="/sede/contribuenti"
      trail={[
        { label: 'Contribuenti', href: '/sede/contribuenti' },
        { label: delegation.denomination, href: here },
        { label: chosen.label },
      ]}
    >
      <PageTitle lead={`${delegation.denomination}: delega a ${delegateWords(delegation)}. ${chosen.lead}`}>
        {chosen.label}
      </PageTitle>
      {canAct(actor, chosen.act, delegation.status) ? (
        <ReasonForm
          about="delegation"
          action={chosen.action}
          hidden={{ delegationId: id }}
          label="Motivo"
          hint="Lo leggono il contribuente e il delegato."
          limits={reasonLength}
          submit={chosen.label}
          danger={chosen.danger}
          back={{ href: here, label: 'Torna al contribuente' }}
        />
      ) : (
        <Moved to={here}>Lo stato di questa delega è cambiato.</Moved>
      )}
    </DeskFrame>
  )
}
