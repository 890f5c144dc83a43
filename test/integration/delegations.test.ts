import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contributors, users } from '@/db/schema'
import { transaction } from '@/db/write'
import type { ContributorSide } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { findAccess } from '@/lib/contributors/queries'
import { cancelDelegation, conferDelegation, revokeDelegations } from '@/lib/delegations/commands/contributor'
import { expireDelegations } from '@/lib/delegations/commands/expire'
import { acceptDelegation, declineDelegation } from '@/lib/delegations/commands/invited'
import { reinstateDelegation, suspendDelegation } from '@/lib/delegations/commands/office'
import { changeWorkers } from '@/lib/delegations/commands/workers'
import {
  countDelegations,
  findDelegation,
  listDelegations,
  listDelegationWorkers,
  listRevocable,
} from '@/lib/delegations/queries/contributor'
import { listDelegationEvents } from '@/lib/delegations/queries/history'
import { countInvitations, listInvitedDelegations } from '@/lib/delegations/queries/invitations'
import type { NewDelegation } from '@/lib/delegations/schema'
import { listDrafts } from '@/lib/drafts/queries'
import {
  aDraft,
  auditOf,
  aUser,
  contributorSide,
  footprint,
  newCodiceFiscale,
  officer,
  person,
  rows,
  system,
} from '../factories'
import { actingFor, aDelegation, aFirm, portfolio, subdelegate } from '../portfolio-factories'

const today = romeDate(new Date())
const reason = 'Cambiamo consulente del lavoro.'

type Human = { id: string; codiceFiscale: string }
const given = (delegate: { codiceFiscale: string }, more: Partial<NewDelegation> = {}): NewDelegation => ({
  delegationId: v7(),
  delegateCode: delegate.codiceFiscale,
  scope: 'total',
  exclusive: false,
  workers: [],
  startsOn: today,
  endsOn: null,
  ...more,
})
const confer = (owner: ContributorSide, delegate: Human, more: Partial<NewDelegation> = {}) =>
  conferDelegation(owner, given(delegate, more))
const accepted = async (owner: ContributorSide, delegate: Human, more: Partial<NewDelegation> = {}) => {
  const { id } = await confer(owner, delegate, more)
  await acceptDelegation(person(delegate.id), { delegationId: id })
  return id
}
const titleOf = async (userId: string, contributorId: string) =>
  (await findAccess({ id: userId }, contributorId))?.title
const statusOf = async (id: string) =>
  (await rows<{ status: string }>(sql`select status from delegations where id = ${id}`))[0]!.status

