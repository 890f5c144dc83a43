'use server'

import { refresh } from 'next/cache'
import { officerAction } from '@/lib/action'
import { endRepresentative } from '@/lib/representatives/commands/end'
import { appointmentIdSchema } from '@/lib/representatives/schema'

export const endRepresentativeAtDeskAction = officerAction(appointmentIdSchema, async (actor, input) => {
  await endRepresentative(actor, input)
  refresh()
})
