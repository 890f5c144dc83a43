import { EventEmitter, once } from 'node:events'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { delegations, delegationWorkers } from '@/db/schema'
import { transaction } from '@/db/write'
import { change } from '@/lib/change'
import { findAccess, findContributor } from '@/lib/contributors/queries'
import { keepAccesses } from '@/lib/delegations/commands/accesses'
import { activateDelegation } from '@/lib/delegations/commands/activate'
import { listDrafts } from '@/lib/drafts/queries'
import { readNotice } from '@/lib/notices/commands/reading'
import { findNotice } from '@/lib/notices/queries/detail'
import { listRequests } from '@/lib/requests/queries/list'
import {
  aContributor,
  aDraft,
  aRequest,
  aUser,
  contributorSide,
  newCodiceFiscale,
  person,
  rows,
  system,
  waitingForLocks,
} from '../factories'
import { aPublishedNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, aGroup, endDelegation, subdelegate } from '../portfolio-factories'

const titleOf = async (userId: string, contributorId: string) =>
  (await findAccess({ id: userId }, contributorId))?.title

describe('a delegation', () => {
  test('opens the door to its delegate from its first day to the midnight after its last, in Rome', async () => {
    const day = async (startsOn: string, endsOn?: string) => {
      const { id } = await aDelegation({ startsOn, ...(endsOn && { endsOn }) })
      const [access] = await rows<{ from: string; to: string | null }>(sql`
        select to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as from,
          to_char(valid_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as to
        from accesses where delegation_id = ${id}`)
      return access
    }
    expect(await day('2026-01-10', '2026-10-24')).toEqual({ from: '2026-01-09T23:00', to: '2026-10-24T22:00' })
    // the clocks change on the night of the 25th: that day is 25 hours long
    expect(await day('2026-03-29', '2026-10-25')).toEqual({ from: '2026-03-28T23:00', to: '2026-10-25T23:00' })
    expect(await day('2030-07-01')).toEqual({ from: '2030-06-30T22:00', to: null })
  })

  test('that is not yet, or no longer, in force opens nothing', async () => {
    const past = await aDelegation({ startsOn: '2020-01-01', endsOn: '2020-12-31' })
    const future = await aDelegation({ startsOn: '2099-01-01' })
    for (const { delegate, contributorId } of [past, future])
      expect(await titleOf(delegate.id, contributorId)).toBeUndefined()
  })

  test('ends at once, for the delegate and for who was subdelegated', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const { id, contributorId } = await aDelegation({ firm })
    const [clerk] = firm.collaborators
    await subdelegate(firm, clerk!.memberId)
    expect(await titleOf(firm.holder.id, contributorId)).toBe('delegate')
    expect(await titleOf(clerk!.id, contributorId)).toBe('subdelegate')
    await endDelegation(id)
    expect(await titleOf(firm.holder.id, contributorId)).toBeUndefined()
    expect(await titleOf(clerk!.id, contributorId)).toBeUndefined()
    const kept = await rows(sql`select from accesses where delegation_id = ${id}`)
    expect(kept).toHaveLength(2)
  })

  test('stays ended when the firm’s subdelegations change at the same moment', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const { id, contributorId } = await aDelegation({ firm })
    const [revoking, changing] = [new EventEmitter(), new EventEmitter()]
    const revoked = transaction(async (tx) => {
      await tx.update(delegations).set({ status: 'revoked', endedAt: new Date() }).where(eq(delegations.id, id))
      await keepAccesses(system(), tx, { delegationIds: [id] })
      const changed = once(changing, 'begun')
      revoking.emit('done')
      await changed
    })
    await once(revoking, 'done')
    const changed = subdelegate(firm, firm.collaborators[0]!.memberId)
    await waitingForLocks(1)
    changing.emit('begun')
    await Promise.all([revoked, changed])
    expect(await titleOf(firm.holder.id, contributorId)).toBeUndefined()
  })

  test('may be subdelegated for a group of clients alone', async () => {
    const firm = await aFirm({ collaborators: 1 })
    const [inside, outside] = [await aDelegation({ firm }), await aDelegation({ firm })]
    const group = await aGroup(firm.id, [inside.contributorId])
    const [clerk] = firm.collaborators
    await subdelegate(firm, clerk!.memberId, group)
    expect(await titleOf(clerk!.id, inside.contributorId)).toBe('subdelegate')
    expect(await titleOf(clerk!.id, outside.contributorId)).toBeUndefined()
  })
})

test('of many rights over one contributor the strongest counts', async () => {
  const user = await aUser()
  const { id: contributorId } = await aContributor()
  await aDelegation({ contributorId, delegate: user, workers: [newCodiceFiscale()] })
  expect(await titleOf(user.id, contributorId)).toBe('partial_delegate')
  await aDelegation({ contributorId, delegate: user })
  expect(await titleOf(user.id, contributorId)).toBe('delegate')
  await contributorSide({ userId: user.id, contributorId })
  expect(await titleOf(user.id, contributorId)).toBe('legal_representative')
  expect(await findContributor(person(user.id), contributorId)).toMatchObject({ title: 'legal_representative' })
})

