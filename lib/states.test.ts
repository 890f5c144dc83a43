import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  campaignStatuses,
  delegationActs,
  delegationStatuses,
  noticeActs,
  noticeStatuses,
  requestActs,
  requestOutcomes,
  requestStatuses,
  type ThreadSide,
} from '@/db/vocabulary'
import * as campaigns from '@/lib/campaigns/status'
import * as delegations from '@/lib/delegations/status'
import * as notices from '@/lib/notices/status'
import * as requests from '@/lib/requests/status'

const page = fileURLToPath(new URL('../docs/states.md', import.meta.url))
const sideLabels: Record<ThreadSide, string> = { contributor: 'contribuente', office: 'sede', system: 'portale' }

type Step = {
  act: string
  label: string
  /** None for the act that begins the thing. */
  from: readonly string[]
  /** Without one the status stays what it was. */
  to: string | undefined
  who: string
  change: string
}
type Life = {
  label: (status: string) => string
  beginning: string
  steps: Step[]
  /** Where it may stay for good although there is a way on. */
  mayEnd?: string[]
}

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const actsTable = ({ label, beginning, steps }: Life) =>
  table(
    ['Atto', 'Da', 'A', 'Chi', 'Cambiamento'],
    steps.map((step) => [
      `${step.label} (\`${step.act}\`)`,
      step.from.length === 0 ? beginning : step.from.map(label).join('; '),
      step.to === undefined ? 'resta com’è' : label(step.to),
      step.who,
      `\`${step.change}\``,
    ]),
  )

const drawing = ({ label, steps, mayEnd = [] }: Life, statuses: readonly string[], first?: string) => {
  const arrows = steps.flatMap(({ from, to, label: name }) =>
    from.length === 0
      ? [`  [*] --> ${to} : ${name}`]
      : from.flatMap((before) => (to === undefined || to === before ? [] : [`  ${before} --> ${to} : ${name}`])),
  )
  const ends = statuses.filter(
    (status) =>
      mayEnd.includes(status) ||
      steps.every(({ from, to }) => to === undefined || to === status || !from.includes(status)),
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...statuses.map((status) => `  ${status} : ${label(status)}`),
    ...(first === undefined ? [] : [`  [*] --> ${first}`]),
    ...arrows,
    ...ends.map((status) => `  ${status} --> [*]`),
    '```',
  ].join('\n')
}

const toOf = (rule: object) => ('to' in rule ? (rule.to as string) : undefined)

const ofRequests: Life = {
  label: (status) => requests.describeStatus(status as never, null),
  beginning: 'bozza',
  mayEnd: ['closed'],
  steps: requestActs.map((act) => {
    const rule = requests.transitions[act]
    const held = requests.needsHolder(act)
    return {
      act,
      label: rule.label,
      from: requests.statusesFor(act),
      to: toOf(rule),
      who: held ? 'sede: chi l’ha in carico, se c’è, o il responsabile' : sideLabels[rule.by],
      change: rule.change,
    }
  }),
}

const ofNotices: Life = {
  label: (status) => notices.statusLabels[status as never],
  beginning: 'pubblicazione',
  steps: noticeActs.map((act) => {
    const { label, by, to, change } = notices.transitions[act]
    return { act, label, from: notices.statusesFor(act), to, who: sideLabels[by], change }
  }),
}

const ofCampaigns: Life = {
  label: (status) => campaigns.statusLabels[status as never],
  beginning: 'caricamento',
  steps: campaigns.campaignActs.map((act) => {
    const rule = campaigns.transitions[act]
    const second = act === 'approve' ? ': una seconda persona, aperto tutto il campione' : ''
    return {
      act,
      label: rule.label,
      from: campaigns.statusesFor(act),
      to: toOf(rule),
      who: sideLabels[rule.by] + second,
      change: rule.change,
    }
  }),
}

const delegationSides: Record<delegations.DelegationSide, string> = {
  contributor: 'contribuente: chi lo rappresenta',
  delegate: 'delegato',
  office: 'sede',
  system: 'portale',
}

const ofDelegations: Life = {
  label: (status) => delegations.statusLabels[status as never],
  beginning: 'niente',
  steps: delegationActs.map((act) => {
    const rule = delegations.transitions[act]
    return {
      act,
      label: rule.label,
      from: delegations.statusesFor(act),
      to: toOf(rule),
      who: delegationSides[rule.by],
      change: rule.change,
    }
  }),
}

const statusTable = ({ label }: Life, statuses: readonly string[]) =>
  table(
    ['Stato', 'Nel codice'],
    statuses.map((status) => [label(status), `\`${status}\``]),
  )

function statesPage() {
  const phases = requestStatuses.map((status) => [
    ofRequests.label(status),
    `\`${status}\``,
    requests.phaseLabels[requests.phaseOf(status)],
  ])
  return `# Stati

Pagina generata da \`lib/requests/status.ts\`, \`lib/notices/status.ts\`, \`lib/campaigns/status.ts\` e
\`lib/delegations/status.ts\`: si riscrive con \`UPDATE_DOCS=1 npx vitest run --project unit lib/states.test.ts\`. Tutto quello che non è scritto qui viene rifiutato, e non
lascia traccia. Nei disegni stanno solo gli atti che cambiano lo stato.

## Richieste

${table(['Stato', 'Nel codice', 'Fase che si legge'], phases)}

Una richiesta definita mostra il suo esito: ${requestOutcomes.map((outcome) => requests.outcomeLabels[outcome].toLowerCase()).join(', ')}.

${actsTable(ofRequests)}

La risposta è promessa entro ${requests.answerWorkingDays} giorni lavorativi; il tempo è fermo mentre si aspettano i documenti. Se non arrivano entro il
termine il portale avvisa, e dopo altri ${requests.closureNoticeWorkingDays} giorni lavorativi chiude. Una richiesta chiusa si può riaprire per ${requests.reopenableDays} giorni.

${drawing(ofRequests, requestStatuses)}

## Comunicazioni di irregolarità

Da leggere o letta è un’altra cosa: sta nei due elenchi, e la prima lettura resta. Questo è ciò che dice l’etichetta.

${statusTable(ofNotices, noticeStatuses)}

${actsTable(ofNotices)}

Il contribuente risponde solo a ciò che ha letto. Una comunicazione ritirata o corretta resta, barrata.

${drawing(ofNotices, noticeStatuses, 'open')}

## Campagne

${statusTable(ofCampaigns, campaignStatuses)}

${actsTable(ofCampaigns)}

La prima parte è una comunicazione su dieci, arrotondata per eccesso; se sono così poche che le comprende tutte, non c’è
pausa. Chi ha caricato il file non lo approva.

${drawing(ofCampaigns, campaignStatuses, 'loading')}

## Deleghe

${statusTable(ofDelegations, delegationStatuses)}

${actsTable(ofDelegations)}

Solo una delega attiva dà diritti. Una indiretta vale da quando è validata, e non prima; una che ha un ultimo giorno smette di
valere alla sua mezzanotte, in Italia. Tutto resta conservato fino a ${delegations.keptYears} anni dopo la fine.

${drawing(ofDelegations, delegationStatuses)}
`
}

test('docs/states.md says the same as the code', () => {
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, statesPage())
  expect(readFileSync(page, 'utf8')).toBe(statesPage())
})
