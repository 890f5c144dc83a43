import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Trail } from '@/components/layout/breadcrumb'
import { PageBody } from '@/components/layout/page-body'
import { SectionMenu, type SectionVoice } from '@/components/layout/section-menu'
import { voices } from '@/components/voices'
import type { ContributorSide } from '@/lib/auth/actor'
import { currentContributor } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { formatCount } from '@/lib/format'

type AreaFrameProps = {
  actor: ContributorSide
  /** The voice of the menu that the page stands under, by its path. */
  voice?: string
  trail: Trail
  children: ReactNode
}

/** What every page of the contributor's side has around it: trail, section menu and, while there is some, what is unread. */
export function AreaFrame({ actor, voice, trail, children }: AreaFrameProps) {
  const home = `/area/${actor.contributorId}`
  return (
    <PageBody
      trail={[{ label: 'Il servizio', href: '/' }, { label: 'Comunicazione bidirezionale', href: home }, ...trail]}
      menu={<AreaMenu actor={actor} home={home} voice={voice} />}
    >
      <UnreadBanner actor={actor} home={home} />
      {children}
    </PageBody>
  )
}

/** Word for word as INPS says it (domain.md §5.3), for as long as nobody has read for the contributor. */
async function UnreadBanner({ actor, home }: { actor: ContributorSide; home: string }) {
  const { unreadNotices } = await currentContributor(actor)
  if (unreadNotices === 0) return null
  return (
    <div className="alert alert-warning notice-banner">
      <p>
        <Link href={`${home}/comunicazioni/da-leggere` as Route} prefetch={false}>
          Attenzione: sono presenti delle comunicazioni da leggere
        </Link>
      </p>
    </div>
  )
}

type AreaMenuProps = { actor: ContributorSide; home: string; voice: string | undefined }

/** The portal's own pages beside the five voices, whose words and number are the Institute's. */
const deadlines = { label: 'Scadenze', path: 'scadenze' }
const contacts = { label: 'Recapiti', path: 'recapiti' }
const whoSees = { label: 'Chi può vedere', path: 'accessi' }
const ofRepresentatives = [
  { label: 'Deleghe', path: 'deleghe' },
  { label: 'Responsabili', path: 'responsabili' },
]

async function AreaMenu({ actor, home, voice }: AreaMenuProps) {
  const { unreadReplies, unreadApplicationReplies, unreadNotices, readNotices } = await currentContributor(actor)
  const counts: Record<string, SectionVoice['count']> = {
    'comunicazioni/da-leggere': countOf(unreadNotices, 'comunicazione da leggere', 'comunicazioni da leggere'),
    'comunicazioni/lette': countOf(readNotices, 'comunicazione letta', 'comunicazioni lette'),
    richieste: countOf(unreadReplies, 'risposta da leggere', 'risposte da leggere'),
    istanze: countOf(unreadApplicationReplies, 'risposta da leggere', 'risposte da leggere'),
  }
  const voiceOf = ({ label, path }: { label: string; path: string }): SectionVoice => ({
    label,
    href: `${home}/${path}`,
    current: path === voice,
    count: counts[path],
  })
  const position = rightsOf[actor.title].delegates
    ? [...ofRepresentatives, contacts, whoSees]
    : [contacts, { ...whoSees, label: 'Perché vedo questa posizione' }]
  return (
    <SectionMenu
      voices={voices.map(voiceOf)}
      more={[
        { title: 'Che cosa scade', voices: [voiceOf(deadlines)] },
        { title: 'La posizione', voices: position.map(voiceOf) },
      ]}
    />
  )
}

const countOf = (value: number, one: string, many: string) => ({
  value,
  shown: formatCount(value),
  spoken: value === 1 ? `1 ${one}` : `${formatCount(value)} ${many}`,
})
