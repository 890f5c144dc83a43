import { asRequest } from '../request-scope'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { ownWork } from '@/app/area/[profile]/firm-panel/own-work'
import { transaction } from '@/db/write'
import { sessionCookie } from '@/lib/auth/cookie'
import { takeUpRequest } from '@/lib/requests/commands/officer'
import { keepClient } from '@/lib/firms/commands/clients'
import { endMember } from '@/lib/firms/commands/members'
import { keepTasks } from '@/lib/firms/commands/tasks'
import { countClients, findClient, listClients } from '@/lib/firms/queries/clients'
import { listFirmEvents } from '@/lib/firms/queries/events'
import { listColleagues } from '@/lib/firms/queries/people'
import { findNoticeTask, findRequestTask, listTasks, listUnassigned } from '@/lib/firms/queries/tasks'
import { leftReasons } from '@/lib/firms/words'
import { publishNotices } from '@/lib/notices/commands/publish'
import { listDeskNotices } from '@/lib/notices/queries/desk'
import { findNotice, listNoticeEvents } from '@/lib/notices/queries/detail'
import { listNotices } from '@/lib/notices/queries/list'
import { findDeskRequest, findRequest, listDeskThread, listThread } from '@/lib/requests/queries/detail'
import { listRequests } from '@/lib/requests/queries/list'
import {
  aContributor,
  aRequest,
  aSession,
  aUser,
  contributorSide,
  footprint,
  officer,
  rows,
  system,
} from '../factories'
import { aPublishedNotice, newNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, aGroup, endDelegation, portfolio, subdelegate } from '../portfolio-factories'

type Firm = Awaited<ReturnType<typeof aFirm>>
const holderOf = (firm: Firm) => portfolio(firm.holder.id, { id: firm.id, role: 'holder' })
const collaboratorOf = (firm: Firm, place = 0) =>
  portfolio(firm.collaborators[place]!.id, { id: firm.id, role: 'collaborator' })

/** A firm with two clients, one of them in a group of which the only collaborator is subdelegated. */
async function aWorkingFirm() {
  const firm = await aFirm({ collaborators: 1 })
  const ours = await aDelegation({ firm, contributorId: (await aContributor({ denomination: 'ALFA S.R.L.' })).id })
  const others = await aDelegation({ firm, contributorId: (await aContributor({ denomination: 'BETA S.R.L.' })).id })
  const groupId = await aGroup(firm.id, [ours.contributorId])
  await subdelegate(firm, firm.collaborators[0]!.memberId, groupId)
  return { firm, groupId, holder: holderOf(firm), clerk: collaboratorOf(firm), ours, others }
}

const aCard = (contributorId: string, changes = {}) => ({
  contributorId,
  clientCode: null,
  assigneeId: null,
  note: null,
  ...changes,
})