describe('a partial delegate', () => {
  test('sees of a notice its envelope, reads it for nobody and knows no amount', async () => {
    const owner = await contributorSide()
    const { contributorId } = owner
    const { delegate } = await aDelegation({ contributorId, workers: [newCodiceFiscale()] })
    const partial = await actingFor(delegate.id, contributorId)
    const { id: noticeId } = await aPublishedNotice({ contributorId })
    expect(await readNotice(partial, { noticeId })).toBeUndefined()
    expect(await findNotice(partial, noticeId)).toMatchObject({ unread: true, content: null })
    await readNotice(owner, { noticeId })
    expect(await findNotice(partial, noticeId)).toMatchObject({
      unread: false,
      content: null,
      contributionsCents: null,
    })
  })

  test('sees the requests sent under their own delegation, and no other', async () => {
    const owner = await contributorSide()
    const { contributorId } = owner
    const firm = await aFirm({ collaborators: 1 })
    const worker = newCodiceFiscale()
    await aDelegation({ contributorId, firm, workers: [worker] })
    const [clerk] = firm.collaborators
    await subdelegate(firm, clerk!.memberId)
    const [holder, partial] = [
      await actingFor(firm.holder.id, contributorId),
      await actingFor(clerk!.id, contributorId),
    ]
    expect(partial.title).toBe('partial_subdelegate')
    const others = await aRequest(owner)
    const own = await aRequest(holder, { workers: worker })
    const seen = async (side: typeof holder) => (await listRequests(side)).rows.map(({ id }) => id)
    expect(await seen(partial)).toEqual([own])
    expect(await seen(holder)).toEqual([own])
    expect(new Set(await seen(owner))).toEqual(new Set([own, others]))
  })
})

test('what a delegate was writing when the delegation ended is left to the contributor', async () => {
  const owner = await contributorSide()
  const { contributorId } = owner
  const { id, delegate } = await aDelegation({ contributorId })
  const side = await actingFor(delegate.id, contributorId)
  const draft = await aDraft(side)
  const drafts = async () => (await listDrafts(owner)).map((one) => one.id)
  expect(await drafts()).toEqual([])
  await endDelegation(id)
  expect(await drafts()).toEqual([draft])
})

test('how many requests are open and waiting is counted as they move', async () => {
  const owner = await contributorSide()
  await aRequest(owner)
  const { contributorId } = owner
  const counts = () => rows(sql`select open, awaiting from request_counts where contributor_id = ${contributorId}`)
  expect(await counts()).toEqual([{ open: 1, awaiting: 0 }])
})

describe('an exclusive delegation', () => {
  const activate = (id: string, userId: string) =>
    change(system(), 'delegation.accepted', async (tx) => {
      await activateDelegation(system(), tx, id, { userId, firmId: null })
      return { id }
    })
  /** Conferred, and waiting to be accepted. */
  async function proposed(contributorId: string, { exclusive = true, workers = [] as string[], ...days } = {}) {
    const user = await aUser()
    const { startsOn = '2026-01-01', endsOn = null } = days as { startsOn?: string; endsOn?: string | null }
    const [made] = await transaction(async (tx) => {
      const given = await tx
        .insert(delegations)
        .values({
          contributorId,
          channel: 'direct',
          scope: workers.length > 0 ? 'partial' : 'total',
          exclusive,
          status: 'proposed',
          delegateCode: user.codiceFiscale,
          startsOn,
          endsOn,
          createdBy: user.id,
        })
        .returning({ id: delegations.id })
      if (workers.length > 0)
        await tx
          .insert(delegationWorkers)
          .values(workers.map((codiceFiscale) => ({ delegationId: given[0]!.id, codiceFiscale })))
      return given
    })
    return { id: made!.id, userId: user.id }
  }

  test('wins once, however many are accepted at the same instant', async () => {
    const { id: contributorId } = await aContributor()
    const wanted = await Promise.all(Array.from({ length: 5 }, () => proposed(contributorId)))
    const ended = await Promise.allSettled(wanted.map(({ id, userId }) => activate(id, userId)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of ended)
      if (one.status === 'rejected') expect((one.reason as Error).message).toContain('delega esclusiva')
  })

  test('stands beside no other of its days and workers, and beside all the rest', async () => {
    const { id: contributorId } = await aContributor()
    const [anna, bruno] = [newCodiceFiscale(), newCodiceFiscale()]
    const first = await proposed(contributorId, { workers: [anna], ...{ endsOn: '2027-06-30' } })
    await activate(first.id, first.userId)
    const beside = async (...wanted: Parameters<typeof proposed>) => {
      const { id, userId } = await proposed(...wanted)
      return activate(id, userId).then(
        () => true,
        () => false,
      )
    }
    expect(await beside(contributorId, { exclusive: false, workers: [anna, bruno] })).toBe(false)
    expect(await beside(contributorId, { exclusive: false })).toBe(false)
    expect(await beside(contributorId, { exclusive: false, workers: [bruno] })).toBe(true)
    expect(await beside(contributorId, { workers: [anna], ...{ startsOn: '2027-07-01' } })).toBe(true)
    expect(await beside((await aContributor()).id)).toBe(true)
  })
})
