import type { ReactNode } from 'react'
import type { Trail } from '@/components/layout/breadcrumb'
import { PageBody } from '@/components/layout/page-body'
import { SectionMenu } from '@/components/layout/section-menu'
import { litVoices } from '@/components/voices'
import type { ContributorSide } from '@/lib/auth/actor'
import { currentContributor } from '@/lib/auth/session'
import { formatCount } from '@/lib/format'

type AreaFrameProps = {
  actor: ContributorSide
  /** The voice of the menu that the page stands under, by its path. */
  voice?: string
  trail: Trail
  children: ReactNode
}

/** What every page of the contributor's side has around it: trail and section menu, with what is unread. */
export function AreaFrame({ actor, voice, trail, children }: AreaFrameProps) {
  const home = `/area/${actor.contributorId}`
  return (
    <PageBody
      trail={[{ label: 'Il servizio', href: '/' }, { label: 'Comunicazione bidirezionale', href: home }, ...trail]}
      menu={<AreaMenu actor={actor} home={home} voice={voice} />}
    >
      {children}
    </PageBody>
  )
}

type AreaMenuProps = { actor: ContributorSide; home: string; voice: string | undefined }

async function AreaMenu({ actor, home, voice }: AreaMenuProps) {
  const { unreadReplies: unread } = await currentContributor(actor)
  const voices = litVoices.map(({ label, path }) => ({
    label,
    href: `${home}/${path}`,
    current: path === voice,
    count:
      path === 'richieste'
        ? {
            value: unread,
            shown: formatCount(unread),
            spoken: unread === 1 ? '1 risposta da leggere' : `${unread} risposte da leggere`,
          }
        : undefined,
  }))
  return <SectionMenu voices={voices} />
}