describe('a client of the firm', () => {
  test('has its card, which colleagues who work for it see', async () => {
    const { holder, clerk, ours, groupId } = await aWorkingFirm()
    const card = aCard(ours.contributorId, { clientCode: 'A-12', assigneeId: clerk.id, note: 'Chiamare il martedì' })
    await keepClient(holder, card)
    const seen = { ...card, denomination: 'ALFA S.R.L.', assigneeName: 'Anna Prova' }
    delete (seen as Partial<typeof seen>).contributorId
    for (const actor of [holder, clerk]) {
      expect(await findClient(actor, ours.contributorId)).toMatchObject({
        ...seen,
        id: ours.contributorId,
        groups: [{ id: groupId, name: 'Artigiani' }],
      })
    }
    await keepClient(clerk, aCard(ours.contributorId, { clientCode: 'A-13' }))
    expect(await findClient(holder, ours.contributorId)).toMatchObject({ clientCode: 'A-13', assigneeName: null })
  })

  test('is listed by name, however many there are, and found by name, code or codice fiscale', async () => {
    const firm = await aFirm()
    const holder = holderOf(firm)
    for (let made = 10; made < 38; made += 1)
      await aDelegation({ firm, contributorId: (await aContributor({ denomination: `CLIENTE ${made} S.R.L.` })).id })
    const first = await listClients(holder)
    const second = await listClients(holder, {}, first.next)
    const names = [...first.rows, ...second.rows].map(({ denomination }) => denomination)
    expect(names).toHaveLength(28)
    expect(names).toEqual([...names].sort())
    expect(second.next).toBeUndefined()
    expect(await countClients(holder)).toBe(28)
    const last = second.rows.at(-1)!
    await keepClient(holder, aCard(last.id, { clientCode: 'ZZ_9', assigneeId: holder.id }))
    const found = async (filters: Parameters<typeof listClients>[1]) =>
      (await listClients(holder, filters)).rows.map(({ id }) => id)
    for (const words of ['cliente 37', 'zz_', last.codiceFiscale.slice(0, 11)])
      expect(await found({ words })).toEqual([last.id])
    expect(await found({ words: '%' })).toEqual([])
    expect(await found({ assigneeId: holder.id })).toEqual([last.id])
    expect(await countClients(holder, { assigneeId: 'nobody' })).toBe(27)
    const groupId = await aGroup(firm.id, [last.id])
    expect(await found({ groupId })).toEqual([last.id])
    expect(await countClients(holder, { outside: groupId })).toBe(27)
  })

  test('has a code that no other has; whose it is, is said to who works for both', async () => {
    const { firm, holder, clerk, ours, others } = await aWorkingFirm()
    await keepClient(holder, aCard(others.contributorId, { clientCode: 'B-1' }))
    const twice = aCard(ours.contributorId, { clientCode: 'b-1' })
    await expect(keepClient(holder, twice)).rejects.toMatchObject({ errors: { clientCode: [/BETA/] } })
    const refused = await keepClient(clerk, twice).catch((error: { errors: Record<string, string[]> }) => error)
    expect(JSON.stringify(refused)).not.toContain('BETA')
    const elsewhere = await aFirm()
    const same = await aDelegation({ firm: elsewhere, contributorId: ours.contributorId })
    await keepClient(holderOf(elsewhere), aCard(same.contributorId, { clientCode: 'B-1', note: 'Altro studio' }))
    expect(await findClient(holder, ours.contributorId)).toMatchObject({ clientCode: null, note: null })
    expect(firm.id).not.toBe(elsewhere.id)
  })

  test('is looked after by who may act for it', async () => {
    const { holder, clerk, others } = await aWorkingFirm()
    for (const assigneeId of [clerk.id, (await aUser()).id])
      await expect(keepClient(holder, aCard(others.contributorId, { assigneeId }))).rejects.toMatchObject({
        errors: { assigneeId: [expect.any(String)] },
      })
    expect((await listColleagues(holder, others.contributorId)).map(({ id }) => id)).toEqual([holder.id])
  })
})

