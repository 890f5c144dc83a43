'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '@/lib/action'
import { inviteHolder, registerFirm } from '@/lib/firms/commands/register'
import { inviteHolderSchema, registerFirmSchema } from '@/lib/firms/schema'

export const registerFirmAction = adminAction(registerFirmSchema, async (actor, input) => {
  await registerFirm(actor, input)
  redirect('/amministrazione/studi?fatto=registrato')
})

export const inviteHolderAction = adminAction(inviteHolderSchema, async (actor, input) => {
  await inviteHolder(actor, input)
  redirect('/amministrazione/studi?fatto=titolare')
})
