import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { firmMembers, users } from '@/db/schema'
import { transaction } from '@/db/write'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { conferDelegation } from '@/lib/delegations/commands/contributor'
import { suspendDelegation } from '@/lib/delegations/commands/office'
import { appointRepresentative } from '@/lib/representatives/commands/appoint'
import { contributorSide, execute, newCodiceFiscale, reason } from './factories'
import { aDelegation, aFirm } from './portfolio-factories'

type People = { sender: ContributorSide; desk: Officer }
type Form = Record<string, string>

const today = () => romeDate(new Date())
const days = () => ({ startsOn: formatItalianDate(today()), endsOn: '31/12/2030' })
const codeOf = async ({ id }: ContributorSide) => {
  const [user] = await transaction((tx) => tx.select().from(users).where(eq(users.id, id)))
  return user!.codiceFiscale
}

/** Held out by a contributor to somebody, and not answered yet. */
async function proposed(owner: ContributorSide, delegateCode = newCodiceFiscale()) {
  const { id } = await conferDelegation(owner, {
    delegationId: v7(),
    delegateCode,
    scope: 'total',
    exclusive: false,
    workers: [],
    startsOn: today(),
    endsOn: null,
  })
  return { delegationId: id }
}

async function appointed(owner: ContributorSide, codiceFiscale = newCodiceFiscale()) {
  const { id } = await appointRepresentative(owner, {
    appointmentId: v7(),
    codiceFiscale,
    startsOn: today(),
    endsOn: null,
  })
  return { appointmentId: id }
}

const active = async ({ sender }: People, workers?: string[]) => {
  const { id } = await aDelegation({ contributorId: sender.contributorId, ...(workers && { workers }) })
  return { delegationId: id }
}

/** A place in a firm for the sender, who is in none. */
async function invited({ sender }: People) {
  const firm = await aFirm()
  await execute(sql`update firm_members set ended_at = now() where user_id = ${sender.id}`)
  const codiceFiscale = await codeOf(sender)
  const [member] = await transaction((tx) =>
    tx
      .insert(firmMembers)
      .values({ firmId: firm.id, role: 'collaborator', codiceFiscale })
      .returning({ id: firmMembers.id }),
  )
  return { memberId: member!.id }
}

/** Delegations of a contributor in three states, and an appointment: what lies behind the doors of others. */
export async function someRights(owner: ContributorSide, desk: Officer) {
  const people = { sender: owner, desk }
  const [worker, kept] = [newCodiceFiscale(), newCodiceFiscale()]
  const { delegationId } = await active(people, [worker, kept])
  const { delegationId: suspendedId } = await active(people)
  await suspendDelegation(desk, { delegationId: suspendedId, text: reason })
  const { delegationId: proposedId } = await proposed(owner)
  return { delegationId, suspendedId, proposedId, worker, ...(await appointed(owner)) }
}

const bySender = (good: (people: People) => Promise<Form> | Form) => ({
  side: 'sender' as const,
  good: (_: unknown, people: People) => good(people),
})
const atDesk = (good: (people: People) => Promise<Form> | Form) => ({
  side: 'desk' as const,
  good: (_: unknown, people: People) => good(people),
})
const toSender = async ({ sender }: People) => proposed(await contributorSide(), await codeOf(sender))
const appointingSender = async ({ sender }: People) => appointed(await contributorSide(), await codeOf(sender))

/** A form of every action on delegations and representatives, as a person would fill it. */
export const delegationForms = {
  conferDelegationAction: bySender(() => ({
    delegationId: v7(),
    delegateCode: newCodiceFiscale(),
    scope: 'partial',
    exclusive: '',
    workers: `${newCodiceFiscale()}\n${newCodiceFiscale()}`,
    ...days(),
  })),
  cancelDelegationAction: bySender(({ sender }) => proposed(sender)),
  revokeDelegationsAction: bySender(async (people) => ({
    delegations: (await active(people)).delegationId,
    text: reason,
  })),
  changeWorkersAction: bySender(async (people) => {
    const [kept, gone] = [newCodiceFiscale(), newCodiceFiscale()]
    return { ...(await active(people, [kept, gone])), add: newCodiceFiscale(), remove: gone }
  }),
  appointRepresentativeAction: bySender(() => ({
    appointmentId: v7(),
    codiceFiscale: newCodiceFiscale(),
    ...days(),
  })),
  endRepresentativeAction: bySender(({ sender }) => appointed(sender)),
  acceptDelegationAction: bySender(toSender),
  declineDelegationAction: bySender(toSender),
  acceptAppointmentAction: bySender(appointingSender),
  declineAppointmentAction: bySender(appointingSender),
  acceptMembershipAction: bySender(invited),
  declineMembershipAction: bySender(invited),
  enableRepresentativeAction: atDesk(({ sender }) => ({
    contributorId: sender.contributorId,
    appointmentId: v7(),
    codiceFiscale: newCodiceFiscale(),
    ...days(),
  })),
  endRepresentativeAtDeskAction: atDesk(({ sender }) => appointed(sender)),
  suspendDelegationAction: atDesk(async (people) => ({ ...(await active(people)), text: reason })),
  reinstateDelegationAction: atDesk(async (people) => {
    const named = await active(people)
    await suspendDelegation(people.desk, { ...named, text: reason })
    return { ...named, text: reason }
  }),
}
