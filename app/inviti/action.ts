'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { personAction } from '@/lib/action'
import { acceptDelegation, declineDelegation } from '@/lib/delegations/commands/invited'
import { delegationIdSchema } from '@/lib/delegations/schema'
import { acceptMembership, declineMembership } from '@/lib/firms/commands/invitations'
import { memberSchema } from '@/lib/firms/schema'
import { acceptAppointment, declineAppointment } from '@/lib/representatives/commands/answer'
import { appointmentIdSchema } from '@/lib/representatives/schema'

function back(outcome: 'accettato' | 'rifiutato'): never {
  // The header, too, says how many are left.
  revalidatePath('/', 'layout')
  redirect(`/inviti?esito=${outcome}` as Route)
}

export const acceptDelegationAction = personAction(delegationIdSchema, async (actor, input) => {
  await acceptDelegation(actor, input)
  back('accettato')
})

export const declineDelegationAction = personAction(delegationIdSchema, async (actor, input) => {
  await declineDelegation(actor, input)
  back('rifiutato')
})

export const acceptAppointmentAction = personAction(appointmentIdSchema, async (actor, input) => {
  await acceptAppointment(actor, input)
  back('accettato')
})

export const declineAppointmentAction = personAction(appointmentIdSchema, async (actor, input) => {
  await declineAppointment(actor, input)
  back('rifiutato')
})

export const acceptMembershipAction = personAction(memberSchema, async (actor, input) => {
  await acceptMembership(actor, input)
  back('accettato')
})

export const declineMembershipAction = personAction(memberSchema, async (actor, input) => {
  await declineMembership(actor, input)
  back('rifiutato')
})
