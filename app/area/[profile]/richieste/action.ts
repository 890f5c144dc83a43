'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod'
import { contributorAction } from '@/lib/action'
import { discardDraft } from '@/lib/drafts/commands'

export const discardDraftAction = contributorAction(z.strictObject({ draft: z.uuid() }), async (actor, { draft }) => {
  await discardDraft(actor, draft)
  redirect(`/area/${actor.contributorId}/richieste?bozza=eliminata`)
})
