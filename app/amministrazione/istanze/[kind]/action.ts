'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '@/lib/action'
import { closeKindSchema, openKindSchema } from '@/lib/applications/closure-schema'
import { closeKind, openKind } from '@/lib/applications/commands/kinds'

export const closeKindAction = adminAction(closeKindSchema, async (actor, input) => {
  await closeKind(actor, input)
  redirect('/amministrazione/istanze?fatto=sospesa')
})

export const openKindAction = adminAction(openKindSchema, async (actor, input) => {
  await openKind(actor, input)
  redirect('/amministrazione/istanze?fatto=riaperta')
})
