import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { findContributor } from '@/lib/contributors/queries'
import { markNoticeRead, markNoticeUnread, readNotice } from '@/lib/notices/commands/reading'
import { findNotice, listNoticeEvents, listReadings } from '@/lib/notices/queries/detail'
import { listNotices } from '@/lib/notices/queries/list'
import { auditOf, aUser, contributorSide, execute, footprint, person, rows } from '../factories'
import { aPublishedNotice, newNotice } from '../notice-factories'

const countsOf = async ({ id, contributorId }: { id: string; contributorId: string }) => {
  const { unreadNotices, readNotices } = (await findContributor(person(id), contributorId))!
  return [unreadNotices, readNotices]
}

const withdraw = (id: string) =>
  execute(sql`update notices set status = 'withdrawn', status_at = now() where id = ${id}`)

/** A notice and two representatives of the contributor it is for. */
async function published(changes: Partial<Parameters<typeof aPublishedNotice>[0]> = {}) {
  const anna = await contributorSide()
  const { contributorId } = anna
  const bruno = await contributorSide({ userId: (await aUser({ firstName: 'Bruno' })).id, contributorId })
  const { id: noticeId } = await aPublishedNotice({ contributorId, ...changes })
  return { anna, bruno, noticeId, contributorId }
}

describe('the first reading', () => {
  test('happens once, however many press «Apri e leggi» at once', async () => {
    const { anna, bruno, noticeId } = await published()
    const before = new Date()
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, index) => readNotice(index % 2 ? anna : bruno, { noticeId })),
    )
    expect(tries.filter(Boolean)).toHaveLength(1)
    const readings = await listReadings(anna, noticeId)
    const notice = (await findNotice(anna, noticeId))!
    expect(readings).toEqual([
      expect.objectContaining({ first: true, title: 'legal_representative', readAt: notice.firstReadAt }),
    ])
    expect(notice.firstReadAt!.getTime()).toBeGreaterThanOrEqual(before.getTime())
    expect(await auditOf(noticeId)).toEqual([
      expect.objectContaining({ change: 'notice.read', details: { sha256: notice.sha256 } }),
    ])
    expect(await countsOf(anna)).toEqual([0, 1])
  })

  test('opens what the notice says to everybody entitled, and moves it from one list to the other', async () => {
    const { anna, bruno, noticeId } = await published()
    await readNotice(anna, { noticeId })
    const said = newNotice('')
    expect(await findNotice(bruno, noticeId)).toMatchObject({
      unread: false,
      contributionsCents: said.contributionsCents,
      sanctionsCents: said.sanctionsCents,
      content: said.content,
    })
    expect((await listNotices(bruno, { list: 'unread' })).rows).toEqual([])
    expect((await listNotices(bruno, { list: 'read' })).rows).toEqual([
      expect.objectContaining({ id: noticeId, sanctionsCents: said.sanctionsCents, seen: false }),
    ])
  })

  test('is open to a PIN online', async () => {
    const { contributorId, noticeId } = await published()
    const online = await contributorSide({ contributorId, pinLevel: 'online' })
    expect(await readNotice(online, { noticeId })).toBeDefined()
  })

  test('never comes for what was withdrawn before: it is shown as it is', async () => {
    const { anna, noticeId } = await published()
    await withdraw(noticeId)
    const before = await footprint()
    expect(await readNotice(anna, { noticeId })).toBeUndefined()
    expect(await markNoticeRead(anna, { noticeId })).toBeUndefined()
    expect(await footprint()).toEqual(before)
    expect(await findNotice(anna, noticeId)).toMatchObject({ unread: false, firstReadAt: null, status: 'withdrawn' })
    expect((await findNotice(anna, noticeId))!.content).not.toBeNull()
    expect(await countsOf(anna)).toEqual([0, 1])
  })

  test('cannot be taken back, nor what the notice says changed, not even in the database', async () => {
    const { anna, noticeId } = await published()
    await readNotice(anna, { noticeId })
    for (const hand of [
      sql`update notices set first_read_at = null where id = ${noticeId}`,
      sql`update notices set sanctions_cents = 0 where id = ${noticeId}`,
      sql`update notice_readings set first = false where notice_id = ${noticeId}`,
      sql`delete from notice_readings where notice_id = ${noticeId}`,
    ])
      await expect(execute(hand)).rejects.toThrow()
  })
})

