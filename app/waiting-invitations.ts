import { cache } from 'react'
import { currentPerson } from '@/lib/auth/session'
import { countInvitations } from '@/lib/delegations/queries/invitations'

/** How many invitations wait for who is signed in: asked once for each page, whatever shows it. */
export const waitingInvitations = cache(async () => {
  const person = await currentPerson()
  return person ? countInvitations(person) : 0
})
