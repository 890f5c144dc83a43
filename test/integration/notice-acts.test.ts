import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { notices } from '@/db/schema'
import { noticeStatuses, type NoticeStatus } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import type { Officer } from '@/lib/auth/actor'
import { hashOfNotice } from '@/lib/notices/document'
import { actOnNotice, correctNotice, publishNotice } from '@/lib/notices/commands/office'
import { markNoticeRead, readNotice } from '@/lib/notices/commands/reading'
import { findDeskNotice, listDeskNoticeEvents, listDeskNotices, listDeskReadings } from '@/lib/notices/queries/desk'
import { reasonedActs } from '@/lib/notices/schema'
import { isAllowed, transitions } from '@/lib/notices/status'
import {
  aContributor,
  aRequest,
  auditOf,
  contributorSide,
  execute,
  footprint,
  officer,
  rows,
  waitingForLocks,
  whileNobodyWrites,
} from '../factories'
import { aPublishedNotice, newNotice, sanctionsOnly } from '../notice-factories'

const text = 'Il versamento del 16 aprile risulta abbinato alla posizione.'

/** A notice as its form gives it. */
function typedNotice(changes: Parameters<typeof newNotice>[1] = {}) {
  const { contributorId: _, ...notice } = newNotice('', changes)
  return notice
}
const deed = (noticeId: string, words = text) => ({ eventId: v7(), noticeId, text: words })
const published = async () => {
  const contributor = await aContributor()
  const notice = await aPublishedNotice({ contributorId: contributor.id })
  return { contributor, ...notice }
}
const found = async (id: string) => {
  const [notice] = await transaction((tx) => tx.select().from(notices).where(eq(notices.id, id)))
  return notice!
}
const move = (id: string, status: NoticeStatus) => execute(sql`update notices set status = ${status} where id = ${id}`)
const counted = async (contributorId: string) =>
  (await rows(sql`select unread, read from notice_counts where contributor_id = ${contributorId}`))[0]

