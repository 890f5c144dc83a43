import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditEvents } from '@/db/schema'
import { findAccess } from '@/lib/contributors/queries'
import { addToGroup, keepGroup, removeFromGroup, removeGroup } from '@/lib/firms/commands/groups'
import { acceptMembership, declineMembership } from '@/lib/firms/commands/invitations'
import { endMember, inviteMember } from '@/lib/firms/commands/members'
import { inviteHolder, registerFirm } from '@/lib/firms/commands/register'
import { endSubdelegation, subdelegate } from '@/lib/firms/commands/subdelegations'
import { findRegisteredFirm, listFirms } from '@/lib/firms/queries/admin'
import { listCountedGroups, listGroups } from '@/lib/firms/queries/groups'
import { findOwnFirm } from '@/lib/firms/queries/own'
import {
  findFirm,
  findMember,
  listColleagues,
  listInvitations,
  listMembers,
  listSubdelegations,
} from '@/lib/firms/queries/people'
import { aContributor, administrator, aUser, footprint, newCodiceFiscale, person, rows } from '../factories'
import { aDelegation, aFirm, aGroup, portfolio } from '../portfolio-factories'

const titleOf = async (userId: string, contributorId: string) =>
  (await findAccess({ id: userId }, contributorId))?.title

type Firm = Awaited<ReturnType<typeof aFirm>>
const holderOf = (firm: Firm) => portfolio(firm.holder.id, { id: firm.id, role: 'holder' })
const collaboratorOf = (firm: Firm, place = 0) =>
  portfolio(firm.collaborators[place]!.id, { id: firm.id, role: 'collaborator' })

describe('a firm', () => {
  const register = async (holderCode: string) =>
    registerFirm(await administrator(), { kind: 'firm', denomination: 'Studio Neri', holderCode })

  test('is registered by an administrator, and is its holder’s from when they accept', async () => {
    const neri = await aUser({ firstName: 'Nino', lastName: 'Neri' })
    const { id, memberId } = await register(neri.codiceFiscale)
    expect(await findOwnFirm(person(neri.id))).toBeUndefined()
    expect(await listInvitations(person(neri.id))).toEqual([
      expect.objectContaining({ id: memberId, denomination: 'Studio Neri', role: 'holder', ownFirm: null }),
    ])
    await acceptMembership(person(neri.id), { memberId })
    expect(await findOwnFirm(person(neri.id))).toEqual({ id, role: 'holder' })
    expect(await listInvitations(person(neri.id))).toEqual([])
    const holder = portfolio(neri.id, { id, role: 'holder' })
    expect(await findFirm(holder)).toEqual({ id, kind: 'firm', denomination: 'Studio Neri' })
    const listed = (await listFirms(await administrator())).rows.find((firm) => firm.id === id)
    expect(listed).toMatchObject({ holderCode: neri.codiceFiscale, people: 1, acceptedAt: expect.any(Date) })
  })

  test('brings along the delegations that its holder already had', async () => {
    const { id: delegationId, delegate, contributorId } = await aDelegation()
    const { id } = await register(delegate.codiceFiscale)
    const [invited] = await listInvitations(person(delegate.id))
    await acceptMembership(person(delegate.id), { memberId: invited!.id })
    expect(await rows(sql`select firm_id as firm from delegations where id = ${delegationId}`)).toEqual([{ firm: id }])
    expect(await findAccess({ id: delegate.id }, contributorId)).toMatchObject({ title: 'delegate', firmId: id })
  })

  test('has one holder, who holds no other; whom nobody accepted may be replaced', async () => {
    const [first, second] = [newCodiceFiscale(), await aUser()]
    const { id } = await register(first)
    await expect(register(first)).rejects.toMatchObject({ errors: { holderCode: [expect.any(String)] } })
    await inviteHolder(await administrator(), { firmId: id, holderCode: second.codiceFiscale })
    const [invited] = await listInvitations(person(second.id))
    await declineMembership(person(second.id), { memberId: invited!.id })
    expect(await findRegisteredFirm(await administrator(), id)).toMatchObject({ holderCode: null })
    await inviteHolder(await administrator(), { firmId: id, holderCode: second.codiceFiscale })
    const [again] = await listInvitations(person(second.id))
    await acceptMembership(person(second.id), { memberId: again!.id })
    await expect(inviteHolder(await administrator(), { firmId: id, holderCode: first })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await findOwnFirm(person(second.id))).toEqual({ id, role: 'holder' })
  })
})

