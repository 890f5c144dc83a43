'use server'

import { portfolioAction } from '@/lib/action'
import { validateDelegations } from '@/lib/delegations/commands/validate-many'
import { validateDelegationsSchema } from '@/lib/delegations/delegate-schema'

export const validateDelegationsAction = portfolioAction(validateDelegationsSchema, async (actor, typed) => {
  const done = { status: 'done' as const, shown: await validateDelegations(actor, typed) }
  return done
})
