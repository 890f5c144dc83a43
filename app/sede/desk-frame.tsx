import type { ReactNode } from 'react'
import type { Trail } from '@/components/layout/breadcrumb'
import { PageBody } from '@/components/layout/page-body'
import { SectionMenu } from '@/components/layout/section-menu'
import type { Officer } from '@/lib/auth/actor'
import { formatCount } from '@/lib/format'
import { findOwnOffice } from '@/lib/offices/queries'
import { countApplicationQueues } from '@/lib/applications/queries/desk'
import { countQueues } from '@/lib/requests/queries/desk'
import { mostClosedCounted, type Queue, queues } from '@/lib/requests/queues'
import type { Sort } from '@/lib/requests/status'

export const queueLabels: Record<Queue, string> = {
  'da-prendere': 'Da prendere in carico',
  mie: 'Mie',
  'in-attesa': 'In attesa del contribuente',
  chiuse: 'Chiuse',
}

/** Those of istanze: the same four, and the refusals that a colleague proposes. */
export const applicationQueues = ['da-prendere', 'mie', 'in-attesa', 'da-confermare', 'chiuse'] as const
export type ApplicationQueue = (typeof applicationQueues)[number]
export const applicationQueueLabels: Record<ApplicationQueue, string> = {
  ...queueLabels,
  'da-confermare': 'Da confermare',
}

const counted: Record<Sort, [one: string, many: string]> = {
  request: ['richiesta', 'richieste'],
  application: ['istanza', 'istanze'],
}

/** A count as it is shown and said; the closed of a large office are «almeno 1.000». */
function countOf(queue: ApplicationQueue, value: number, sort: Sort) {
  const [one, many] = counted[sort]
  if (queue === 'chiuse' && value >= mostClosedCounted)
    return { value, shown: `${formatCount(value)}+`, spoken: `almeno ${formatCount(value)} ${many}` }
  return { value, shown: formatCount(value), spoken: `${formatCount(value)} ${value === 1 ? one : many}` }
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
  /** The same of istanze. */
  applicationQueue?: ApplicationQueue | undefined
  /** The voice of «Comunicazioni» or «Contribuenti» that the page belongs to. */
  voice?: DeskVoice | undefined
  trail?: Trail
  children: ReactNode
}

/** What every page of the desk has around it: the office, its queues and how much is in each. */
export async function DeskFrame({ actor, queue, applicationQueue, voice, trail = [], children }: DeskFrameProps) {
  const [office, counts, applicationCounts] = await Promise.all([
    findOwnOffice(actor),
    countQueues(actor),
    countApplicationQueues(actor),
  ])
  const voices = queues.map((each) => ({
    label: queueLabels[each],
    href: `/sede?coda=${each}`,
    current: each === queue,
    count: countOf(each, counts[each], 'request'),
  }))
  const applicationVoices = applicationQueues.map((each) => ({
    label: applicationQueueLabels[each],
    href: `/sede/istanze?coda=${each}`,
    current: each === applicationQueue,
    count: countOf(each, applicationCounts[each], 'application'),
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
            { title: 'Istanze', voices: applicationVoices },
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
