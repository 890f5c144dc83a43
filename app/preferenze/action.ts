'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { personAction } from '@/lib/action'
import { proveAgain } from '@/lib/auth/commands'
import { sendCode, verifyContact } from '@/lib/contacts/commands/code'
import { proposeContact, removeContact } from '@/lib/contacts/commands/propose'
import { contactSchema, proposeContactSchema, provenContactSchema, verifyContactSchema } from '@/lib/contacts/schema'
import { keepException, keepPreferences, removeException } from '@/lib/notifications/commands'
import {
  keepExceptionSchema,
  keepPreferencesSchema,
  removeExceptionSchema,
} from '@/lib/notifications/preference-schema'

const back = (done: string) => redirect(`/preferenze?fatto=${done}` as Route)

export const proposeOwnContactAction = personAction(proposeContactSchema, async (actor, { pin, ...input }) => {
  await proveAgain(actor, pin)
  const { coded } = await proposeContact(actor, input)
  back(coded ? 'codice' : 'scritto')
})

export const sendOwnCodeAction = personAction(contactSchema, async (actor, input) => {
  await sendCode(actor, input)
  back('codice')
})

export const verifyOwnContactAction = personAction(verifyContactSchema, async (actor, input) => {
  await verifyContact(actor, input)
  back('verificato')
})

export const removeOwnContactAction = personAction(provenContactSchema, async (actor, { pin, ...input }) => {
  await proveAgain(actor, pin)
  await removeContact(actor, input)
  back('tolto')
})

export const keepPreferencesAction = personAction(keepPreferencesSchema, async (actor, input) => {
  await keepPreferences(actor, input)
  back('preferenze')
})

export const keepExceptionAction = personAction(keepExceptionSchema, async (actor, input) => {
  await keepException(actor, input)
  back('preferenze')
})

export const removeExceptionAction = personAction(removeExceptionSchema, async (actor, input) => {
  await removeException(actor, input)
  back('preferenze')
})
