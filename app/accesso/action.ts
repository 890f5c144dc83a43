'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { publicAction } from '@/lib/action'
import { browserName, clientAddress } from '@/lib/auth/client-address'
import { signIn } from '@/lib/auth/commands'
import { giveCookie } from '@/lib/auth/cookie'
import { returnAddress } from '@/lib/auth/return-address'
import { signInSchema } from '@/lib/auth/schema'

export const signInAction = publicAction(signInSchema, async (actor, input) => {
  await giveCookie(await signIn(actor, input, await clientAddress(), await browserName()))
  redirect(returnAddress(input.next, '/entra') as Route)
})
