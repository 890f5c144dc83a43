'use server'

import { refresh } from 'next/cache'
import { contributorAction } from '@/lib/action'
import { markRepliesRead } from '@/lib/requests/commands/contributor'
import { requestIdSchema } from '@/lib/requests/schema'

/** With scripts off, the person says that they have read. */
export const markRepliesReadAction = contributorAction(requestIdSchema, async (actor, input) => {
  await markRepliesRead(actor, input)
  refresh()
})