describe('before it', () => {
  test('looking at the envelope or at the lists writes nothing', async () => {
    const { anna, bruno, noticeId } = await published()
    const before = await footprint()
    for (const side of [anna, bruno]) {
      await findNotice(side, noticeId)
      await listReadings(side, noticeId)
      await listNoticeEvents(side, noticeId)
      await listNotices(side, { list: 'unread' })
    }
    expect(await footprint()).toEqual(before)
    expect(await countsOf(anna)).toEqual([1, 0])
  })

  test('neither amounts nor content nor reasons leave the database', async () => {
    const { anna, noticeId } = await published()
    await execute(sql`
      insert into notice_events (id, notice_id, contributor_id, act, side, author_id, text)
      values (gen_random_uuid(), ${noticeId}, ${anna.contributorId}, 'begin', 'office', ${anna.id}, 'Per 1.401,20 euro')`)
    const asked = [
      await findNotice(anna, noticeId),
      await listNoticeEvents(anna, noticeId),
      await listReadings(anna, noticeId),
      await listNotices(anna, { list: 'unread' }),
      await listNotices(anna, { list: 'unread', words: 'debito', sort: 'due' }),
    ]
    const [{ sha256 } = { sha256: '' }] = await rows<{ sha256: string }>(
      sql`select sha256 from notices where id = ${noticeId}`,
    )
    for (const secret of ['140120', '9830', '149950', '80000', '60120', '00144 ROMA', '1.401,20', sha256])
      expect(JSON.stringify(asked)).not.toContain(secret)
    expect(asked[0]).toMatchObject({ contributionsCents: null, sanctionsCents: null, content: null, sha256: null })
  })

  test('a mark of one’s own is not a reading', async () => {
    const { anna, noticeId } = await published()
    expect(await markNoticeRead(anna, { noticeId })).toBeUndefined()
    expect(await listReadings(anna, noticeId)).toEqual([])
    expect(await findNotice(anna, noticeId)).toMatchObject({ unread: true, seen: false })
  })
})

describe('mine and the contributor’s are kept apart', () => {
  test('a colleague’s mark adds them to «Letta da» once, and never first', async () => {
    const { anna, bruno, noticeId } = await published()
    await readNotice(anna, { noticeId })
    const { firstReadAt } = (await findNotice(anna, noticeId))!
    await Promise.all(Array.from({ length: 5 }, () => markNoticeRead(bruno, { noticeId })))
    expect(await listReadings(anna, noticeId)).toEqual([
      expect.objectContaining({ firstName: 'Anna', first: true, own: true }),
      expect.objectContaining({ firstName: 'Bruno', first: false, own: false }),
    ])
    expect(await findNotice(bruno, noticeId)).toMatchObject({ firstReadAt, seen: true })
    expect((await auditOf(noticeId)).map(({ change }) => change)).toEqual(['notice.read', 'notice.marked_read'])
  })

  test('«Segna come da leggere» lights one’s own dot and touches nothing else', async () => {
    const { anna, bruno, noticeId } = await published()
    await readNotice(anna, { noticeId })
    await markNoticeRead(bruno, { noticeId })
    const before = await listReadings(anna, noticeId)
    await markNoticeUnread(anna, { noticeId })
    await markNoticeUnread(anna, { noticeId })
    expect(await findNotice(anna, noticeId)).toMatchObject({ unread: false, seen: false })
    expect(await findNotice(bruno, noticeId)).toMatchObject({ unread: false, seen: true })
    expect(await listReadings(anna, noticeId)).toEqual(before)
    expect(await countsOf(anna)).toEqual([0, 1])
    await markNoticeRead(anna, { noticeId })
    expect(await findNotice(anna, noticeId)).toMatchObject({ seen: true })
    expect(await listReadings(anna, noticeId)).toEqual(before)
  })
})

test('of the office the contributor reads the office, of their own side the person', async () => {
  const { anna, noticeId } = await published()
  await readNotice(anna, { noticeId })
  const { id: clerk } = await aUser({ firstName: 'Clara', lastName: 'Segreta' })
  for (const [side, author, act] of [
    ['office', clerk, 'begin'],
    ['contributor', anna.id, 'withdraw'],
  ])
    await execute(sql`
      insert into notice_events (id, notice_id, contributor_id, act, side, author_id, text)
      values (gen_random_uuid(), ${noticeId}, ${anna.contributorId}, ${act}::notice_act, ${side}::thread_side, ${author}, 'Motivo')`)
  const events = await listNoticeEvents(anna, noticeId)
  expect(events.map(({ side, author, officeName }) => [side, author, officeName])).toEqual([
    ['office', null, 'Roma'],
    ['contributor', 'Anna Prova', 'Roma'],
  ])
  expect(JSON.stringify(events)).not.toContain('Segreta')
})
