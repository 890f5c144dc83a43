'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { appointRepresentative } from '@/lib/representatives/commands/appoint'
import { appointRepresentativeSchema } from '@/lib/representatives/schema'

export const appointRepresentativeAction = contributorAction(appointRepresentativeSchema, async (actor, input) => {
  await appointRepresentative(actor, input)
  redirect(`/area/${actor.contributorId}/responsabili` as Route)
})