describe('an act of the office', () => {
  test.each(reasonedActs)(
    '%s moves the notice, stands in its history with its reason, and is recorded',
    async (act) => {
      const { contributor, id } = await published()
      const desk = await officer({ name: ['Dario', 'Verdi'] })
      const before = await found(id)
      const done = deed(id)
      expect(await actOnNotice(desk, act, done)).toEqual({ id })
      const after = await found(id)
      expect(after).toMatchObject({ status: transitions[act].to, sha256: before.sha256, firstReadAt: null })
      expect(after.statusAt.getTime()).toBeGreaterThan(before.statusAt.getTime())
      expect(await listDeskNoticeEvents(desk, id)).toMatchObject([
        { id: done.eventId, act, side: 'office', author: 'Dario Verdi', text, requestId: null, correctedById: null },
      ])
      expect(await auditOf(id)).toMatchObject([
        { change: transitions[act].change, actorId: desk.id, contributorId: contributor.id },
      ])
      expect(await counted(contributor.id)).toEqual(
        act === 'withdraw' ? { unread: 0, read: 1 } : { unread: 1, read: 0 },
      )
    },
  )

  test.each(noticeStatuses.flatMap((status) => reasonedActs.map((act) => ({ act, status }))))(
    '$act of a notice $status is done or refused as the rules say',
    async ({ act, status }) => {
      const { id } = await published()
      await move(id, status)
      const attempt = actOnNotice(await officer(), act, deed(id))
      if (isAllowed(act, 'office', status)) await attempt
      else await expect(attempt).rejects.toMatchObject({ kind: 'conflict' })
      expect((await found(id)).status).toBe(isAllowed(act, 'office', status) ? transitions[act].to : status)
    },
  )

  test('done a hundred times from the same form is one act', async () => {
    const { id } = await published()
    const desk = await officer()
    const once = deed(id)
    await Promise.all(Array.from({ length: 20 }, () => actOnNotice(desk, 'begin', once)))
    const before = await footprint()
    await actOnNotice(desk, 'begin', once)
    expect(await footprint()).toEqual(before)
    expect(await listDeskNoticeEvents(desk, id)).toHaveLength(1)
    expect(await auditOf(id)).toHaveLength(1)
  })

  test('another text from the same form is refused, and so is its form from other hands', async () => {
    const { id } = await published()
    const desk = await officer()
    const once = deed(id)
    await actOnNotice(desk, 'begin', once)
    const before = await footprint()
    const attempts = [
      () => actOnNotice(desk, 'begin', { ...once, text: 'Un altro motivo, scritto dopo.' }),
      () => actOnNotice(desk, 'settle', once),
      async () => actOnNotice(await officer(), 'begin', once),
    ]
    await expect(attempts[0]!()).rejects.toMatchObject({ kind: 'conflict' })
    await expect(attempts[1]!()).rejects.toMatchObject({ kind: 'conflict' })
    expect(await footprint()).toEqual(before)
    await expect(attempts[2]!()).rejects.toMatchObject({ kind: 'conflict' })
    expect(await listDeskNoticeEvents(desk, id)).toHaveLength(1)
  })

  test('of two officers at once one wins, the other is told', async () => {
    const { id } = await published()
    const desks = [await officer(), await officer()] as const
    const ends = await Promise.allSettled([
      actOnNotice(desks[0], 'settle', deed(id)),
      actOnNotice(desks[1], 'annul', deed(id)),
    ])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } })
    expect(await listDeskNoticeEvents(desks[0], id)).toHaveLength(1)
  })

  test('is not for an officer of another office, who finds nothing', async () => {
    const { id } = await published()
    const stranger = await officer({ officeCode: '5100' })
    const before = await footprint()
    for (const act of reasonedActs)
      await expect(actOnNotice(stranger, act, deed(id))).rejects.toMatchObject({ kind: 'conflict' })
    await expect(correctNotice(stranger, { ...deed(id), notice: typedNotice() })).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await findDeskNotice(stranger, id)).toBeUndefined()
    expect(await listDeskNoticeEvents(stranger, id)).toEqual([])
    expect(await listDeskReadings(stranger, id)).toEqual([])
    expect((await listDeskNotices(stranger)).rows).toEqual([])
    expect(await footprint()).toEqual(before)
  })
})

