import type { CampaignStatus } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'

/** Everything that moves a campaign, or is done to what it published. */
export const campaignActs = [
  'validate',
  'fail',
  'open_sample',
  'approve',
  'pause',
  'resume',
  'finish',
  'stop',
  'discard',
  'withdraw',
] as const
export type CampaignAct = (typeof campaignActs)[number]

type Transition = {
  by: 'office' | 'system'
  from: readonly CampaignStatus[]
  /** The status it leads to; without one the status stays what it was. */
  to?: CampaignStatus
  change: ChangeName
  /** What people read in the history. */
  label: string
}

/**
 * Which status of a campaign may follow which, and who may cause it: a dry run, a sample looked at, the approval of a second
 * person, a first stage and the rest. A campaign begins `loading`. The only place that knows the steps.
 */
export const transitions = {
  validate: {
    by: 'system',
    from: ['loading'],
    to: 'validated',
    change: 'campaign.validated',
    label: 'File controllato',
  },
  fail: {
    by: 'system',
    from: ['loading'],
    to: 'unreadable',
    change: 'campaign.validated',
    label: 'File non leggibile',
  },
  open_sample: {
    by: 'office',
    from: ['validated'],
    change: 'campaign.sample_opened',
    label: 'Comunicazione del campione aperta',
  },
  approve: { by: 'office', from: ['validated'], to: 'releasing', change: 'campaign.approved', label: 'Approvata' },
  pause: {
    by: 'system',
    from: ['releasing'],
    to: 'paused',
    change: 'campaign.released',
    label: 'Prima parte pubblicata',
  },
  resume: {
    by: 'office',
    from: ['paused'],
    to: 'releasing',
    change: 'campaign.resumed',
    label: 'Pubblicazione ripresa',
  },
  finish: {
    by: 'system',
    from: ['releasing'],
    to: 'done',
    change: 'campaign.released',
    label: 'Pubblicata per intero',
  },
  stop: { by: 'office', from: ['releasing', 'paused'], to: 'stopped', change: 'campaign.stopped', label: 'Fermata' },
  discard: {
    by: 'office',
    from: ['loading', 'validated', 'unreadable'],
    to: 'discarded',
    change: 'campaign.discarded',
    label: 'Scartata',
  },
  withdraw: {
    by: 'office',
    from: ['stopped', 'done'],
    change: 'campaign.withdrawn',
    label: 'Comunicazioni pubblicate ritirate',
  },
} as const satisfies Record<CampaignAct, Transition>

/** Statuses in which `act` may be done. */
export const statusesFor = (act: CampaignAct): CampaignStatus[] => [...transitions[act].from]

/** Whether `side` may do `act` to a campaign in `status`. Whose campaign it is, is said by `policy.ts`. */
export const isAllowed = (act: CampaignAct, side: 'office' | 'system', status: CampaignStatus) =>
  transitions[act].by === side && statusesFor(act).includes(status)

export const statusLabels: Record<CampaignStatus, string> = {
  loading: 'In controllo',
  unreadable: 'File non leggibile',
  validated: 'Da approvare',
  releasing: 'In pubblicazione',
  paused: 'In pausa dopo la prima parte',
  stopped: 'Fermata',
  done: 'Pubblicata',
  discarded: 'Scartata',
}

/** Hundredths of the notices that go out first. */
const firstStage = 10

/** How many notices the first stage publishes: one in ten, rounded up. */
export const firstStageOf = (notices: number) => Math.ceil((notices * firstStage) / 100)
