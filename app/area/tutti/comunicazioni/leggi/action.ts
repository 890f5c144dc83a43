'use server'

import { revalidatePath } from 'next/cache'
import * as z from 'zod'
import { portfolioAction } from '@/lib/action'
import { formatCount } from '@/lib/format'
import { stalePage } from '@/lib/form-state'
import { unpackIds } from '@/lib/portfolio/packed-ids'
import { readManyNotices, type ReadingOutcome } from '@/lib/portfolio/commands/bulk-reading'
import { Refusal } from '@/lib/refusal'
import { namesOf } from '../../selezione/words'

/** The notices that the confirmation named, and no others. */
const confirmedSchema = z.object({ letture: z.string(stalePage).max(5_000_000, stalePage) })

const notRead: Record<Exclude<ReadingOutcome, 'read'>, string> = {
  already_read: 'Già lette: qualcuno le ha aperte prima di te.',
  partial: 'Non lette: la tua delega è parziale.',
  gone: 'Non lette: non puoi più operare per il loro contribuente.',
}

/** «Registra N letture»: after it each notice is open, and stands among those read. */
export const readManyNoticesAction = portfolioAction(confirmedSchema, async (actor, { letture }) => {
  const noticeIds = unpackIds(letture)
  if (noticeIds.length === 0) throw new Refusal('invalid', 'Non c’è nessuna comunicazione da leggere.')
  const outcomes = await readManyNotices(actor, { noticeIds })
  revalidatePath('/area', 'layout')
  const idsOf = (wanted: ReadingOutcome) => [...outcomes].flatMap(([id, outcome]) => (outcome === wanted ? [id] : []))
  const lines = [`Letture registrate: ${formatCount(idsOf('read').length)} su ${formatCount(outcomes.size)}.`]
  for (const why of ['already_read', 'partial', 'gone'] as const) {
    const ids = idsOf(why)
    const names = ids.length > 0 ? await namesOf(actor, ids) : ''
    if (ids.length > 0) lines.push(`${notRead[why]} ${formatCount(ids.length)}${names && ` (${names})`}`)
  }
  return { status: 'done', message: lines.join('\n') }
})
