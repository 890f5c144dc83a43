'use server'

import { portfolioAction } from '@/lib/action'
import { importDelegations } from '@/lib/delegations/commands/import'
import { importDelegationsSchema } from '@/lib/delegations/delegate-schema'

export const importDelegationsAction = portfolioAction(importDelegationsSchema, async (actor, { file }) => {
  const done = {
    status: 'done' as const,
    shown: await importDelegations(actor, { size: file.size, bytes: file.stream() }),
  }
  return done
})
