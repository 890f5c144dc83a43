import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { administrators, firmMembers, firms, users } from '@/db/schema'
import { transaction } from '@/db/write'
import type { ContributorSide } from '@/lib/auth/actor'
import { keepGroup } from '@/lib/firms/commands/groups'
import { inviteMember } from '@/lib/firms/commands/members'
import { subdelegate } from '@/lib/firms/commands/subdelegations'
import { aUser, execute, newCodiceFiscale } from './factories'
import { aPublishedNotice } from './notice-factories'
import { aDelegation, aGroup, portfolio } from './portfolio-factories'

type People = { sender: ContributorSide }
type Form = Record<string, string>

/** A firm that the sender holds, whatever they were before, with a collaborator, a client and a group. */
async function working({ sender }: People) {
  await execute(sql`update firm_members set ended_at = now() where user_id = ${sender.id} and ended_at is null`)
  const clerk = await aUser()
  const firm = await transaction(async (tx) => {
    const [made] = await tx
      .insert(firms)
      .values({ kind: 'firm', denomination: 'Studio Verdi' })
      .returning({ id: firms.id })
    const [user] = await tx
      .select({ codiceFiscale: users.codiceFiscale })
      .from(users)
      .where(sql`${users.id} = ${sender.id}`)
    const holder = { id: sender.id, codiceFiscale: user!.codiceFiscale }
    const [, member] = await tx
      .insert(firmMembers)
      .values(
        [holder, clerk].map(({ id, codiceFiscale }, place) => ({
          firmId: made!.id,
          role: place === 0 ? ('holder' as const) : ('collaborator' as const),
          codiceFiscale,
          userId: id,
          acceptedAt: new Date(),
        })),
      )
      .returning({ id: firmMembers.id })
    return { id: made!.id, holder, memberId: member!.id }
  })
  const { contributorId } = await aDelegation({ firm })
  const groupId = await aGroup(firm.id, [contributorId], v7())
  return { firm, clerk, contributorId, groupId, actor: portfolio(sender.id, { id: firm.id, role: 'holder' }) }
}
type Working = Awaited<ReturnType<typeof working>>

const inFirm = (good: (working: Working) => Form | Promise<Form>) => ({
  side: 'sender' as const,
  good: async (_: unknown, people: People): Promise<Form> => good(await working(people)),
})

/** The sender administers the portal too. */
export const administering = (good: () => Form | Promise<Form>) => ({
  side: 'sender' as const,
  good: async (_: unknown, { sender }: People): Promise<Form> => {
    await transaction((tx) => tx.insert(administrators).values({ userId: sender.id }).onConflictDoNothing())
    return good()
  },
})

const aTask = { status: 'waiting_client', note: 'Manca la quietanza' }

/** A form of every action on firms, as its holder or an administrator would fill it. */
export const firmForms = {
  registerFirmAction: administering(() => ({
    kind: 'firm',
    denomination: 'Studio Neri',
    holderCode: newCodiceFiscale(),
  })),
  inviteHolderAction: administering(async () => {
    const [firm] = await transaction((tx) =>
      tx.insert(firms).values({ kind: 'firm', denomination: 'Studio Neri' }).returning({ id: firms.id }),
    )
    return { firmId: firm!.id, holderCode: newCodiceFiscale() }
  }),
  inviteMemberAction: inFirm(() => ({ codiceFiscale: newCodiceFiscale() })),
  endMemberAction: inFirm(({ firm }) => ({ memberId: firm.memberId })),
  leaveFirmAction: inFirm(async ({ actor }) => ({
    memberId: (await inviteMember(actor, { codiceFiscale: newCodiceFiscale() })).id,
  })),
  subdelegateAction: inFirm(({ firm, groupId }) => ({ memberId: firm.memberId, groupId })),
  endSubdelegationAction: inFirm(async ({ actor, firm }) => ({
    subdelegationId: (await subdelegate(actor, { memberId: firm.memberId })).id,
  })),
  newGroupAction: inFirm(() => ({ name: 'Artigiani' })),
  renameGroupAction: inFirm(({ groupId }) => ({ groupId, name: 'Edili' })),
  removeGroupAction: inFirm(({ groupId }) => ({ groupId })),
  addToGroupAction: inFirm(async ({ actor, contributorId }) => ({
    groupId: (await keepGroup(actor, { name: 'Edili' })).id,
    contributorIds: contributorId,
  })),
  removeFromGroupAction: inFirm(({ groupId, contributorId }) => ({ groupId, contributorIds: contributorId })),
  keepClientAction: inFirm(({ contributorId, actor }) => ({
    contributorId,
    clientCode: 'A-12',
    assigneeId: actor.id,
    note: 'Chiamare il martedì',
  })),
  assignAction: inFirm(async ({ contributorId, actor }) => ({
    papers: `notice:${(await aPublishedNotice({ contributorId })).id}`,
    assigneeId: actor.id,
  })),
  keepTaskAction: inFirm(async ({ contributorId, actor }) => ({
    noticeId: (await aPublishedNotice({ contributorId })).id,
    assigneeId: actor.id,
    ...aTask,
  })),
}
