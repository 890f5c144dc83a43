'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { beginApplication } from '@/lib/applications/commands/draft'
import { beginApplicationSchema } from '@/lib/applications/schema'

/** «Comincia». */
export const beginApplicationAction = contributorAction(beginApplicationSchema, async (actor, input) => {
  const { id, firstStep } = await beginApplication(actor, input)
  redirect(`/area/${actor.contributorId}/istanze/bozze/${id}/${firstStep}` as Route)
})
