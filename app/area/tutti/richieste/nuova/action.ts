'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { portfolioAction } from '@/lib/action'
import type { Portfolio } from '@/lib/auth/actor'
import { chooseContributors } from '@/lib/bulk-requests/commands/choose'
import { findBulk } from '@/lib/bulk-requests/queries/bulk'
import { listCandidateIds, matchCandidates, searchCandidates } from '@/lib/bulk-requests/queries/candidates'
import { chooseSchema, codesTyped } from '@/lib/bulk-requests/schema'
import { valuesOf } from '@/lib/form-state'
import { Invalid, Refusal } from '@/lib/refusal'
import type { Answered } from './answered'

const home = '/area/tutti/richieste/nuova'

/** Keeps the choice at every press, whichever button it is: nothing ticked or pasted waits for the right one. */
export const chooseContributorsAction = portfolioAction(chooseSchema, async (actor, typed, form) => {
  const { bulkId, scelti, gruppo, togli, parole } = typed
  const { ids, unknown } = await matchCandidates(actor, codesTyped(typed.codici ?? ''))
  // One does not go on leaving somebody behind without knowing.
  if (typed.continua !== undefined && unknown.length > 0) throw new Invalid({ codici: [unknownCodes(unknown)] })
  const add = [
    ...scelti,
    ...(typed.tutti === undefined ? [] : await listCandidateIds(actor)),
    ...(gruppo ? await listCandidateIds(actor, gruppo) : []),
    ...ids,
  ]
  const remove = typed.svuota !== undefined ? 'all' : togli ? [togli] : []
  if (add.length > 0 || remove.length > 0) await chooseContributors(actor, { bulkId, add, remove })
  revalidatePath(home)
  if (typed.continua !== undefined) return goOn(actor, bulkId)
  const found = typed.cerca !== undefined && parole?.trim() ? await searchCandidates(actor, parole) : undefined
  return {
    status: 'checked',
    values: valuesOf(form),
    shown: { found, unknown: unknown.length > 0 ? unknownCodes(unknown) : undefined } satisfies Answered,
  }
})

/** Named one by one; what is no code at all, by its beginning. */
const unknownCodes = (codes: string[]) =>
  `Tra i contribuenti per cui puoi scrivere non c’è nessuno con: ${codes.map((code) => (code.length > 40 ? `${code.slice(0, 40)}…` : code)).join(', ')}. Correggi o togli queste righe. Con una delega parziale si scrive dalla pagina del contribuente.`

async function goOn(actor: Portfolio, bulkId: string): Promise<never> {
  const bulk = await findBulk(actor, bulkId)
  if (!bulk || bulk.chosen === 0) throw new Refusal('invalid', 'Scegli almeno un contribuente.')
  redirect(`${home}/scrivi?invio=${bulkId}` as Route)
}