describe('a correction', () => {
  test('takes the place of the notice, which stays, struck, tied to it both ways', async () => {
    const { contributor, id } = await published()
    const desk = await officer()
    const notice = typedNotice({ sanctionsCents: 9_000 })
    const done = deed(id)
    const { correctedById } = await correctNotice(desk, { ...done, notice })
    expect(await findDeskNotice(desk, id)).toMatchObject({ status: 'corrected', correctedBy: { id: correctedById } })
    expect(await findDeskNotice(desk, correctedById)).toMatchObject({
      status: 'open',
      corrects: { id },
      correctedBy: null,
      contributorId: contributor.id,
      externalNumber: notice.externalNumber,
      sanctionsCents: 9_000,
    })
    expect(await listDeskNoticeEvents(desk, id)).toMatchObject([
      { id: done.eventId, act: 'correct', text, correctedById },
    ])
    expect(await counted(contributor.id)).toEqual({ unread: 1, read: 1 })
    expect(await auditOf(id)).toMatchObject([
      { change: 'notice.corrected', contributorId: contributor.id, details: { correctedById } },
    ])
  })

  test('tells the people of the contributor, and done again is the same correction', async () => {
    const side = await contributorSide()
    await aRequest(side)
    const { id } = await aPublishedNotice({ contributorId: side.contributorId })
    const desk = await officer()
    const asked = { ...deed(id), notice: typedNotice() }
    const both = await Promise.all([correctNotice(desk, asked), correctNotice(desk, asked)])
    expect(both[0]).toEqual(both[1])
    const before = await footprint()
    expect(await correctNotice(desk, asked)).toEqual(both[0])
    expect(await footprint()).toEqual(before)
    const told = await rows(sql`select channel from outgoing_messages where notice_id = ${both[0].correctedById}`)
    expect(told).toEqual([{ channel: 'email' }])
  })

  test('has a number of its own, or nothing changes', async () => {
    const { id, externalNumber } = await published()
    const desk = await officer()
    const before = await footprint()
    await expect(correctNotice(desk, { ...deed(id), notice: typedNotice({ externalNumber }) })).rejects.toMatchObject({
      errors: { externalNumber: [expect.stringContaining('già pubblicato')] },
    })
    expect(await footprint()).toEqual(before)
  })

  test('of two officers at once one wins, and one correction is published', async () => {
    const { id } = await published()
    const ends = await Promise.allSettled(
      [await officer(), await officer()].map((desk) => correctNotice(desk, { ...deed(id), notice: typedNotice() })),
    )
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows(sql`select 1 from notices where corrects_id = ${id}`)).toHaveLength(1)
  })

  test('can itself be corrected, and withdrawn is past correcting', async () => {
    const { id } = await published()
    const desk = await officer()
    const first = await correctNotice(desk, { ...deed(id), notice: typedNotice() })
    const second = await correctNotice(desk, { ...deed(first.correctedById), notice: typedNotice() })
    await actOnNotice(desk, 'withdraw', deed(second.correctedById))
    await expect(correctNotice(desk, { ...deed(second.correctedById), notice: typedNotice() })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})

describe('one notice by the form', () => {
  const asked = (codiceFiscale: string, changes: Parameters<typeof newNotice>[1] = {}) => ({
    codiceFiscale,
    notice: typedNotice(changes),
  })
  const publishFor = async (desk: Officer, changes: Parameters<typeof newNotice>[1] = {}) => {
    const contributor = await aContributor({ officeCode: desk.officeCode })
    return { contributor, ...(await publishNotice(desk, asked(contributor.codiceFiscale, changes))) }
  }

  test('is published with its number, term and hash, counted and recorded', async () => {
    const desk = await officer()
    const { contributor, id } = await publishFor(desk)
    const notice = await found(id)
    expect(notice).toMatchObject({
      contributorId: contributor.id,
      officeCode: '7000',
      campaignId: null,
      publishedBy: desk.id,
      status: 'open',
      firstReadAt: null,
      protocollo: expect.stringMatching(/^INPS\.7000\.\d\d\/\d\d\/\d{4}\.\d{7}$/),
    })
    const { codiceFiscale } = contributor
    const { contributorId: _, ...said } = newNotice(contributor.id, { externalNumber: notice.externalNumber })
    const { protocollo, officeCode, dueBy, publishedAt, sha256 } = notice
    expect(sha256).toBe(
      hashOfNotice({
        ...said,
        dueBy,
        protocollo,
        officeCode,
        publishedAt: publishedAt.toISOString(),
        codiceFiscale,
      }),
    )
    expect(await counted(contributor.id)).toEqual({ unread: 1, read: 0 })
    expect(await auditOf(id)).toMatchObject([
      { change: 'notice.published', actorId: desk.id, contributorId: contributor.id, details: { protocollo } },
    ])
  })

  test('tells each person who may act for the contributor once, and nothing of what it says', async () => {
    const side = await contributorSide()
    await aRequest(side, { mobile: '333 123 4567', notifyBySms: 'on' })
    const [{ codice }] = (await rows<{ codice: string }>(sql`
      select codice_fiscale as codice from contributors where id = ${side.contributorId}`)) as [{ codice: string }]
    const { id } = await publishNotice(await officer(), asked(codice))
    const messages = await rows<{ body: string }>(sql`
      select channel, body from outgoing_messages where notice_id = ${id} order by channel`)
    expect(messages).toMatchObject([{ channel: 'email' }, { channel: 'sms' }])
    for (const { body } of messages) expect(body).not.toMatch(/1\.401|DEB-OMI|2024|ALFA/)
  })

  test('sent twice is one notice; another under its number is refused on that field', async () => {
    const desk = await officer()
    const { codiceFiscale } = await aContributor()
    const one = asked(codiceFiscale)
    const [first, second] = await Promise.all([publishNotice(desk, one), publishNotice(desk, one)])
    expect(second).toEqual(first)
    const before = await footprint()
    const others = [
      () => publishNotice(desk, { codiceFiscale, notice: { ...one.notice, elaboratedOn: '2026-11-03' } }),
      async () => publishNotice(await officer(), one),
    ]
    await expect(others[0]!()).rejects.toMatchObject({ errors: { externalNumber: [expect.any(String)] } })
    expect(await footprint()).toEqual(before)
    await expect(others[1]!()).rejects.toMatchObject({ errors: { externalNumber: [expect.any(String)] } })
  })

  test('by another office has numbers of its own', async () => {
    const { externalNumber } = await published()
    const desk = await officer({ officeCode: '5100' })
    const { id } = await publishFor(desk, { externalNumber })
    expect(await found(id)).toMatchObject({ officeCode: '5100', externalNumber })
  })

  test('is for a contributor of the officer’s own office: of another’s it says no more than of nobody’s', async () => {
    const desk = await officer()
    const elsewhere = await aContributor({ officeCode: '5100' })
    const before = await footprint()
    const errorsOf = (codiceFiscale: string) =>
      publishNotice(desk, asked(codiceFiscale)).then(
        () => undefined,
        (error: { errors?: unknown }) => error.errors,
      )
    const told = await errorsOf(elsewhere.codiceFiscale)
    expect(told).toEqual({ codiceFiscale: [expect.any(String)] })
    expect(await errorsOf('00000000000')).toEqual(told)
    expect(await footprint()).toEqual(before)
  })
})

describe('what was published', () => {
  test.each([
    ['what it says', sql`contributions_cents = contributions_cents + 1`],
    ['its tables', sql`content = '{}'`],
    ['whose it is', sql`external_number = 'another'`],
    ['its term', sql`due_by = '2099-01-01'`],
    ['its hash', sql`sha256 = 'x'`],
  ])('never changes: %s', async (_what, assignment) => {
    const { id } = await published()
    await expect(execute(sql`update notices set ${assignment} where id = ${id}`)).rejects.toThrow()
  })

  test('is never deleted, and neither is its history', async () => {
    const { id } = await published()
    await actOnNotice(await officer(), 'begin', deed(id))
    for (const statement of [
      sql`delete from notices where id = ${id}`,
      sql`delete from notice_events where notice_id = ${id}`,
      sql`update notice_events set text = 'altro' where notice_id = ${id}`,
      sql`truncate notice_events cascade`,
      sql`truncate notices cascade`,
    ])
      await expect(execute(statement)).rejects.toThrow()
  })

  test('is read for the first time once', async () => {
    const side = await contributorSide()
    const { id } = await aPublishedNotice({ contributorId: side.contributorId })
    await readNotice(side, { noticeId: id })
    await expect(execute(sql`update notices set first_read_at = now() where id = ${id}`)).rejects.toThrow()
    await expect(execute(sql`update notices set first_read_at = null where id = ${id}`)).rejects.toThrow()
  })
})

describe('the desk', () => {
  test('sees who read, first and after, without reading for them', async () => {
    const side = await contributorSide()
    const { id } = await aPublishedNotice({ contributorId: side.contributorId })
    const desk = await officer()
    expect(await findDeskNotice(desk, id)).toMatchObject({ firstReadAt: null, readings: 0 })
    expect(await listDeskReadings(desk, id)).toEqual([])
    await readNotice(side, { noticeId: id })
    const colleague = await contributorSide({ contributorId: side.contributorId })
    await markNoticeRead(colleague, { noticeId: id })
    expect(await listDeskReadings(desk, id)).toMatchObject([
      { first: true, title: 'legal_representative' },
      { first: false },
    ])
    expect(await findDeskNotice(desk, id)).toMatchObject({
      readings: 2,
      firstReadAt: expect.any(Date),
      officeName: 'Roma',
      campaignId: null,
      campaignTitle: null,
      corrects: null,
      correctedBy: null,
      publisherName: 'Anna Prova',
    })
  })

  test('finds by kind, year, month, status, reading, contributor and words', async () => {
    const officeCode = '1300'
    const desk = await officer({ officeCode })
    const alfa = await aContributor({ officeCode, denomination: 'ALFA 100% S.R.L.' })
    const beta = await aContributor({ officeCode, denomination: 'BETA S.P.A.' })
    const debt = await aPublishedNotice({ contributorId: alfa.id, officeCode })
    const { contributorId: _, ...sanctions } = sanctionsOnly(beta.id)
    const only = await aPublishedNotice({ contributorId: beta.id, officeCode, ...sanctions })
    const old = await aPublishedNotice({
      contributorId: beta.id,
      officeCode,
      year: 2020,
      periodFrom: '2020-01',
      periodTo: '2020-01',
      dueBy: '2026-01-31',
    })
    await actOnNotice(desk, 'settle', deed(old.id))
    const ids = async (filters: Parameters<typeof listDeskNotices>[1]) =>
      (await listDeskNotices(desk, filters)).rows.map(({ id }) => id)
    expect(await ids({})).toEqual([old.id, only.id, debt.id])
    expect(await ids({ kind: 'DEB-SAN' })).toEqual([only.id])
    expect(await ids({ year: 2024 })).toEqual([only.id, debt.id])
    expect(await ids({ month: '2024-04' })).toEqual([only.id, debt.id])
    expect(await ids({ month: '2024-07' })).toEqual([only.id])
    expect(await ids({ due: 'past' })).toEqual([old.id])
    expect(await ids({ status: 'settled' })).toEqual([old.id])
    expect(await ids({ read: true })).toEqual([])
    expect(await ids({ read: false, status: 'open' })).toEqual([only.id, debt.id])
    expect(await ids({ contributor: alfa.codiceFiscale })).toEqual([debt.id])
    expect(await ids({ contributor: '100%' })).toEqual([debt.id])
    expect(await ids({ contributor: '%' })).toEqual([debt.id])
    expect(await ids({ contributor: 'beta' })).toEqual([old.id, only.id])
    expect(await ids({ words: debt.protocollo })).toEqual([debt.id])
    expect(await ids({ words: 'sanzioni' })).toEqual([only.id])
  })

  test('pages of twenty-five, each notice once', async () => {
    const officeCode = '0300'
    const desk = await officer({ officeCode })
    const contributor = await aContributor({ officeCode })
    const at = new Date()
    for (let count = 0; count < 30; count += 1)
      await aPublishedNotice({ contributorId: contributor.id, officeCode, publishedBy: desk.id, now: at })
    const first = await listDeskNotices(desk)
    expect(first.rows).toHaveLength(25)
    const [value, id] = first.next!.split('_') as [string, string]
    const second = await listDeskNotices(desk, {}, { value, id })
    expect(second.rows).toHaveLength(5)
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(30)
  })
})

test('an officer who corrects and a release of the same office never wait for each other in a ring', async () => {
  const { contributor, id } = await published()
  const desk = await officer()
  const ends = await whileNobodyWrites('notices', async () => {
    const correcting = correctNotice(desk, { ...deed(id), notice: typedNotice() })
    await waitingForLocks(1)
    const publishing = publishNotice(desk, { codiceFiscale: contributor.codiceFiscale, notice: typedNotice() })
    await waitingForLocks(2)
    return [correcting, publishing] as const
  })
  await Promise.all(ends)
  expect(await counted(contributor.id)).toEqual({ unread: 2, read: 1 })
})
