'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { portfolioAction } from '@/lib/action'
import { addToGroup, keepGroup, removeFromGroup, removeGroup } from '@/lib/firms/commands/groups'
import { endMember, inviteMember } from '@/lib/firms/commands/members'
import { endSubdelegation, subdelegate } from '@/lib/firms/commands/subdelegations'
import {
  endSubdelegationSchema,
  groupClientsSchema,
  groupSchema,
  inviteMemberSchema,
  memberSchema,
  newGroupSchema,
  renameGroupSchema,
  subdelegateSchema,
} from '@/lib/firms/schema'
import { formatCount } from '@/lib/format'

export const inviteMemberAction = portfolioAction(inviteMemberSchema, async (actor, input) => {
  await inviteMember(actor, input)
  redirect('/area/tutti/studio?fatto=invito')
})

export const endMemberAction = portfolioAction(memberSchema, async (actor, input) => {
  await endMember(actor, input)
  redirect('/area/tutti/studio?fatto=tolta')
})

/** The same act by the person it is about: of the firm's pages they have none any more. */
export const leaveFirmAction = portfolioAction(memberSchema, async (actor, input) => {
  await endMember(actor, input)
  redirect('/area')
})

export const subdelegateAction = portfolioAction(subdelegateSchema, async (actor, input) => {
  await subdelegate(actor, input)
  redirect(`/area/tutti/studio/persone/${input.memberId}?fatto=subdelega`)
})

export const endSubdelegationAction = portfolioAction(endSubdelegationSchema, async (actor, input) => {
  await endSubdelegation(actor, input)
  refresh()
})

export const newGroupAction = portfolioAction(newGroupSchema, async (actor, input) => {
  const { id } = await keepGroup(actor, input)
  redirect(`/area/tutti/studio/gruppi/${id}?vista=aggiungi`)
})

export const renameGroupAction = portfolioAction(renameGroupSchema, async (actor, input) => {
  await keepGroup(actor, input)
  refresh()
  return { status: 'done', message: 'Il nome del gruppo è cambiato.' }
})

export const removeGroupAction = portfolioAction(groupSchema, async (actor, input) => {
  await removeGroup(actor, input)
  redirect('/area/tutti/studio?fatto=gruppo')
})

const clients = (count: number) => (count === 1 ? '1 cliente' : `${formatCount(count)} clienti`)

export const addToGroupAction = portfolioAction(groupClientsSchema, async (actor, input) => {
  const added = await addToGroup(actor, input)
  refresh()
  return { status: 'done', message: `Nel gruppo: ${clients(added)} in più.` }
})

export const removeFromGroupAction = portfolioAction(groupClientsSchema, async (actor, input) => {
  const removed = await removeFromGroup(actor, input)
  refresh()
  return { status: 'done', message: `Dal gruppo: ${clients(removed)} in meno.` }
})