describe('the people of a firm', () => {
  test('are invited by codice fiscale, known to the portal or not, and are in it when they accept', async () => {
    const firm = await aFirm()
    const holder = holderOf(firm)
    const user = await aUser({ firstName: 'Franca', lastName: 'Romano' })
    const { id: memberId } = await inviteMember(holder, user)
    await inviteMember(holder, { codiceFiscale: newCodiceFiscale() })
    expect((await listMembers(holder)).map(({ name, role }) => [name, role])).toEqual([
      ['Giuseppe Verdi', 'holder'],
      [null, 'collaborator'],
      [null, 'collaborator'],
    ])
    await expect(inviteMember(holder, user)).rejects.toMatchObject({ errors: { codiceFiscale: [expect.any(String)] } })
    await acceptMembership(person(user.id), { memberId })
    const collaborator = portfolio(user.id, { id: firm.id, role: 'collaborator' })
    expect((await listMembers(collaborator)).map(({ name }) => name)).toEqual(['Giuseppe Verdi', 'Franca Romano'])
    expect((await listColleagues(collaborator)).map(({ name }) => name)).toEqual(['Franca Romano', 'Giuseppe Verdi'])
  })

  test('answer for nobody but themselves, and once', async () => {
    const firm = await aFirm()
    const user = await aUser()
    const { id: memberId } = await inviteMember(holderOf(firm), user)
    const stranger = person((await aUser()).id)
    for (const answer of [acceptMembership, declineMembership])
      await expect(answer(stranger, { memberId })).rejects.toMatchObject({ kind: 'not-found' })
    await acceptMembership(person(user.id), { memberId })
    for (const answer of [acceptMembership, declineMembership])
      await expect(answer(person(user.id), { memberId })).rejects.toMatchObject({
        kind: expect.stringMatching(/conflict|not-found/),
      })
  })

  test('are in one firm at a time, even when they accept two at the same instant', async () => {
    const user = await aUser()
    const invited = []
    for (const firm of [await aFirm(), await aFirm()]) invited.push(await inviteMember(holderOf(firm), user))
    const answers = await Promise.allSettled(
      invited.map(({ id }) => acceptMembership(person(user.id), { memberId: id })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ kind: 'conflict' })
    expect((await listInvitations(person(user.id)))[0]).toMatchObject({ ownFirm: 'Studio Verdi' })
  })

  test('who are taken out, or leave, act for nobody of the firm from the next click', async () => {
    const firm = await aFirm({ collaborators: 2 })
    const { contributorId } = await aDelegation({ firm })
    const [leaving, taken] = firm.collaborators
    for (const { memberId } of firm.collaborators) await subdelegate(holderOf(firm), { memberId })
    expect(await titleOf(taken!.id, contributorId)).toBe('subdelegate')
    await endMember(holderOf(firm), { memberId: taken!.memberId })
    await endMember(collaboratorOf(firm), { memberId: leaving!.memberId })
    for (const { id } of [taken!, leaving!]) {
      expect(await titleOf(id, contributorId)).toBeUndefined()
      expect(await findOwnFirm(person(id))).toBeUndefined()
    }
    expect(await listSubdelegations(holderOf(firm))).toEqual([])
  })

  test('change nothing when they are not the holder: not even with a page that was open before', async () => {
    const firm = await aFirm({ collaborators: 2 })
    const { contributorId } = await aDelegation({ firm })
    const groupId = await aGroup(firm.id, [contributorId])
    const { id: subdelegationId } = await subdelegate(holderOf(firm), { memberId: firm.collaborators[1]!.memberId })
    const [, other] = firm.collaborators
    const before = await footprint()
    for (const claimed of [collaboratorOf(firm), portfolio(firm.collaborators[0]!.id, { id: firm.id, role: 'holder' })])
      for (const attempt of [
        () => inviteMember(claimed, { codiceFiscale: newCodiceFiscale() }),
        () => endMember(claimed, { memberId: other!.memberId }),
        () => subdelegate(claimed, { memberId: firm.collaborators[0]!.memberId }),
        () => subdelegate(claimed, { memberId: other!.memberId, groupId }),
        () => endSubdelegation(claimed, { subdelegationId }),
        () => keepGroup(claimed, { name: 'Miei' }),
        () => keepGroup(claimed, { groupId, name: 'Miei' }),
        () => removeGroup(claimed, { groupId }),
        () => addToGroup(claimed, { groupId, contributorIds: [contributorId] }),
        () => removeFromGroup(claimed, { groupId, contributorIds: [contributorId] }),
      ])
        await expect(attempt()).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await footprint()).toEqual(before)
  })

  test('of another firm find nothing of this one, and change nothing', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const { contributorId } = await aDelegation({ firm })
    const groupId = await aGroup(firm.id, [contributorId])
    const { memberId } = firm.collaborators[0]!
    const { id: subdelegationId } = await subdelegate(holderOf(firm), { memberId })
    const stranger = holderOf(await aFirm())
    const alone = portfolio((await aUser()).id)
    for (const somebody of [stranger, alone]) {
      expect(await findMember(somebody, memberId)).toBeUndefined()
      expect((await listMembers(somebody)).some((member) => member.id === memberId)).toBe(false)
      expect(await listSubdelegations(somebody)).toEqual([])
      expect(await listGroups(somebody)).toEqual([])
    }
    const before = await footprint()
    for (const attempt of [
      () => endMember(stranger, { memberId }),
      () => subdelegate(stranger, { memberId }),
      () => endSubdelegation(stranger, { subdelegationId }),
      () => keepGroup(stranger, { groupId, name: 'Nostri' }),
      () => removeGroup(stranger, { groupId }),
      () => addToGroup(stranger, { groupId, contributorIds: [contributorId] }),
      () => removeFromGroup(stranger, { groupId, contributorIds: [contributorId] }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' })
    await expect(inviteMember(alone, { codiceFiscale: newCodiceFiscale() })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await footprint()).toEqual(before)
  })

  test('with a PIN online read, and change nothing', async () => {
    const firm = await aFirm()
    const online = portfolio(firm.holder.id, { id: firm.id, role: 'holder' }, 'online')
    expect(await listMembers(online)).toHaveLength(1)
    await expect(inviteMember(online, { codiceFiscale: newCodiceFiscale() })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('the holder does not leave: the delegations are in their name', async () => {
    const firm = await aFirm()
    await expect(endMember(holderOf(firm), { memberId: firm.holder.memberId })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})

describe('a subdelegation', () => {
  test('is for all the clients, present and future, or for those of a group', async () => {
    const firm = await aFirm({ collaborators: 2 })
    const [one, other] = [await aDelegation({ firm }), await aDelegation({ firm })]
    const groupId = await aGroup(firm.id, [one.contributorId])
    const [all, some] = firm.collaborators
    await subdelegate(holderOf(firm), { memberId: all!.memberId })
    const { id } = await subdelegate(holderOf(firm), { memberId: some!.memberId, groupId })
    const later = await aDelegation({ firm })
    const titles = (userId: string) =>
      Promise.all([one, other, later].map(({ contributorId }) => titleOf(userId, contributorId)))
    expect(await titles(all!.id)).toEqual(['subdelegate', 'subdelegate', 'subdelegate'])
    expect(await titles(some!.id)).toEqual(['subdelegate', undefined, undefined])
    await addToGroup(holderOf(firm), { groupId, contributorIds: [other.contributorId] })
    await removeFromGroup(holderOf(firm), { groupId, contributorIds: [one.contributorId] })
    expect(await titles(some!.id)).toEqual([undefined, 'subdelegate', undefined])
    await endSubdelegation(holderOf(firm), { subdelegationId: id })
    expect(await titles(some!.id)).toEqual([undefined, undefined, undefined])
    await expect(endSubdelegation(holderOf(firm), { subdelegationId: id })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('is not given to the holder, to who has not accepted, or twice', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const holder = holderOf(firm)
    const [clerk] = firm.collaborators
    await expect(subdelegate(holder, { memberId: firm.holder.memberId })).rejects.toMatchObject({ kind: 'conflict' })
    const { id: waiting } = await inviteMember(holder, { codiceFiscale: newCodiceFiscale() })
    await expect(subdelegate(holder, { memberId: waiting })).rejects.toMatchObject({ kind: 'not-found' })
    const groupId = await aGroup(firm.id, [])
    await subdelegate(holder, { memberId: clerk!.memberId, groupId })
    await expect(subdelegate(holder, { memberId: clerk!.memberId, groupId })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await subdelegate(holder, { memberId: clerk!.memberId })
    const again = await Promise.allSettled([1, 2].map(() => subdelegate(holder, { memberId: clerk!.memberId })))
    expect(again.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('a group', () => {
  test('holds clients of the firm alone, has a name of its own, and goes only when nobody needs it', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const holder = holderOf(firm)
    const { contributorId } = await aDelegation({ firm })
    const { id: groupId } = await keepGroup(holder, { name: 'Artigiani' })
    await expect(keepGroup(holder, { name: 'ARTIGIANI' })).rejects.toMatchObject({
      errors: { name: [expect.any(String)] },
    })
    await keepGroup(holder, { groupId, name: 'Edili' })
    expect(await addToGroup(holder, { groupId, contributorIds: [contributorId, contributorId] })).toBe(1)
    const stranger = (await aContributor()).id
    await expect(addToGroup(holder, { groupId, contributorIds: [contributorId, stranger] })).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect(await listCountedGroups(holder)).toEqual([{ id: groupId, name: 'Edili', clients: 1 }])
    expect(await listGroups(holder)).toEqual([{ id: groupId, name: 'Edili' }])
    const [clerk] = firm.collaborators
    const { id: subdelegationId } = await subdelegate(holder, { memberId: clerk!.memberId, groupId })
    await expect(removeGroup(holder, { groupId })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Anna Prova'),
    })
    await endSubdelegation(holder, { subdelegationId })
    await removeGroup(holder, { groupId })
    expect(await listGroups(holder)).toEqual([])
    const told = await rows<{ change: string }>(
      sql`select change from ${auditEvents} where ${eq(auditEvents.entityId, subdelegationId)} order by sequence`,
    )
    expect(told.map(({ change }) => change)).toEqual(['firm.subdelegated', 'firm.subdelegation_ended'])
  })
})
