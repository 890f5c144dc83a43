'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import { endRepresentative } from '@/lib/representatives/commands/end'
import { appointmentIdSchema } from '@/lib/representatives/schema'

export const endRepresentativeAction = contributorAction(appointmentIdSchema, async (actor, input) => {
  const { userId } = await endRepresentative(actor, input)
  // Who gave up their own right has no page to come back to.
  if (userId === actor.id) redirect('/area')
  refresh()
})
