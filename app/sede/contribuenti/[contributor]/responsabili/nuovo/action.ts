'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { enableRepresentative } from '@/lib/representatives/commands/appoint'
import { enableRepresentativeSchema } from '@/lib/representatives/schema'

export const enableRepresentativeAction = officerAction(enableRepresentativeSchema, async (actor, input) => {
  await enableRepresentative(actor, input)
  redirect(`/sede/contribuenti/${input.contributorId}` as Route)
})
