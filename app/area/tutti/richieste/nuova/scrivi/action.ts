'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { portfolioAction } from '@/lib/action'
import { sideOf } from '@/lib/auth/session'
import { beingSent } from '@/lib/bulk-requests/commands/choose'
import { findBulk } from '@/lib/bulk-requests/queries/bulk'
import { keepTyped } from '@/lib/drafts/keep'
import { composingSchema } from '@/lib/drafts/schema'
import { isUuid } from '@/lib/identifiers/uuid'
import { Refusal } from '@/lib/refusal'
import { checkRequest } from '@/lib/requests/check'

const home = '/area/tutti/richieste/nuova'

/** As for one contributor: words and files are kept first, then judged, then looked at as a whole. */
export const reviewBulkAction = portfolioAction(composingSchema, async (actor, input, form) => {
  const bulk = await findBulk(actor, input.draftId)
  if (!bulk) throw new Refusal('not-found', 'Questa richiesta non c’è più.')
  if (bulk.sealed) throw new Refusal('conflict', beingSent)
  const profile = form.get('profile')
  const side = typeof profile === 'string' && isUuid(profile) ? await sideOf(actor, profile) : undefined
  if (!side || side.contributorId !== bulk.hostId)
    throw new Refusal('conflict', 'I contribuenti scelti sono cambiati: torna al primo passo, controllali e continua.')
  const content = await keepTyped(side, { ...input, kind: 'entry', requestId: undefined }, form)
  if (input.saveDraft || input.removeAttachment) redirect(`${home}/scrivi?invio=${bulk.id}` as Route)
  await checkRequest(side, content)
  redirect(`${home}/controlla?invio=${bulk.id}` as Route)
})