describe('the work of the firm', () => {
  test('is kept for a notice and for a request, last writer named, and listed by state and person', async () => {
    const { holder, clerk, ours } = await aWorkingFirm()
    const { id: noticeId } = await aPublishedNotice({ contributorId: ours.contributorId })
    const requestId = await aRequest(await contributorSide({ contributorId: ours.contributorId }))
    expect(await findNoticeTask(clerk, noticeId)).toMatchObject({ status: null, note: null })
    expect((await listUnassigned(clerk)).rows.map(({ id }) => id).sort()).toEqual([noticeId, requestId].sort())
    const { kept } = await keepTasks(holder, { items: [{ noticeId }, { requestId }], assigneeId: clerk.id })
    expect(kept.sort()).toEqual([noticeId, requestId].sort())
    expect((await listUnassigned(clerk)).rows).toEqual([])
    await keepTasks(clerk, { items: [{ noticeId }], status: 'waiting_client', note: 'Manca la quietanza' })
    expect(await findNoticeTask(holder, noticeId)).toMatchObject({
      assigneeId: clerk.id,
      status: 'waiting_client',
      note: 'Manca la quietanza',
      updatedByName: 'Anna Prova',
    })
    expect(await findRequestTask(holder, requestId)).toMatchObject({ assigneeId: clerk.id, status: 'to_do' })
    const listed = async (filters: Parameters<typeof listTasks>[1]) =>
      (await listTasks(holder, filters)).rows.map((row) => row.noticeId ?? row.requestId)
    expect(await listed({ status: 'to_do' })).toEqual([requestId])
    expect(await listed({ status: 'waiting_client', assigneeId: clerk.id })).toEqual([noticeId])
    expect(await listed({ status: 'waiting_client', assigneeId: holder.id })).toEqual([])
    await keepTasks(clerk, { items: [{ noticeId }], status: 'done' })
    expect(await listed({ status: 'done' })).toEqual([noticeId])
  })

  test('goes page by page, with what is due first first, and nothing twice', async () => {
    const { holder, ours } = await aWorkingFirm()
    const { contributorId } = ours
    for (let day = 1; day <= 27; day += 1)
      await aPublishedNotice({ contributorId, dueBy: `2027-01-${String(28 - day).padStart(2, '0')}` })
    const first = await listUnassigned(holder)
    const cursor = (next: string | undefined) => {
      const [value, id] = next!.split('_')
      return { value: value!, id: id! }
    }
    const second = await listUnassigned(holder, cursor(first.next))
    const all = [...first.rows, ...second.rows]
    expect(all.map(({ dueBy }) => dueBy)).toEqual(
      Array.from({ length: 27 }, (_, day) => `2027-01-${String(day + 1).padStart(2, '0')}`),
    )
    await keepTasks(holder, { items: all.map(({ id }) => ({ noticeId: id })), assigneeId: holder.id })
    const begun = await listTasks(holder, { status: 'to_do' })
    const rest = await listTasks(holder, { status: 'to_do' }, cursor(begun.next))
    expect([...begun.rows, ...rest.rows].map(({ noticeId }) => noticeId)).toEqual(all.map(({ id }) => id))
  })

  test('of which part cannot be kept says which and why, and keeps the rest', async () => {
    const { holder, clerk, ours, others } = await aWorkingFirm()
    const { id: mine } = await aPublishedNotice({ contributorId: ours.contributorId })
    const { id: notClerks } = await aPublishedNotice({ contributorId: others.contributorId })
    const { id: nobodys } = await aPublishedNotice({ contributorId: (await aContributor()).id })
    const items = [mine, notClerks, nobodys].map((noticeId) => ({ noticeId }))
    const { kept, left } = await keepTasks(holder, { items, assigneeId: clerk.id })
    expect(kept).toEqual([mine])
    expect(left).toEqual([
      { id: nobodys, why: 'gone' },
      { id: notClerks, why: 'colleague' },
    ])
    await expect(keepTasks(clerk, { items: [{ noticeId: notClerks }], status: 'done' })).rejects.toMatchObject({
      kind: 'not-found',
      message: leftReasons.gone,
    })
    await expect(keepTasks(holder, { items, assigneeId: (await aUser()).id })).rejects.toMatchObject({
      errors: { assigneeId: [expect.any(String)] },
    })
  })

  test('on a thousand papers is one change of few seconds', async () => {
    const { holder, ours } = await aWorkingFirm()
    const many = await manyNotices(ours.contributorId, 1000)
    const began = performance.now()
    const { kept } = await keepTasks(holder, {
      items: many.map((noticeId) => ({ noticeId })),
      assigneeId: holder.id,
    })
    expect(kept).toHaveLength(1000)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('under a partial delegation covers the requests sent under it alone', async () => {
    const firm = await aFirm()
    const { contributorId } = await aDelegation({ firm, workers: ['RSSMRA85T10A562S'] })
    const theirs = await aRequest(await contributorSide({ contributorId }))
    const own = await aRequest(await actingFor(firm.holder.id, contributorId), { workers: 'RSSMRA85T10A562S' })
    expect((await listUnassigned(holderOf(firm))).rows.map(({ id }) => id)).toEqual([own])
    expect(await findRequestTask(holderOf(firm), theirs)).toBeUndefined()
    await expect(keepTasks(holderOf(firm), { items: [{ requestId: theirs }], status: 'done' })).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  test('of who leaves waits for somebody else', async () => {
    const { firm, holder, clerk, ours } = await aWorkingFirm()
    const { id: noticeId } = await aPublishedNotice({ contributorId: ours.contributorId })
    await keepTasks(holder, { items: [{ noticeId }], assigneeId: clerk.id, note: 'Sentire il cliente' })
    await keepClient(holder, aCard(ours.contributorId, { assigneeId: clerk.id }))
    await endMember(holder, { memberId: firm.collaborators[0]!.memberId })
    expect(await findNoticeTask(holder, noticeId)).toMatchObject({ assigneeId: null, note: 'Sentire il cliente' })
    expect((await listUnassigned(holder)).rows).toEqual([expect.objectContaining({ id: noticeId, keeperName: null })])
  })
})

/** Notices published at once, as a campaign does. */
const manyNotices = async (contributorId: string, count: number) => {
  const origin = { officeCode: '7000', publishedBy: (await aUser()).id }
  const fresh = Array.from({ length: count }, () => newNotice(contributorId))
  return (await transaction((tx) => publishNotices(system(), tx, origin, fresh))).map(({ id }) => id)
}

describe('what is the firm’s own', () => {
  const secret = 'Cliente in difficoltà: non dirlo a nessuno'

  test('is seen neither by the contributor nor by the office, nor written where they read', async () => {
    const { holder, ours, others } = await aWorkingFirm()
    const { contributorId } = ours
    const side = await contributorSide({ contributorId })
    const desk = await officer()
    const { id: noticeId } = await aPublishedNotice({ contributorId })
    const requestId = await aRequest(side)
    await takeUpRequest(desk, { requestId })
    await keepClient(holder, aCard(contributorId, { clientCode: 'SEGRETO-1', note: secret, assigneeId: holder.id }))
    await keepTasks(holder, {
      items: [{ noticeId }, { requestId }],
      note: secret,
      status: 'waiting_client',
      assigneeId: holder.id,
    })
    const shown = JSON.stringify(
      await Promise.all([
        findNotice(side, noticeId),
        listNoticeEvents(side, noticeId),
        listNotices(side, { list: 'unread' }),
        findRequest(side, requestId),
        listThread(side, requestId),
        listRequests(side),
        listDeskNotices(desk, {}),
        findDeskRequest(desk, requestId),
        listDeskThread(desk, requestId),
      ]),
    )
    for (const word of [secret, 'SEGRETO-1', 'waiting_client']) expect(shown).not.toContain(word)
    const traces = await rows(sql`
      select from audit_events where change in ('firm.client_kept', 'firm.task_kept') and contributor_id is not null`)
    expect(traces).toEqual([])
    expect(others.contributorId).not.toBe(contributorId)
  })

  test('is not seen by who represents the client and works in the firm, but not for that client', async () => {
    const { firm, holder, clerk, others } = await aWorkingFirm()
    await contributorSide({ userId: clerk.id, contributorId: others.contributorId })
    const { id: noticeId } = await aPublishedNotice({ contributorId: others.contributorId })
    await keepClient(holder, aCard(others.contributorId, { note: secret }))
    await keepTasks(holder, { items: [{ noticeId }], note: secret })
    expect(await findClient(clerk, others.contributorId)).toBeUndefined()
    expect(await findNoticeTask(clerk, noticeId)).toBeUndefined()
    expect(await actingFor(clerk.id, others.contributorId)).toMatchObject({ delegation: undefined })
    expect(firm.id).toBe(clerk.firm!.id)
  })

  test('stands on the page of who acts by the firm, and of nobody else', async () => {
    const { firm, holder, ours, others } = await aWorkingFirm()
    const { id: noticeId } = await aPublishedNotice({ contributorId: ours.contributorId })
    await keepTasks(holder, { items: [{ noticeId }], note: secret })
    const cookieOf = async (userId: string) => {
      const token = v7()
      await aSession(userId, token)
      return `${sessionCookie}=${await encode({ token: { sid: token }, secret: process.env.AUTH_SECRET!, salt: sessionCookie })}`
    }
    const shown = async (userId: string, contributorId: string) => {
      const actor = await actingFor(userId, contributorId)
      const cookie = await cookieOf(userId)
      return (await asRequest({ cookie }, () => ownWork(actor, { noticeId })))?.task.note
    }
    expect(await shown(holder.id, ours.contributorId)).toBe(secret)
    const owner = await contributorSide({ contributorId: ours.contributorId })
    const { delegate } = await aDelegation({ contributorId: ours.contributorId })
    for (const userId of [owner.id, delegate.id]) expect(await shown(userId, ours.contributorId)).toBeUndefined()
    const [clerk] = firm.collaborators
    await contributorSide({ userId: clerk!.id, contributorId: others.contributorId })
    expect(await shown(clerk!.id, others.contributorId)).toBeUndefined()
  })

  test('is not seen by another firm with a delegation of the same contributor', async () => {
    const { holder, ours } = await aWorkingFirm()
    const { id: noticeId } = await aPublishedNotice({ contributorId: ours.contributorId })
    await keepTasks(holder, { items: [{ noticeId }], note: secret, assigneeId: holder.id })
    const stranger = await aFirm()
    await aDelegation({ firm: stranger, contributorId: ours.contributorId })
    expect(await findNoticeTask(holderOf(stranger), noticeId)).toMatchObject({ note: null, status: null })
    expect((await listTasks(holderOf(stranger), { status: 'to_do' })).rows).toEqual([])
    expect((await listUnassigned(holderOf(stranger))).rows.map(({ id }) => id)).toEqual([noticeId])
    expect((await listFirmEvents(holderOf(stranger))).rows).toEqual([])
  })

  test('goes with the client’s papers when the delegation ends; the log of the firm’s acts stays', async () => {
    const { holder, clerk, ours } = await aWorkingFirm()
    const { contributorId, id } = ours
    const { id: noticeId } = await aPublishedNotice({ contributorId })
    const requestId = await aRequest(await actingFor(clerk.id, contributorId))
    await keepTasks(clerk, { items: [{ noticeId }, { requestId }], note: secret, assigneeId: clerk.id })
    await endDelegation(id)
    const before = await footprint()
    for (const actor of [holder, clerk]) {
      expect(await findClient(actor, contributorId)).toBeUndefined()
      expect(await findNoticeTask(actor, noticeId)).toBeUndefined()
      expect(await findRequestTask(actor, requestId)).toBeUndefined()
      expect((await listTasks(actor, { status: 'to_do' })).rows).toEqual([])
      expect((await listUnassigned(actor)).rows).toEqual([])
      await expect(keepTasks(actor, { items: [{ noticeId }], status: 'done' })).rejects.toMatchObject({
        kind: 'not-found',
      })
      await expect(keepClient(actor, aCard(contributorId))).rejects.toMatchObject({ kind: 'not-found' })
    }
    expect(await footprint()).toEqual(before)
    const log = await listFirmEvents(holder)
    expect(log.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          change: 'request.submitted',
          author: 'Anna Prova',
          title: 'subdelegate',
          denomination: 'ALFA S.R.L.',
        }),
        expect.objectContaining({ change: 'firm.task_kept', denomination: 'ALFA S.R.L.' }),
      ]),
    )
    expect(JSON.stringify(log)).not.toContain(secret)
  })

  test('is told whole to the holder, and to a collaborator as far as they did it', async () => {
    const { holder, clerk, ours, others } = await aWorkingFirm()
    await keepClient(holder, aCard(others.contributorId, { clientCode: 'B' }))
    await keepClient(clerk, aCard(ours.contributorId, { clientCode: 'A' }))
    const names = async (actor: typeof holder) =>
      (await listFirmEvents(actor)).rows.map(({ denomination }) => denomination)
    expect(await names(holder)).toEqual(['ALFA S.R.L.', 'BETA S.R.L.'])
    expect(await names(clerk)).toEqual(['ALFA S.R.L.'])
    const [last] = (await listFirmEvents(holder)).rows
    expect((await listFirmEvents(holder, last!.sequence)).rows).toHaveLength(1)
  })
})
