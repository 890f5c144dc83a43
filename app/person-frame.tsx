import type { ReactNode } from 'react'
import { PageBody } from '@/components/layout/page-body'
import { SectionMenu } from '@/components/layout/section-menu'
import { invitationWords } from '@/lib/delegations/words'
import { formatCount } from '@/lib/format'
import { waitingInvitations } from './waiting-invitations'

const voices = [
  { label: 'Inviti', href: '/inviti' },
  { label: 'Preferenze', href: '/preferenze' },
  { label: 'Cosa ti abbiamo inviato', href: '/avvisi' },
  { label: 'Sessioni attive', href: '/sessioni' },
] as const

type PersonFrameProps = { voice: (typeof voices)[number]['href']; children: ReactNode }

/** What the pages about oneself, for whomever one acts, have around them. */
export async function PersonFrame({ voice, children }: PersonFrameProps) {
  const invitations = await waitingInvitations()
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
              count: { value: invitations, shown: formatCount(invitations), spoken: invitationWords(invitations) },
            }),
          }))}
        />
      }
    >
      {children}
    </PageBody>
  )
}
