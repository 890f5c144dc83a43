'use server'

import { redirect } from 'next/navigation'
import { pinAction } from '@/lib/action'
import { choosePin } from '@/lib/auth/commands'
import { choosePinSchema } from '@/lib/auth/schema'

export const choosePinAction = pinAction(choosePinSchema, async (actor, input) => {
  await choosePin(actor, input)
  redirect('/entra')
})
