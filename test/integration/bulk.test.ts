import '../request-scope'
import { NoopLogger } from 'drizzle-orm/logger'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { transaction } from '@/db/write'
import type { Portfolio } from '@/lib/auth/actor'
import { sideOf } from '@/lib/auth/session'
import { pseudonym } from '@/lib/auth/token'
import { chooseContributors } from '@/lib/bulk-requests/commands/choose'
import { sendBulk } from '@/lib/bulk-requests/commands/send'
import { findBulk, listBulkItems } from '@/lib/bulk-requests/queries/bulk'
import { listCandidateIds, matchCandidates, searchCandidates } from '@/lib/bulk-requests/queries/candidates'
import { saveDraft } from '@/lib/drafts/commands'
import { listDrafts } from '@/lib/drafts/queries'
import { publishNotices } from '@/lib/notices/commands/publish'
import { readNotice } from '@/lib/notices/commands/reading'
import { readingReceipt } from '@/lib/notices/papers/keep'
import { findNotice } from '@/lib/notices/queries/detail'
import { packIds, unpackIds } from '@/lib/portfolio/packed-ids'
import { assignMany } from '@/lib/portfolio/commands/bulk-assign'
import { recordExport } from '@/lib/portfolio/commands/bulk-export'
import { readManyNotices } from '@/lib/portfolio/commands/bulk-reading'
import { markManySeen, markManyUnseen } from '@/lib/portfolio/commands/bulk-seen'
import { idsMatching, listChosenNotices, listReadingsToCome } from '@/lib/portfolio/queries/bulk'
import { findReceipt, findRequest } from '@/lib/requests/queries/detail'
import { listOrphans, listRequestAttachments } from '@/lib/attachments/queries'
import {
  aContributor,
  aDraft,
  aFile,
  anAttachment,
  auditOf,
  aUser,
  execute,
  footprint,
  newCodiceFiscale,
  rows,
  system,
  typedRequest,
} from '../factories'
import { aPublishedNotice, newNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, aGroup, endDelegation, portfolio } from '../portfolio-factories'

afterEach(() => vi.restoreAllMocks())

/** A firm with so many clients, seen by its holder. */
async function aPractice(clients: number) {
  const firm = await aFirm()
  const actor = portfolio(firm.holder.id, { id: firm.id, role: 'holder' })
  const delegations = []
  for (let made = 0; made < clients; made += 1) delegations.push(await aDelegation({ firm }))
  return { firm, actor, delegations, ids: delegations.map(({ contributorId }) => contributorId) }
}

const noticesOf = async (contributorIds: string[]) => {
  const ids = []
  for (const contributorId of contributorIds) ids.push((await aPublishedNotice({ contributorId })).id)
  return ids
}