describe('a delegation conferred on the portal', () => {
  test('waits for the person it is for, and gives nothing before they accept', async () => {
    const [owner, delegate] = [await contributorSide(), await aUser({ firstName: 'Dante', lastName: 'Poli' })]
    const { id } = await confer(owner, delegate)
    expect(await titleOf(delegate.id, owner.contributorId)).toBeUndefined()
    expect(await countInvitations(person(delegate.id))).toBe(1)
    expect(await listInvitedDelegations(person(delegate.id))).toMatchObject([{ id, conferredBy: 'Anna Prova' }])
    // Who the code belongs to is not said before they answer.
    expect(await findDelegation(owner, id)).toMatchObject({ status: 'proposed', delegateName: null })
    await acceptDelegation(person(delegate.id), { delegationId: id })
    expect(await titleOf(delegate.id, owner.contributorId)).toBe('delegate')
    expect(await countInvitations(person(delegate.id))).toBe(0)
    expect(await findDelegation(owner, id)).toMatchObject({
      status: 'active',
      delegateName: 'Dante Poli',
      keptUntil: null,
    })
    expect((await listDelegationEvents(owner, id)).map(({ change, author, title }) => [change, author, title])).toEqual(
      [
        ['delegation.conferred', 'Anna Prova', 'legal_representative'],
        ['delegation.accepted', 'Dante Poli', null],
      ],
    )
  })

  test('is the firm’s when the person is its holder, and its subdelegated people enter too', async () => {
    const [owner, firm] = [await contributorSide(), await aFirm({ collaborators: 1 })]
    const [clerk] = firm.collaborators
    await subdelegate(firm, clerk!.memberId)
    await accepted(owner, firm.holder)
    expect(await titleOf(firm.holder.id, owner.contributorId)).toBe('delegate')
    expect(await titleOf(clerk!.id, owner.contributorId)).toBe('subdelegate')
  })

  test('may be declined or cancelled, and then is nobody’s to accept', async () => {
    const [owner, delegate] = [await contributorSide(), await aUser()]
    const { id: declined } = await confer(owner, delegate)
    await declineDelegation(person(delegate.id), { delegationId: declined })
    const { id: cancelled } = await confer(owner, delegate)
    await cancelDelegation(owner, { delegationId: cancelled })
    for (const delegationId of [declined, cancelled])
      await expect(acceptDelegation(person(delegate.id), { delegationId })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await countDelegations(owner)).toEqual({ active: 0, waiting: 0, suspended: 0, ended: 2 })
  })

  test('is accepted by that person alone', async () => {
    const { id } = await confer(await contributorSide(), await aUser())
    const before = await footprint()
    for (const act of [acceptDelegation, declineDelegation])
      await expect(act(person((await aUser()).id), { delegationId: id })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await statusOf(id)).toBe('proposed')
    expect({ ...(await footprint()), users: null }).toEqual({ ...before, users: null })
  })

  test('sent twice by the same form is one, also at the same instant', async () => {
    const [owner, delegate] = [await contributorSide(), await aUser()]
    const form = given(delegate)
    await Promise.all([conferDelegation(owner, form), conferDelegation(owner, form), conferDelegation(owner, form)])
    expect(await auditOf(form.delegationId)).toHaveLength(1)
    await expect(confer(owner, delegate)).rejects.toThrow('prima annullala')
    await expect(conferDelegation(await contributorSide(), form)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is never to oneself, to the contributor, or to who represents it already', async () => {
    const owner = await contributorSide()
    const [self] = await transaction((tx) => tx.select().from(users).where(eq(users.id, owner.id)))
    const colleague = await aUser()
    await contributorSide({ userId: colleague.id, contributorId: owner.contributorId })
    const code = newCodiceFiscale()
    await transaction((tx) =>
      tx.update(contributors).set({ codiceFiscale: code }).where(eq(contributors.id, owner.contributorId)),
    )
    for (const codiceFiscale of [self!.codiceFiscale, colleague.codiceFiscale, code])
      await expect(conferDelegation(owner, given({ codiceFiscale }))).rejects.toMatchObject({
        errors: { delegateCode: [expect.any(String)] },
      })
  })

  test('is the business of representatives: a delegate confers, revokes and sees nothing', async () => {
    const { contributorId, delegate, id } = await aDelegation()
    const side = await actingFor(delegate.id, contributorId)
    await expect(confer(side, await aUser())).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(revokeDelegations(side, { delegations: [id], text: reason })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect((await listDelegations(side, 'active')).rows).toEqual([])
    expect(await findDelegation(side, id)).toBeUndefined()
    expect(await listDelegationEvents(side, id)).toEqual([])
  })
})

describe('an exclusive delegation', () => {
  test('in force is named at once to who would confer another, with what to do', async () => {
    const [owner, firm] = [await contributorSide(), await aFirm()]
    await accepted(owner, firm.holder, { exclusive: true })
    await expect(confer(owner, await aUser())).rejects.toThrow(/delega esclusiva a Studio Verdi.*revocata/)
  })

  test('of two accepted at the same instant by two people, one wins and the other is told', async () => {
    const owner = await contributorSide()
    const delegates = [await aUser(), await aUser()]
    const held = await Promise.all(
      delegates.map(async (delegate) => ({
        delegate,
        delegationId: (await confer(owner, delegate, { exclusive: true })).id,
      })),
    )
    const ended = await Promise.allSettled(
      held.map(({ delegate, delegationId }) => acceptDelegation(person(delegate.id), { delegationId })),
    )
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await countDelegations(owner)).toMatchObject({ active: 1, waiting: 1 })
  })
})

describe('a revoked delegation', () => {
  test('closes the door at once, while the delegate has the form open; the draft stays with the contributor', async () => {
    const [owner, delegate] = [await contributorSide(), await aUser()]
    const id = await accepted(owner, delegate)
    const side = await actingFor(delegate.id, owner.contributorId)
    const draft = await aDraft(side)
    await revokeDelegations(owner, { delegations: [id], text: reason })
    expect(await titleOf(delegate.id, owner.contributorId)).toBeUndefined()
    expect((await listDrafts(owner)).map((one) => one.id)).toEqual([draft])
    expect(await findDelegation(owner, id)).toMatchObject({ status: 'revoked', reason })
    const { keptUntil } = (await findDelegation(owner, id))!
    expect(keptUntil).toBe(`${Number(today.slice(0, 4)) + 5}${today.slice(4)}`)
  })

  test('may be one of many, each with its own event; those already over stay as they were', async () => {
    const owner = await contributorSide()
    const { contributorId } = owner
    const [one, other] = [await aDelegation({ contributorId }), await aDelegation({ contributorId })]
    const foreign = await aDelegation()
    await revokeDelegations(owner, { delegations: [one.id], text: reason })
    const all = [one.id, other.id, foreign.id]
    expect((await listRevocable(owner, all)).map(({ id }) => id)).toEqual([other.id])
    expect(await revokeDelegations(owner, { delegations: all, text: 'Chiudiamo l’attività.' })).toMatchObject([
      { id: other.id },
    ])
    expect(await auditOf(one.id)).toMatchObject([{ change: 'delegation.revoked', details: { reason } }])
    expect(await statusOf(foreign.id)).toBe('active')
    await expect(revokeDelegations(owner, { delegations: all, text: reason })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('by two people at the same instant is revoked once', async () => {
    const owner = await contributorSide()
    const made = await Promise.all([1, 2, 3].map(() => aDelegation({ contributorId: owner.contributorId })))
    const ids = made.map(({ id }) => id)
    const ended = await Promise.allSettled(
      [ids, [...ids].reverse()].map((delegations) => revokeDelegations(owner, { delegations, text: reason })),
    )
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const id of ids) expect(await auditOf(id)).toHaveLength(1)
  })
})

describe('the workers of a partial delegation', () => {
  const [anna, bruno, carla] = [newCodiceFiscale(), newCodiceFiscale(), newCodiceFiscale()]

  test('are added and removed, and the history says how many', async () => {
    const [owner, delegate] = [await contributorSide(), await aUser()]
    const id = await accepted(owner, delegate, { scope: 'partial', workers: [anna, bruno] })
    await changeWorkers(owner, { delegationId: id, add: [carla, bruno], remove: [anna] })
    expect(await listDelegationWorkers(owner, id)).toEqual([bruno, carla].sort())
    expect((await listDelegationEvents(owner, id)).at(-1)).toMatchObject({ added: 1, removed: 1 })
    expect(await titleOf(delegate.id, owner.contributorId)).toBe('partial_delegate')
  })

  test('never become none, nor those of an exclusive delegation of somebody else', async () => {
    const owner = await contributorSide()
    const id = await accepted(owner, await aUser(), { scope: 'partial', workers: [anna] })
    await accepted(owner, await aUser(), { scope: 'partial', workers: [bruno], exclusive: true })
    const tried = (change: { add?: string[]; remove?: string[] }) =>
      changeWorkers(owner, { delegationId: id, add: [], remove: [], ...change })
    await expect(tried({ remove: [anna] })).rejects.toMatchObject({ errors: { remove: [expect.any(String)] } })
    await expect(tried({})).rejects.toMatchObject({ errors: { add: [expect.any(String)] } })
    await expect(tried({ add: [bruno] })).rejects.toThrow('delega esclusiva')
    expect(await listDelegationWorkers(owner, id)).toEqual([anna])
  })
})

describe('the office', () => {
  test('suspends a delegation of its contributors with a reason, and opens it again as it was', async () => {
    const [owner, delegate, desk] = [await contributorSide(), await aUser(), await officer()]
    const id = await accepted(owner, delegate, { endsOn: addDays(today, 10) })
    await suspendDelegation(desk, { delegationId: id, text: 'Firma in corso di verifica.' })
    expect(await titleOf(delegate.id, owner.contributorId)).toBeUndefined()
    await reinstateDelegation(desk, { delegationId: id, text: 'Firma verificata dalla sede.' })
    expect(await titleOf(delegate.id, owner.contributorId)).toBe('delegate')
    expect((await listDelegationEvents(owner, id)).slice(2)).toMatchObject([
      {
        change: 'delegation.suspended',
        author: expect.stringMatching(/^Sede di /),
        reason: 'Firma in corso di verifica.',
      },
      { change: 'delegation.reinstated', reason: 'Firma verificata dalla sede.' },
    ])
  })

  test('of another city finds none of them', async () => {
    const { id } = await aDelegation()
    const stranger = await officer({ officeCode: '5100' })
    await expect(suspendDelegation(stranger, { delegationId: id, text: reason })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await statusOf(id)).toBe('active')
  })
})

test('what is past its last day is called expired, once, and of nobody’s doing', async () => {
  const over = await aDelegation({ startsOn: '2020-01-01', endsOn: addDays(today, -1) })
  const last = await aDelegation({ startsOn: '2020-01-01', endsOn: today })
  expect(await expireDelegations(system())).toBe(1)
  expect(await expireDelegations(system())).toBe(0)
  expect([await statusOf(over.id), await statusOf(last.id)]).toEqual(['expired', 'active'])
  expect(await auditOf(over.id)).toMatchObject([
    { change: 'delegation.expired', actorKind: 'system', contributorId: over.contributorId },
  ])
  const [{ ended }] = (await rows(
    sql`select to_char(ended_at at time zone 'Europe/Rome', 'YYYY-MM-DD HH24:MI') as ended from delegations where id = ${over.id}`,
  )) as [{ ended: string }]
  expect(ended).toBe(`${today} 00:00`)
})

test('a portfolio reads the history of its own delegations and of no other', async () => {
  const [owner, delegate] = [await contributorSide(), await aUser()]
  const id = await accepted(owner, delegate)
  expect(await listDelegationEvents(portfolio(delegate.id), id)).toHaveLength(2)
  expect(await listDelegationEvents(portfolio((await aUser()).id), id)).toEqual([])
})
