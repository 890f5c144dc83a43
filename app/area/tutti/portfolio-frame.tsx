import type { ReactNode } from 'react'
import type { Trail } from '@/components/layout/breadcrumb'
import { PageBody } from '@/components/layout/page-body'
import { SectionMenu, type SectionVoice } from '@/components/layout/section-menu'
import type { Portfolio } from '@/lib/auth/actor'
import { formatCount } from '@/lib/format'
import { currentTotals } from './totals'

export const portfolioHome = '/area/tutti'

type PortfolioFrameProps = {
  actor: Portfolio
  /** The voice of the menu that the page stands under, by its path below /area/tutti; empty for the Cruscotto. */
  voice: string
  trail: Trail
  children: ReactNode
}

/** What every page over all one's contributors has around it: trail and section menu. */
export function PortfolioFrame({ actor, voice, trail, children }: PortfolioFrameProps) {
  return (
    <PageBody
      trail={[
        { label: 'Il servizio', href: '/' },
        { label: 'Tutti i contribuenti', href: trail.length > 0 ? portfolioHome : undefined },
        ...trail,
      ]}
      menu={<PortfolioMenu actor={actor} voice={voice} />}
    >
      {children}
    </PageBody>
  )
}

type Voice = { label: string; path: string }

const papers: Voice[] = [
  { label: 'Cruscotto', path: '' },
  { label: 'Comunicazioni irregolarità da leggere', path: 'comunicazioni/da-leggere' },
  { label: 'Comunicazioni irregolarità lette', path: 'comunicazioni/lette' },
  { label: 'Lista richieste', path: 'richieste' },
  { label: 'Nuova richiesta', path: 'richieste/nuova' },
  { label: 'Istanze Online', path: 'istanze' },
]

const delegations: Voice = { label: 'Deleghe', path: 'deleghe' }

/** Only who is in a firm has these. */
const firmVoices: Voice[] = [
  { label: 'Clienti', path: 'clienti' },
  { label: 'Lavorazioni', path: 'lavorazioni' },
  { label: 'Studio', path: 'studio' },
  { label: 'Registro', path: 'registro' },
]

async function PortfolioMenu({ actor, voice }: Pick<PortfolioFrameProps, 'actor' | 'voice'>) {
  const { unreadNotices, readNotices, unreadReplies, unreadApplicationReplies } = await currentTotals()
  const counts: Record<string, SectionVoice['count']> = {
    'comunicazioni/da-leggere': countOf(unreadNotices, 'comunicazione da leggere', 'comunicazioni da leggere'),
    'comunicazioni/lette': countOf(readNotices, 'comunicazione letta', 'comunicazioni lette'),
    richieste: countOf(unreadReplies, 'risposta da leggere', 'risposte da leggere'),
    istanze: countOf(unreadApplicationReplies, 'risposta da leggere', 'risposte da leggere'),
  }
  const voiceOf = ({ label, path }: Voice): SectionVoice => ({
    label,
    href: path ? `${portfolioHome}/${path}` : portfolioHome,
    current: path === voice,
    count: counts[path],
  })
  const second = actor.firm
    ? { title: 'Deleghe e studio', voices: [delegations, ...firmVoices].map(voiceOf) }
    : { title: 'Per chi operi', voices: [voiceOf(delegations)] }
  return <SectionMenu title="Tutti i contribuenti" voices={papers.map(voiceOf)} more={[second]} />
}

const countOf = (value: number, one: string, many: string) => ({
  value,
  shown: formatCount(value),
  spoken: value === 1 ? `1 ${one}` : `${formatCount(value)} ${many}`,
})
