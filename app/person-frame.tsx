import type { ReactNode } from 'react'
import { PageBody } from '@/components/layout/page-body'
import { SectionMenu } from '@/components/layout/section-menu'
import type { Person } from '@/lib/auth/actor'
import { countInvitations } from '@/lib/delegations/queries/invitations'
import { formatCount } from '@/lib/format'

const voices = [
  { label: 'Inviti', href: '/inviti' },
  { label: 'Preferenze', href: '/preferenze' },
  { label: 'Cosa ti abbiamo inviato', href: '/avvisi' },
  { label: 'Sessioni attive', href: '/sessioni' },
] as const

type PersonFrameProps = { actor: Person; voice: (typeof voices)[number]['href']; children: ReactNode }

/** What the pages about oneself, for whomever one acts, have around them. */
export async function PersonFrame({ actor, voice, children }: PersonFrameProps) {
  const invitations = await countInvitations(actor)
  const spoken = invitations === 1 ? '1 invito' : `${formatCount(invitations)} inviti`
  return (
    <PageBody
      trail={[{ label: 'Il servizio', href: '/' }, { label: voices.find(({ href }) => href === voice)!.label }]}
      menu={
        <SectionMenu
          title="Il tuo profilo"
          voices={voices.map((each) => ({
            ...each,
            current: each.href === voice,
            ...(each.href === '/inviti' && {
              count: { value: invitations, shown: formatCount(invitations), spoken },
            }),
          }))}
        />
      }
    >
      {children}
    </PageBody>
  )
}
