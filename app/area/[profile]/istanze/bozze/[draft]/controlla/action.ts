'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { handOverApplication } from '@/lib/applications/commands/draft'
import { submitApplication } from '@/lib/applications/commands/submit'
import { discardApplicationSchema, handOverSchema, submitApplicationSchema } from '@/lib/applications/schema'
import { discardDraft } from '@/lib/drafts/commands'

export const submitApplicationAction = contributorAction(
  submitApplicationSchema,
  async (actor, { draftId, version }) => {
    const { id } = await submitApplication(actor, { draftId, version })
    const list = `/area/${actor.contributorId}/istanze`
    // What the browser remembers of the steps is no longer true: Back finds the receipt.
    revalidatePath(`${list}/bozze/${draftId}`, 'layout')
    redirect(`${list}/${id}/ricevuta` as Route)
  },
)

/** «Chiedi di inviarla». */
export const handOverApplicationAction = contributorAction(handOverSchema, async (actor, asked) => {
  await handOverApplication(actor, asked)
  redirect(`/area/${actor.contributorId}/istanze?bozza=affidata` as Route)
})

export const discardApplicationAction = contributorAction(discardApplicationSchema, async (actor, { draftId }) => {
  await discardDraft(actor, draftId)
  redirect(`/area/${actor.contributorId}/istanze?bozza=eliminata` as Route)
})
