import type { ReactNode } from 'react'
import type { Trail } from '@/components/layout/breadcrumb'
import { PageBody } from '@/components/layout/page-body'
import { SectionMenu } from '@/components/layout/section-menu'
import type { Officer } from '@/lib/auth/actor'
import { formatCount } from '@/lib/format'
import { findOwnOffice } from '@/lib/offices/queries'
import { countQueues, mostClosedCounted, type Queue, queues } from '@/lib/requests/queries/desk'

export const queueLabels: Record<Queue, string> = {
  'da-prendere': 'Da prendere in carico',
  mie: 'Mie',
  'in-attesa': 'In attesa del contribuente',
  chiuse: 'Chiuse',
}

/** A count as it is shown and said; the closed of a large office are «almeno 1.000». */
function countOf(queue: Queue, value: number) {
  if (queue === 'chiuse' && value >= mostClosedCounted)
    return { value, shown: `${formatCount(value)}+`, spoken: `almeno ${formatCount(value)} richieste` }
  return { value, shown: formatCount(value), spoken: value === 1 ? '1 richiesta' : `${formatCount(value)} richieste` }
}

const noticeVoices = [
  { label: 'Comunicazioni pubblicate', href: '/sede/comunicazioni' },
  { label: 'Campagne', href: '/sede/comunicazioni/campagne' },
  { label: 'Non lette oltre il termine', href: '/sede/comunicazioni/non-lette' },
] as const
const contributorVoices = [{ label: 'Contribuenti della sede', href: '/sede/contribuenti' }] as const
type DeskVoice = (typeof noticeVoices | typeof contributorVoices)[number]['href']
export type NoticeVoice = (typeof noticeVoices)[number]['href']

type DeskFrameProps = {
  actor: Officer
  queue?: Queue | undefined
  /** The voice of «Comunicazioni» or «Contribuenti» that the page belongs to. */
  voice?: DeskVoice | undefined
  trail?: Trail
  children: ReactNode
}

/** What every page of the desk has around it: the office, its queues and how much is in each. */
export async function DeskFrame({ actor, queue, voice, trail = [], children }: DeskFrameProps) {
  const [office, counts] = await Promise.all([findOwnOffice(actor), countQueues(actor)])
  const voices = queues.map((each) => ({
    label: queueLabels[each],
    href: `/sede?coda=${each}`,
    current: each === queue,
    count: countOf(each, counts[each]),
  }))
  const lit = (each: { label: string; href: string }) => ({ ...each, current: each.href === voice })
  return (
    <PageBody
      trail={[{ label: `Sede di ${office.name}`, href: '/sede' }, ...trail]}
      menu={
        <SectionMenu
          title="Richieste"
          voices={voices}
          more={[
            { title: 'Comunicazioni', voices: noticeVoices.map(lit) },
            { title: 'Contribuenti', voices: contributorVoices.map(lit) },
          ]}
        />
      }
    >
      {children}
    </PageBody>
  )
}