describe('«Apri e leggi» in bulk', () => {
  const evidenceOf = async (noticeId: string) => {
    const [reading] = await rows(sql`
      select title, firm_id, user_id, contributor_id, first from notice_readings where notice_id = ${noticeId}`)
    const [event] = (await auditOf(noticeId)).filter(({ change }) => change === 'notice.read')
    const [seen] = await rows(sql`select user_id from notices_seen where notice_id = ${noticeId}`)
    return { reading, seen, event }
  }

  test('leaves of each notice the evidence that reading it alone leaves, and the same receipt', async () => {
    const { actor, firm, ids } = await aPractice(1)
    const contributorId = ids[0]!
    const [alone, together] = await noticesOf([contributorId, contributorId])
    const side = await actingFor(actor.id, contributorId)
    await readNotice(side, { noticeId: alone! })
    expect(await readManyNotices(actor, { noticeIds: [together!] })).toEqual(new Map([[together, 'read']]))

    const [one, other] = [await evidenceOf(alone!), await evidenceOf(together!)]
    expect(other.reading).toEqual(one.reading)
    expect(other.reading).toMatchObject({ title: 'delegate', firm_id: firm.id, first: true })
    expect(other.seen).toEqual(one.seen)
    const { title, contributorId: party, actorId, details } = one.event!
    expect(other.event).toMatchObject({ title, contributorId: party, actorId, actorKind: 'portfolio' })
    expect(Object.keys(other.event!.details!).sort()).toEqual(Object.keys(details!).sort())
    expect(other.event!.details).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), firm: firm.id })

    const [receipt, again] = [await readingReceipt(side, alone!), await readingReceipt(side, together!)]
    expect(Object.keys(again!.content).sort()).toEqual(Object.keys(receipt!.content).sort())
    expect(again!.content).toMatchObject({ title: receipt!.content.title, reader: receipt!.content.reader })
    expect(await findNotice(side, together!)).toMatchObject({ unread: false, content: expect.any(Object) })
  })

  test('says of each what became of it: read, read before, left to who may, not there', async () => {
    const { actor, ids } = await aPractice(2)
    const partial = await aDelegation({
      delegate: { id: actor.id, codiceFiscale: newCodiceFiscale() },
      workers: [newCodiceFiscale()],
    })
    const stranger = await aContributor()
    const [fresh, known, closed, hidden] = await noticesOf([ids[0]!, ids[1]!, partial.contributorId, stranger.id])
    await readManyNotices(actor, { noticeIds: [known!] })
    const outcomes = await readManyNotices(actor, { noticeIds: [fresh!, known!, closed!, hidden!] })
    expect(outcomes).toEqual(
      new Map([
        [fresh, 'read'],
        [known, 'already_read'],
        [closed, 'partial'],
        [hidden, 'gone'],
      ]),
    )
    for (const untouched of [closed!, hidden!]) expect((await evidenceOf(untouched)).reading).toBeUndefined()
  })

  test('is told beforehand, by contributor and by title', async () => {
    const { actor, ids } = await aPractice(2)
    const noticeIds = await noticesOf([ids[0]!, ids[0]!, ids[1]!])
    await readManyNotices(actor, { noticeIds: [noticeIds[0]!] })
    const before = await footprint()
    const told = await listReadingsToCome(actor, noticeIds)
    expect(told).toHaveLength(2)
    expect(told.find(({ contributorId }) => contributorId === ids[0])).toMatchObject({
      title: 'delegate',
      read: 1,
      unreadIds: [noticeIds[1]],
    })
    expect(await footprint()).toEqual(before)
  })

  test('is open to a PIN online, as reading is', async () => {
    const { actor, ids } = await aPractice(1)
    const [id] = await noticesOf(ids)
    const online = portfolio(actor.id, actor.firm, 'online')
    expect((await readManyNotices(online, { noticeIds: [id!] })).get(id!)).toBe('read')
  })

  test('by two people at once records one reading for each notice', async () => {
    const { actor, ids } = await aPractice(3)
    const noticeIds = await noticesOf([...ids, ...ids])
    const read = () => readManyNotices(actor, { noticeIds })
    const results = await Promise.all([read(), read(), read()])
    expect(results.flatMap((outcomes) => [...outcomes.values()].filter((one) => one === 'read'))).toHaveLength(6)
    for (const id of noticeIds)
      expect((await auditOf(id)).filter(({ change }) => change === 'notice.read')).toHaveLength(1)
  })

  test('of a thousand takes as many statements as of one, the record apart', async () => {
    const { actor, ids } = await aPractice(4)
    const publishedBy = (await aUser()).id
    const published = await transaction((tx) =>
      publishNotices(
        system(),
        tx,
        { officeCode: '7000', publishedBy },
        Array.from({ length: 1000 }, (_, n) => newNotice(ids[n % ids.length]!)),
        new Date(),
      ),
    )
    const noticeIds = published.map(({ id }) => id)
    const statements = async (run: () => Promise<unknown>) => {
      const spy = vi.spyOn(NoopLogger.prototype, 'logQuery')
      await run()
      const { length } = spy.mock.calls
      spy.mockRestore()
      return length
    }
    const [one] = await noticesOf([ids[0]!])
    const ofOne = await statements(() => readManyNotices(actor, { noticeIds: [one!] }))
    expect(ofOne).toBeGreaterThan(0)
    expect(await statements(() => readManyNotices(actor, { noticeIds }))).toBe(ofOne)
    expect(await statements(() => markManyUnseen(actor, { noticeIds }))).toBeLessThan(ofOne)
    expect(await statements(() => markManySeen(actor, { noticeIds }))).toBeLessThan(ofOne)
    expect(
      await statements(() => assignMany(actor, { list: 'read', ids: noticeIds, assigneeId: actor.id })),
    ).toBeLessThan(12)
  })
})

