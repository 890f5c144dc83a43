'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { portfolioAction } from '@/lib/action'
import type { Portfolio } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { bulkActSchema, type Choice, filtersOf, mostInAddress } from '@/lib/portfolio/choice'
import { chosenIds } from '@/lib/portfolio/chosen'
import { assignMany } from '@/lib/portfolio/commands/bulk-assign'
import { markManySeen, markManyUnseen } from '@/lib/portfolio/commands/bulk-seen'
import { packIds } from '@/lib/portfolio/packed-ids'
import { listReadingsToCome } from '@/lib/portfolio/queries/bulk'
import { Refusal } from '@/lib/refusal'
import { assigned, marked } from './words'

/** The buttons over a list of many contributors: which act, and on which rows. */
export const actOnChosenAction = portfolioAction(bulkActSchema, async (actor, typed) => {
  if (typed.atto === 'leggi' && typed.tutte)
    return toConfirmation({ elenco: typed.elenco, tutte: '1', ...filtersOf(typed) })
  const ids = await chosenIds(actor, typed)
  if (ids.length === 0) throw new Refusal('invalid', 'Prima scegli almeno una riga.')
  if (typed.atto === 'leggi') return toConfirmation(await toRead(actor, typed.elenco, ids))
  const message = await act(actor, typed, ids)
  revalidatePath('/area/tutti', 'layout')
  return { status: 'done', message }
})

/** As many as an address holds, first those that one can still read: the others stay chosen for the next time. */
async function toRead(actor: Portfolio, elenco: string, ids: string[]) {
  const found = await listReadingsToCome(actor, ids)
  const unread = found.flatMap(({ title, unreadIds }) => (rightsOf[title].partial ? [] : unreadIds))
  const ordered = [...new Set([...unread, ...ids])]
  const others = unread.length - mostInAddress
  return {
    elenco,
    scelte: packIds(ordered.slice(0, mostInAddress)),
    ...(others > 0 && { altre: String(others) }),
  }
}

const toConfirmation = (query: Record<string, string>): never =>
  redirect(`/area/tutti/comunicazioni/leggi?${new URLSearchParams(query)}` as Route)

async function act(actor: Portfolio, typed: Choice & { atto: string; incaricato?: string | undefined }, ids: string[]) {
  if (typed.atto === 'affida') {
    const given = { list: typed.elenco, ids, assigneeId: typed.incaricato || null }
    return assigned(await assignMany(actor, given), given.assigneeId !== null)
  }
  if (typed.elenco === 'requests') throw new Refusal('invalid', 'Questo si può fare solo con le comunicazioni.')
  const outcomes =
    typed.atto === 'segna-viste'
      ? await markManySeen(actor, { noticeIds: ids })
      : await markManyUnseen(actor, { noticeIds: ids })
  return marked(actor, outcomes)
}
