import type { Portfolio } from '@/lib/auth/actor'
import { leftReasons } from '@/lib/firms/words'
import { formatCount } from '@/lib/format'
import { listChosenNotices } from '@/lib/portfolio/queries/bulk'

/** Notices named one by one in a result. */
export async function namesOf(actor: Portfolio, ids: string[]) {
  const found = await listChosenNotices(actor, ids)
  return found.map(({ denomination, protocollo }) => `${denomination}, ${protocollo}`).join('; ')
}

const notDone = {
  unread: 'Nessuno le ha ancora lette per il contribuente: aprile prima.',
  partial: 'La tua delega è parziale: il contenuto non è aperto a te.',
  gone: 'Non puoi più operare per il loro contribuente.',
}

/** What became of each dot: how many were done, and which were not, with why. */
export async function marked(actor: Portfolio, outcomes: Map<string, 'done' | keyof typeof notDone>) {
  const idsOf = (wanted: string) => [...outcomes].flatMap(([id, outcome]) => (outcome === wanted ? [id] : []))
  const lines = [`Fatto per ${formatCount(idsOf('done').length)} su ${formatCount(outcomes.size)}.`]
  for (const why of ['unread', 'partial', 'gone'] as const) {
    const ids = idsOf(why)
    if (ids.length > 0) lines.push(lineOf(ids.length, notDone[why], await namesOf(actor, ids)))
  }
  return lines.join('\n')
}

const lineOf = (many: number, why: string, names: string) =>
  `Non fatto per ${formatCount(many)}. ${why}${names ? ` (${names})` : ''}`

type Assigned = { kept: string[]; left: { id: string; why: keyof typeof leftReasons }[] }

/** What became of an assignment. */
export function assigned({ kept, left }: Assigned, given: boolean) {
  const lines = [`${given ? 'Affidate' : 'Tolte a chi le aveva'}: ${formatCount(kept.length)}.`]
  for (const why of Object.keys(leftReasons) as (keyof typeof leftReasons)[]) {
    const many = left.filter((one) => one.why === why).length
    if (many > 0) lines.push(lineOf(many, leftReasons[why], ''))
  }
  return lines.join('\n')
}