describe('one’s own dot on many notices', () => {
  const dots = (actor: Portfolio) => rows(sql`select notice_id from notices_seen where user_id = ${actor.id}`)

  test('goes out where the notice was read, and comes back, and nobody else knows', async () => {
    const { actor, ids } = await aPractice(1)
    const [read, unread] = await noticesOf([ids[0]!, ids[0]!])
    await readManyNotices(actor, { noticeIds: [read!] })
    const colleague = await aUser()
    await aDelegation({ contributorId: ids[0]!, delegate: colleague })
    const other = portfolio(colleague.id)
    const events = (await auditOf(read!)).length
    expect(await markManySeen(other, { noticeIds: [read!, unread!] })).toEqual(
      new Map([
        [read, 'done'],
        [unread, 'unread'],
      ]),
    )
    expect(await dots(other)).toHaveLength(1)
    expect(await rows(sql`select 1 from notice_readings where user_id = ${other.id}`)).toHaveLength(0)
    expect(await markManyUnseen(other, { noticeIds: [read!] })).toEqual(new Map([[read, 'done']]))
    expect(await dots(other)).toHaveLength(0)
    expect(await dots(actor)).toHaveLength(1)
    expect(await auditOf(read!)).toHaveLength(events)
  })

  test('is nobody’s to move over the papers of others', async () => {
    const { actor } = await aPractice(0)
    const [hidden] = await noticesOf([(await aContributor()).id])
    const before = await footprint()
    for (const mark of [markManySeen, markManyUnseen])
      expect(await mark(actor, { noticeIds: [hidden!] })).toEqual(new Map([[hidden, 'gone']]))
    expect(await footprint()).toEqual(before)
  })
})

describe('«tutte»', () => {
  test('are the rows that the filters choose, of all one’s contributors and of no other', async () => {
    const { actor, firm, ids } = await aPractice(2)
    const group = await aGroup(firm.id, [ids[0]!])
    await noticesOf([(await aContributor()).id])
    const [one, other] = await noticesOf(ids)
    const { id: sanctions } = await aPublishedNotice({ contributorId: ids[0]!, kind: 'DEB-SAN' })
    expect((await idsMatching(actor, 'unread', {})).sort()).toEqual([one, other, sanctions].sort())
    expect(await idsMatching(actor, 'unread', { tipo: 'DEB-SAN' })).toEqual([sanctions])
    expect((await idsMatching(actor, 'unread', { gruppo: group })).sort()).toEqual([one, sanctions].sort())
    expect(await idsMatching(actor, 'unread', { contribuente: ids[1]! })).toEqual([other])
    expect(await idsMatching(actor, 'read', {})).toEqual([])
  })

  test('survive an address packed, and what is no row of ids is none', () => {
    const ids = [v7(), v7()]
    expect(unpackIds(packIds(ids))).toEqual(ids)
    for (const wrong of ['', 'x', '%00', 'a'.repeat(23)]) expect(unpackIds(wrong)).toEqual([])
  })

  test('go in a file with amounts only where they may be seen, and leave a trace of it', async () => {
    const { actor, ids } = await aPractice(1)
    const [sealed, read] = await noticesOf([ids[0]!, ids[0]!])
    await readManyNotices(actor, { noticeIds: [read!] })
    const chosen = await listChosenNotices(actor, [sealed!, read!])
    expect(chosen.find(({ id }) => id === sealed)).toMatchObject({ contributionsCents: null })
    expect(chosen.find(({ id }) => id === read)).toMatchObject({ contributionsCents: 140_120 })
    const { id } = await recordExport(actor, { list: 'unread', rows: 2 })
    expect(await auditOf(id)).toMatchObject([{ change: 'firm.exported', details: { list: 'unread', rows: 2 } }])
  })
})

