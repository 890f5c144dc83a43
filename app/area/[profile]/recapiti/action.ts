'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { contributorAction } from '@/lib/action'
import type { ContributorSide } from '@/lib/auth/actor'
import { proveAgain } from '@/lib/auth/commands'
import { requirePerson } from '@/lib/auth/session'
import { sendCode, verifyContact } from '@/lib/contacts/commands/code'
import { confirmContact, declineContact, proposeContact, removeContact } from '@/lib/contacts/commands/propose'
import { contactsRight } from '@/lib/contacts/policy'
import { contactSchema, proposeContactSchema, provenContactSchema, verifyContactSchema } from '@/lib/contacts/schema'

const back = (actor: ContributorSide, done: string) =>
  redirect(`/area/${actor.contributorId}/recapiti?fatto=${done}` as Route)

export const proposeContactAction = contributorAction(proposeContactSchema, async (actor, { pin, ...input }) => {
  await proveAgain(await requirePerson(), pin)
  const { coded } = await proposeContact(actor, input)
  back(actor, contactsRight(actor) === 'propose' ? 'proposto' : coded ? 'codice' : 'scritto')
})

export const sendContactCodeAction = contributorAction(contactSchema, async (actor, input) => {
  await sendCode(actor, input)
  back(actor, 'codice')
})

export const verifyContactAction = contributorAction(verifyContactSchema, async (actor, input) => {
  await verifyContact(actor, input)
  back(actor, 'verificato')
})

export const confirmContactAction = contributorAction(provenContactSchema, async (actor, { pin, ...input }) => {
  await proveAgain(await requirePerson(), pin)
  const { coded } = await confirmContact(actor, input)
  back(actor, coded ? 'codice' : 'scritto')
})

export const declineContactAction = contributorAction(contactSchema, async (actor, input) => {
  await declineContact(actor, input)
  back(actor, 'rifiutato')
})

export const removeContactAction = contributorAction(provenContactSchema, async (actor, { pin, ...input }) => {
  await proveAgain(await requirePerson(), pin)
  await removeContact(actor, input)
  back(actor, 'tolto')
})