describe('one request for many contributors', () => {
  /** Chosen and written, ready to be looked at; gives the version that the last page saw. */
  async function written(actor: Portfolio, ids: string[], files = 0) {
    const bulkId = v7()
    await chooseContributors(actor, { bulkId, add: ids })
    const host = (await findBulk(actor, bulkId))!.hostId!
    const side = (await sideOf(actor, host))!
    const { version } = (await findBulk(actor, bulkId))!
    const words = { kind: 'entry' as const, version: version!, writer: v7(), content: typedRequest }
    await saveDraft(side, bulkId, words)
    for (let made = 0; made < files; made += 1) await anAttachment(side, bulkId)
    return { bulkId, version: (await findBulk(actor, bulkId))!.version!, side }
  }
  const sentOf = async (actor: Portfolio, bulkId: string) =>
    (await listBulkItems(actor, bulkId)).filter(({ protocollo }) => protocollo !== null)

  test('is a request of each, with its own protocollo, receipt, files and title', async () => {
    const { actor, firm, ids } = await aPractice(3)
    const { bulkId, version } = await written(actor, ids, 2)
    await sendBulk(actor, { bulkId, version })
    const items = await sentOf(actor, bulkId)
    expect(new Set(items.map(({ protocollo }) => protocollo)).size).toBe(3)
    for (const { contributorId, requestId } of items) {
      const side = await actingFor(actor.id, contributorId)
      expect(await findRequest(side, requestId)).toMatchObject({ topicCode: '13.01' })
      expect(await findReceipt(side, requestId)).toMatchObject({ content: { text: typedRequest.text } })
      expect(await listRequestAttachments(side, requestId)).toHaveLength(2)
      expect(await auditOf(requestId)).toMatchObject([
        { change: 'request.submitted', title: 'delegate', contributorId, details: { firm: firm.id, bulk: bulkId } },
      ])
    }
    expect(await rows(sql`select 1 from drafts where author_id = ${actor.id}`)).toHaveLength(0)
    const bytes = await rows(sql`
      select 1 from attachments join attachment_contents on attachment_id = attachments.id where entry_id is not null
        and contributor_id = any(${sql.param(ids)}::uuid[])`)
    expect(bytes).toHaveLength(6)
  })

  test('has one file outside for all its requests, which goes with none of them', async () => {
    const { actor, ids } = await aPractice(2)
    const { bulkId, side } = await written(actor, ids)
    const outside = { ...aFile(), kept: { driver: 'uploadthing' as const, key: v7() } }
    const alone = { ...aFile(), kept: { driver: 'uploadthing' as const, key: v7() } }
    await anAttachment(side, bulkId, undefined, outside)
    await sendBulk(actor, { bulkId, version: (await findBulk(actor, bulkId))!.version! })
    await anAttachment(side, await aDraft(side), undefined, alone)
    await execute(sql`delete from drafts where author_id = ${actor.id}`)
    const orphans = await listOrphans(system(), ['uploadthing'], 10)
    expect(orphans).toEqual(
      expect.arrayContaining([
        { id: outside.id, storageKey: null },
        { id: alone.id, storageKey: alone.kept.key },
      ]),
    )
  })

  test('counts as one try of the person, however many it is for', async () => {
    const { actor, ids } = await aPractice(12)
    const { bulkId, version } = await written(actor, ids)
    await sendBulk(actor, { bulkId, version })
    expect(await sentOf(actor, bulkId)).toHaveLength(12)
  })

  test('clicked many times at once is sent once', async () => {
    const { actor, ids } = await aPractice(4)
    const { bulkId, version } = await written(actor, ids, 1)
    await Promise.all(Array.from({ length: 5 }, () => sendBulk(actor, { bulkId, version })))
    const requests = await rows(sql`select contributor_id from requests where submitted_by = ${actor.id}`)
    expect(requests).toHaveLength(4)
    const before = await footprint()
    await sendBulk(actor, { bulkId, version })
    expect(await footprint()).toEqual(before)
  })

  test('goes on when a delegation was revoked in the middle: that row says so, the others are sent', async () => {
    const { actor, ids, delegations } = await aPractice(3)
    const { bulkId, version } = await written(actor, ids, 1)
    await endDelegation(delegations[1]!.id)
    await sendBulk(actor, { bulkId, version })
    const items = await listBulkItems(actor, bulkId)
    expect(items.filter(({ protocollo }) => protocollo !== null)).toHaveLength(2)
    expect(items.find(({ contributorId }) => contributorId === ids[1])).toMatchObject({
      protocollo: null,
      error: 'Non puoi più agire per questo contribuente.',
    })
  })

  test('that breaks goes to the log without a word of what was written', async () => {
    const { actor, ids } = await aPractice(1)
    const { bulkId, version } = await written(actor, ids)
    await execute(sql`alter table receipts add constraint full_up check (false) not valid`)
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await sendBulk(actor, { bulkId, version })
    await execute(sql`alter table receipts drop constraint full_up`)
    expect(logged).toHaveBeenCalledOnce()
    const line = String(logged.mock.calls[0]![0])
    expect(line).toContain('bulk_request.failed')
    expect(line).toContain('23514')
    expect(line).not.toContain(typedRequest.text.slice(0, 20))
    expect(line).not.toContain(typedRequest.email)
    expect(await listBulkItems(actor, bulkId)).toMatchObject([
      { protocollo: null, error: 'Qualcosa non ha funzionato da parte nostra: riprova tra qualche minuto.' },
    ])
  })

  test('tried again touches only who was not served, with the same text and files', async () => {
    const { actor, firm, ids, delegations } = await aPractice(3)
    const { bulkId, version, side } = await written(actor, ids, 1)
    await endDelegation(delegations[2]!.id)
    await sendBulk(actor, { bulkId, version })
    const served = await sentOf(actor, bulkId)
    await aDelegation({ firm, contributorId: ids[2]! })
    const later = {
      kind: 'entry' as const,
      version: version + 1,
      writer: v7(),
      content: { ...typedRequest, text: 'x' },
    }
    await saveDraft(side, bulkId, later).catch(() => undefined)
    await sendBulk(actor, { bulkId, version: 0 })
    const items = await sentOf(actor, bulkId)
    expect(items).toHaveLength(3)
    for (const { contributorId, protocollo } of served)
      expect(items.find((one) => one.contributorId === contributorId)).toMatchObject({ protocollo })
    const last = items.find(({ contributorId }) => contributorId === ids[2])!
    const owner = await actingFor(actor.id, ids[2]!)
    expect(await findReceipt(owner, last.requestId)).toMatchObject({ content: { text: typedRequest.text } })
    expect(await listRequestAttachments(owner, last.requestId)).toHaveLength(1)
  })

  test('leaves the rest for another press when there is no more time', async () => {
    const { actor, ids } = await aPractice(2)
    const { bulkId, version } = await written(actor, ids)
    await sendBulk(actor, { bulkId, version }, Date.now())
    expect(await sentOf(actor, bulkId)).toHaveLength(0)
    await sendBulk(actor, { bulkId, version: 0 })
    expect(await sentOf(actor, bulkId)).toHaveLength(2)
  })

  test('is refused when it changed after it was looked at, and once sent can no longer change', async () => {
    const { actor, ids } = await aPractice(3)
    const { bulkId, version } = await written(actor, ids.slice(0, 2))
    await chooseContributors(actor, { bulkId, add: [ids[2]!] })
    await expect(sendBulk(actor, { bulkId, version })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await sentOf(actor, bulkId)).toHaveLength(0)
    await sendBulk(actor, { bulkId, version: (await findBulk(actor, bulkId))!.version! })
    expect(await sentOf(actor, bulkId)).toHaveLength(3)
    await expect(chooseContributors(actor, { bulkId, remove: [ids[0]!] })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('keeps a contributor’s own limit', async () => {
    const { actor, ids } = await aPractice(2)
    const { bulkId, version } = await written(actor, ids)
    await execute(sql`
      insert into limits (key, count, counted_since)
      values (${pseudonym('requests-of-contributor', ids[0]!)}, 60, now())`)
    await sendBulk(actor, { bulkId, version })
    expect((await sentOf(actor, bulkId)).map(({ contributorId }) => contributorId)).toEqual([ids[1]])
  })

  test('is nobody else’s to see, to change or to send, and needs a PIN that sends', async () => {
    const { actor, ids } = await aPractice(1)
    const { bulkId, version } = await written(actor, ids)
    const stranger = portfolio((await aUser()).id)
    const before = await footprint()
    expect(await findBulk(stranger, bulkId)).toBeUndefined()
    expect(await listBulkItems(stranger, bulkId)).toEqual([])
    await expect(chooseContributors(stranger, { bulkId })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(sendBulk(stranger, { bulkId, version })).rejects.toMatchObject({ kind: 'not-found' })
    const online = portfolio(actor.id, actor.firm, 'online')
    await expect(sendBulk(online, { bulkId, version })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await footprint()).toEqual(before)
  })

  test('stands in nobody’s list of drafts, and is kept when the contributor it stood for goes', async () => {
    const { actor, ids, delegations } = await aPractice(2)
    const { bulkId, side } = await written(actor, ids, 1)
    expect(await listDrafts(side)).toEqual([])
    await endDelegation(delegations[0]!.id)
    await chooseContributors(actor, { bulkId, remove: [ids[0]!] })
    const moved = (await findBulk(actor, bulkId))!
    expect(moved).toMatchObject({ hostId: ids[1], typed: typedRequest })
    await sendBulk(actor, { bulkId, version: moved.version! })
    const [item] = await sentOf(actor, bulkId)
    expect(await listRequestAttachments(await actingFor(actor.id, ids[1]!), item!.requestId)).toHaveLength(1)
  })
})

describe('the contributors to write for', () => {
  test('are found by name, codice fiscale and client code, in a group or all; who is not there is named', async () => {
    const { actor, firm, ids } = await aPractice(2)
    const [party] = await rows<{ code: string }>(sql`
      select codice_fiscale as code from contributors where id = ${ids[0]!}`)
    await execute(sql`
      insert into firm_clients (firm_id, contributor_id, client_code) values (${firm.id}, ${ids[1]!}, 'C 042')`)
    const stranger = await aContributor()
    expect(await matchCandidates(actor, [party!.code, 'C 042', stranger.codiceFiscale, 'boh'])).toEqual({
      ids,
      unknown: [stranger.codiceFiscale, 'boh'],
    })
    expect((await searchCandidates(actor, 'C 04')).map(({ id }) => id)).toEqual([ids[1]])
    expect((await searchCandidates(actor, party!.code)).map(({ id }) => id)).toEqual([ids[0]])
    expect(await searchCandidates(actor, '%')).toEqual([])
    expect(await listCandidateIds(actor, await aGroup(firm.id, [ids[1]!, stranger.id]))).toEqual([ids[1]])
    expect((await listCandidateIds(actor)).sort()).toEqual([...ids].sort())
  })

  test('are not those of a partial delegation, even when asked for', async () => {
    const { actor } = await aPractice(0)
    const { contributorId } = await aDelegation({
      delegate: { id: actor.id, codiceFiscale: newCodiceFiscale() },
      workers: [newCodiceFiscale()],
    })
    expect(await listCandidateIds(actor)).toEqual([])
    const bulkId = v7()
    await chooseContributors(actor, { bulkId, add: [contributorId, (await aContributor()).id] })
    expect(await listBulkItems(actor, bulkId)).toEqual([])
  })
})
