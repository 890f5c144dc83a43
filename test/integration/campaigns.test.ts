import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, contributors as parties } from '@/db/schema'
import { transaction } from '@/db/write'
import type { Officer } from '@/lib/auth/actor'
import {
  approveCampaign,
  discardCampaign,
  openSample,
  resumeCampaign,
  stopCampaign,
  withdrawCampaign,
} from '@/lib/campaigns/commands/brake'
import { releaseCampaign, resumeCampaigns } from '@/lib/campaigns/commands/release'
import {
  countUnreadOverdue,
  findCampaign,
  findStagedNotice,
  listCampaigns,
  listFindings,
  listSample,
  listUnreadOverdue,
  readingsByDay,
} from '@/lib/campaigns/queries'
import { actOnNotice, publishNotice } from '@/lib/notices/commands/office'
import { readNotice } from '@/lib/notices/commands/reading'
import { listDeskNotices } from '@/lib/notices/queries/desk'
import { v7 } from 'uuid'
import {
  aContributor,
  aRequest,
  aUser,
  auditOf,
  contributorSide,
  execute,
  footprint,
  grantAccess,
  officer,
  rows,
  system,
  waitingForLocks,
  whileNobodyWrites,
} from '../factories'
import { aPublishedNotice, aStagedCampaign, newNotice } from '../notice-factories'

const text = 'Il file conteneva importi di un altro anno.'

/** A campaign of an office of its own, with so many notices for as many contributors unless some are given. */
async function aCampaign({
  many = 20,
  officeCode = '7000',
  contributorIds,
  sample = [1, 2],
}: { many?: number; officeCode?: string; contributorIds?: string[]; sample?: number[] } = {}) {
  const author = await officer({ officeCode })
  const approver = await officer({ officeCode, name: ['Dario', 'Verdi'] })
  const told = contributorIds ?? (await contributors(many, officeCode))
  const { id, prefix } = await aStagedCampaign({ author, contributorIds: told, sample })
  return { id, prefix, author, approver, contributorIds: told, sample }
}
type Campaign = Awaited<ReturnType<typeof aCampaign>>

/** As many as a large file tells of; their codes are nobody's. */
async function contributors(many: number, officeCode = '7000') {
  const made = Array.from({ length: many }, () => {
    const id = v7()
    return { id, codiceFiscale: id.slice(-12), denomination: 'BETA LOGISTICA S.P.A.', officeCode }
  })
  await transaction((tx) => tx.insert(parties).values(made))
  return made.map(({ id }) => id)
}

async function approved(options?: Parameters<typeof aCampaign>[0]) {
  const campaign = await aCampaign(options)
  for (const position of campaign.sample) await openSample(campaign.approver, { campaignId: campaign.id, position })
  await approveCampaign(campaign.approver, { campaignId: campaign.id })
  return campaign
}

/** Published in full. */
async function done(options?: Parameters<typeof aCampaign>[0]) {
  const campaign = await approved(options)
  await releaseCampaign(system(), campaign.id)
  if ((await standing(campaign)).status === 'paused') {
    await resumeCampaign(campaign.approver, { campaignId: campaign.id })
    await releaseCampaign(system(), campaign.id)
  }
  return campaign
}

const standing = async ({ id }: { id: string }) => {
  const [found] = await transaction((tx) => tx.select().from(campaigns).where(eq(campaigns.id, id)))
  return found!
}
const jobsOf = (campaignId: string) =>
  rows<{ identifier: string }>(sql`
    select task.identifier from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where job.payload->>'campaignId' = ${campaignId}`)
const numbersOf = async (campaignId: string) =>
  (
    await rows<{ number: string }>(sql`
      select external_number as number from notices where campaign_id = ${campaignId} order by protocollo`)
  ).map(({ number }) => number)
const stagedOf = ({ id }: { id: string }) =>
  rows<{ position: number }>(sql`select position from staged_notices where campaign_id = ${id} order by position`)
const filesOf = ({ id }: { id: string }) => rows(sql`select 1 from campaign_files where campaign_id = ${id}`)
const numbered = ({ prefix }: Campaign, upTo: number) => Array.from({ length: upTo }, (_, at) => `${prefix}-${at + 1}`)

/** The counts kept by the trigger beside those of the rows themselves: none may differ. */
const wrongCounts = () =>
  rows(sql`
    select contributor_id from notice_counts held full join (
      select contributor_id, count(*) filter (where unread)::int as unread, count(*) filter (where not unread)::int as read
      from notices group by 1
    ) counted using (contributor_id)
    where (held.unread, held.read) is distinct from (counted.unread, counted.read)
      and (coalesce(held.unread, 0), coalesce(held.read, 0)) <> (coalesce(counted.unread, 0), coalesce(counted.read, 0))`)

/** Protocol numbers of an office that are given twice or left out, among notices and requests. */
async function brokenNumbers(officeCode: string) {
  const given = await rows<{ number: number }>(sql`
    select split_part(protocollo, '.', 4)::int as number from (
      select protocollo from notices where office_code = ${officeCode}
      union all select protocollo from requests where office_code = ${officeCode}
    ) numbered order by 1`)
  return given.filter(({ number }, index) => number !== index + 1)
}

describe('the brake', () => {
  test('whoever loaded the file does not approve it, even after opening the sample', async () => {
    const { id, author, sample } = await aCampaign()
    for (const position of sample) await openSample(author, { campaignId: id, position })
    await expect(approveCampaign(author, { campaignId: id })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await standing({ id })).toMatchObject({ status: 'validated', approvedBy: null })
    await expect(execute(sql`update campaigns set approved_by = ${author.id} where id = ${id}`)).rejects.toMatchObject({
      cause: { constraint_name: 'whoever_loads_does_not_approve' },
    })
  })

  test('a second person approves once they have opened every notice of the sample themselves', async () => {
    const { id, author, approver } = await aCampaign({ sample: [3, 7] })
    const before = await footprint()
    await expect(approveCampaign(approver, { campaignId: id })).rejects.toMatchObject({
      kind: 'forbidden',
      message: expect.stringContaining('te ne restano 2'),
    })
    expect(await footprint()).toEqual(before)
    await openSample(approver, { campaignId: id, position: 3 })
    await openSample(author, { campaignId: id, position: 7 })
    expect(await listSample(approver, id)).toMatchObject([
      { position: 3, openedByMe: true, openedBy: 1 },
      { position: 7, openedByMe: false, openedBy: 1 },
    ])
    await expect(approveCampaign(approver, { campaignId: id })).rejects.toMatchObject({
      message: expect.stringContaining('l’ultima'),
    })
    await openSample(approver, { campaignId: id, position: 7 })
    await approveCampaign(approver, { campaignId: id })
    expect(await standing({ id })).toMatchObject({ status: 'releasing', approvedBy: approver.id, releaseUpTo: 2 })
    expect(await jobsOf(id)).toMatchObject([{ identifier: 'releaseCampaign' }])
    expect((await auditOf(id)).map(({ change }) => change)).toEqual([
      'campaign.sample_opened',
      'campaign.sample_opened',
      'campaign.sample_opened',
      'campaign.approved',
    ])
  })

  test('opening the sample is recorded once, and only of the sample', async () => {
    const { id, approver } = await aCampaign({ sample: [3] })
    await openSample(approver, { campaignId: id, position: 3 })
    const before = await footprint()
    await openSample(approver, { campaignId: id, position: 3 })
    await expect(openSample(approver, { campaignId: id, position: 4 })).rejects.toMatchObject({ kind: 'not-found' })
    expect(await findStagedNotice(approver, id, 4)).toBeUndefined()
    expect(await findStagedNotice(approver, id, 3, '2026-11-26')).toMatchObject({
      position: 3,
      officeName: 'Roma',
      dueBy: '2026-12-26',
      contributor: { denomination: 'BETA LOGISTICA S.P.A.' },
    })
    expect(await footprint()).toEqual(before)
  })

  test('one in ten goes out first, then it waits; the rest goes when somebody says so', async () => {
    const campaign = await approved({ many: 25 })
    await releaseCampaign(system(), campaign.id)
    expect(await standing(campaign)).toMatchObject({ status: 'paused', released: 3, endedAt: null })
    expect(await numbersOf(campaign.id)).toEqual(numbered(campaign, 3))
    await releaseCampaign(system(), campaign.id)
    expect(await numbersOf(campaign.id)).toHaveLength(3)

    await resumeCampaign(campaign.author, { campaignId: campaign.id })
    await releaseCampaign(system(), campaign.id)
    expect(await standing(campaign)).toMatchObject({ status: 'done', released: 25, endedAt: expect.any(Date) })
    expect(await numbersOf(campaign.id)).toEqual(numbered(campaign, 25))
    expect([await stagedOf(campaign), await filesOf(campaign)]).toEqual([[], []])
    expect((await auditOf(campaign.id)).slice(-3)).toMatchObject([
      { change: 'campaign.released', actorKind: 'system', details: { published: 3, released: 3 } },
      { change: 'campaign.resumed', actorId: campaign.author.id, details: { left: 22 } },
      { change: 'campaign.released', details: { published: 22, released: 25 } },
    ])
    expect(await wrongCounts()).toEqual([])
  })

  test('a campaign so small that one in ten is all of it does not stop half-way', async () => {
    const campaign = await approved({ many: 1, sample: [1] })
    await releaseCampaign(system(), campaign.id)
    expect(await standing(campaign)).toMatchObject({ status: 'done', released: 1 })
  })

  test('«Ferma» says how many are left unsent, and their numbers are free again', async () => {
    const campaign = await approved({ many: 30 })
    await releaseCampaign(system(), campaign.id)
    expect(await stopCampaign(campaign.author, { campaignId: campaign.id, text })).toMatchObject({ unsent: 27 })
    expect(await standing(campaign)).toMatchObject({ status: 'stopped', released: 3, endedAt: expect.any(Date) })
    expect((await auditOf(campaign.id)).at(-1)).toMatchObject({
      change: 'campaign.stopped',
      actorId: campaign.author.id,
      details: { unsent: 27, released: 3, reason: text },
    })
    await releaseCampaign(system(), campaign.id)
    expect(await numbersOf(campaign.id)).toHaveLength(3)
    expect([await stagedOf(campaign), await filesOf(campaign)]).toEqual([[], []])
    await expect(resumeCampaign(campaign.approver, { campaignId: campaign.id })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await aStagedCampaign({
      author: campaign.author,
      contributorIds: campaign.contributorIds,
      prefix: campaign.prefix,
    })
  })

  test('«Ferma» pressed before the first batch leaves all of them unsent', async () => {
    const campaign = await approved({ many: 12 })
    expect(await stopCampaign(campaign.approver, { campaignId: campaign.id, text })).toMatchObject({ unsent: 12 })
    await releaseCampaign(system(), campaign.id)
    expect(await numbersOf(campaign.id)).toEqual([])
  })

  test('a discarded campaign publishes nothing and cannot be approved', async () => {
    const { id, author, approver } = await aCampaign()
    await discardCampaign(author, { campaignId: id })
    expect(await standing({ id })).toMatchObject({ status: 'discarded' })
    expect(await stagedOf({ id })).toEqual([])
    await expect(approveCampaign(approver, { campaignId: id })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(openSample(approver, { campaignId: id, position: 1 })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('of two who approve at once, one wins', async () => {
    const { id, approver, sample } = await aCampaign()
    const other = await officer()
    for (const each of [approver, other])
      for (const position of sample) await openSample(each, { campaignId: id, position })
    const ends = await Promise.allSettled([approver, other].map((each) => approveCampaign(each, { campaignId: id })))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await jobsOf(id)).toHaveLength(1)
  })
})

describe('withdrawing a campaign', () => {
  test('strikes what still counts, each with the reason, and leaves the rest as it was', async () => {
    const campaign = await done({ many: 11 })
    const { rows: listed } = await listDeskNotices(campaign.author, { words: campaign.prefix })
    const [settled] = listed
    await actOnNotice(campaign.author, 'settle', { eventId: v7(), noticeId: settled!.id, text })
    expect(await withdrawCampaign(campaign.author, { campaignId: campaign.id, text })).toMatchObject({ withdrawn: 10 })
    const statuses = await rows(sql`
      select status, count(*)::int from notices where campaign_id = ${campaign.id} group by 1 order by 1`)
    expect(statuses).toEqual([
      { status: 'settled', count: 1 },
      { status: 'withdrawn', count: 10 },
    ])
    const events = await rows(sql`
      select distinct event.act, event.side, event.author_id, event.text, event.created_at = notice.status_at as same
      from notice_events event join notices notice on notice.id = event.notice_id
      where notice.campaign_id = ${campaign.id} and event.act = 'withdraw'`)
    expect(events).toEqual([{ act: 'withdraw', side: 'office', author_id: campaign.author.id, text, same: true }])
    expect(await wrongCounts()).toEqual([])
    expect((await auditOf(campaign.id)).at(-1)).toMatchObject({ details: { withdrawn: 10, reason: text } })
    await expect(withdrawCampaign(campaign.author, { campaignId: campaign.id, text })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('waits until it has ended: what is on its way is stopped first', async () => {
    const campaign = await approved()
    const withdrawing = () => withdrawCampaign(campaign.author, { campaignId: campaign.id, text })
    await expect(withdrawing()).rejects.toMatchObject({ kind: 'conflict' })
    await releaseCampaign(system(), campaign.id)
    await expect(withdrawing()).rejects.toMatchObject({ kind: 'conflict' })
    await stopCampaign(campaign.author, { campaignId: campaign.id, text })
    expect(await withdrawing()).toMatchObject({ withdrawn: 2 })
  })
})

describe('a release that is killed', () => {
  const many = 1_300
  const hold = (officeCode: string) => approved({ many, officeCode })

  test('half-way through a batch leaves nothing of that batch, and goes on where it was', async () => {
    const campaign = await hold('5100')
    await resumeAll(campaign)
    await execute(sql`
      create function die_half_way() returns trigger language plpgsql as $$
      begin
        if (select released from campaigns where id = new.campaign_id) >= 500 then raise 'killed'; end if;
        return new;
      end $$`)
    await execute(sql`
      create trigger killed before insert on outgoing_messages for each row execute function die_half_way()`)
    await aReachable(campaign.contributorIds[700]!)
    await expect(releaseCampaign(system(), campaign.id)).rejects.toThrow()
    await execute(sql`drop trigger killed on outgoing_messages`)
    expect(await standing(campaign)).toMatchObject({ status: 'releasing', released: 500 })
    expect(await numbersOf(campaign.id)).toEqual(numbered(campaign, 500))

    await releaseCampaign(system(), campaign.id)
    expect(await standing(campaign)).toMatchObject({ status: 'done', released: many })
    expect(await numbersOf(campaign.id)).toEqual(numbered(campaign, many))
    expect(await brokenNumbers('5100')).toEqual([])
    expect(await wrongCounts()).toEqual([])
  })

  test('and taken over while the first one was only slow: two at once publish each notice once', async () => {
    const campaign = await hold('1300')
    await resumeAll(campaign)
    await Promise.all([1, 2, 3].map(() => releaseCampaign(system(), campaign.id)))
    expect(await numbersOf(campaign.id)).toEqual(numbered(campaign, many))
    expect(await brokenNumbers('1300')).toEqual([])
    expect(await wrongCounts()).toEqual([])
  })

  test('is promised anew after a minute of silence, and not before', async () => {
    const { id } = await approved()
    const loading = await aStagedCampaign({
      author: await officer(),
      contributorIds: [(await aContributor()).id],
      status: 'loading',
    })
    await execute(sql`delete from graphile_worker._private_jobs`)
    await resumeCampaigns(system())
    expect([await jobsOf(id), await jobsOf(loading.id)]).toEqual([[], []])
    await execute(sql`
      update campaigns set heartbeat_at = now() - interval '61 seconds' where id in (${id}, ${loading.id})`)
    await resumeCampaigns(system())
    await resumeCampaigns(system())
    expect(await jobsOf(id)).toMatchObject([{ identifier: 'releaseCampaign' }])
    expect(await jobsOf(loading.id)).toMatchObject([{ identifier: 'validateCampaign' }])
  })

  test('«Ferma» pressed while a batch is under way waits for it, and stops before the next', async () => {
    const campaign = await hold('4900')
    await resumeAll(campaign)
    const [, stopped] = await whileNobodyWrites('notices', async () => {
      const release = releaseCampaign(system(), campaign.id)
      await waitingForLocks(1)
      const stop = stopCampaign(campaign.author, { campaignId: campaign.id, text })
      await waitingForLocks(2)
      return [release, stop] as const
    })
    const { unsent } = await stopped
    expect(await standing(campaign)).toMatchObject({ status: 'stopped', released: many - unsent })
    expect(await numbersOf(campaign.id)).toEqual(numbered(campaign, many - unsent))
  })
})

/** As if the first stage were the whole of it. */
const resumeAll = ({ id }: { id: string }) =>
  execute(sql`update campaigns set release_up_to = notices where id = ${id}`)

/** Somebody who may act for a contributor and asked to be told by e-mail and SMS. */
async function aReachable(contributorId: string, userId?: string) {
  const side = await contributorSide({ contributorId, userId })
  await aRequest(side, { mobile: '333 123 4567', notifyBySms: 'on' })
  return side
}

describe('a release', () => {
  test('tells each person once, however many notices and stages and contributors of theirs', async () => {
    const { id: userId } = await aUser()
    const [first, second] = [await aContributor(), await aContributor()]
    await aReachable(first.id, userId)
    await grantAccess(userId, second.id)
    const others = await contributors(18)
    const campaign = await done({ contributorIds: [first.id, first.id, second.id, ...others, first.id] })
    const messages = await rows(sql`
      select change, channel, recipient from outgoing_messages where campaign_id = ${campaign.id} order by channel`)
    expect(messages).toEqual([
      { change: 'notice.published', channel: 'email', recipient: 'anna@alfaservizi.example' },
      { change: 'notice.published', channel: 'sms', recipient: '+393331234567' },
    ])
    expect(await rows(sql`select unread from notice_counts where contributor_id = ${first.id}`)).toEqual([
      { unread: 3 },
    ])
  })

  test('passes over a number published meanwhile by the form, and says so', async () => {
    const campaign = await approved({ many: 12 })
    const early = await aPublishedNotice({
      contributorId: campaign.contributorIds[4]!,
      externalNumber: `${campaign.prefix}-5`,
    })
    await releaseCampaign(system(), campaign.id)
    await resumeCampaign(campaign.approver, { campaignId: campaign.id })
    await releaseCampaign(system(), campaign.id)
    expect(await standing(campaign)).toMatchObject({ status: 'done', released: 12, warnedLines: 1 })
    expect(await numbersOf(campaign.id)).toEqual(
      numbered(campaign, 12).filter((number) => number !== early.externalNumber),
    )
    const { rows: findings } = await listFindings(campaign.author, campaign.id)
    expect(findings).toMatchObject([{ severity: 'warned', line: 6, column: 'numero', value: early.externalNumber }])
  })

  test('waits for a publication by the form that is under way, and does not publish its number again', async () => {
    const campaign = await approved({ many: 12 })
    await resumeAll(campaign)
    const contributor = await aContributor()
    const { contributorId: _, ...notice } = newNotice(contributor.id, { externalNumber: `${campaign.prefix}-7` })
    const ends = await whileNobodyWrites('notices', async () => {
      const alone = publishNotice(campaign.author, { codiceFiscale: contributor.codiceFiscale, notice })
      await waitingForLocks(1)
      const release = releaseCampaign(system(), campaign.id)
      await waitingForLocks(2)
      return [alone, release]
    })
    await Promise.all(ends)
    expect(await standing(campaign)).toMatchObject({ status: 'done', released: 12, warnedLines: 1 })
    expect(await numbersOf(campaign.id)).toHaveLength(11)
  })

  test('answers for the approver, with the campaign on every notice and its hash', async () => {
    const campaign = await done({ many: 3 })
    const published = await rows<{ published_by: string; sha256: string; due: number }>(sql`
      select published_by, sha256, due_by - (published_at at time zone 'Europe/Rome')::date as due
      from notices where campaign_id = ${campaign.id}`)
    expect(new Set(published.map(({ published_by }) => published_by))).toEqual(new Set([campaign.approver.id]))
    expect(new Set(published.map(({ due }) => due))).toEqual(new Set([30]))
    expect(new Set(published.map(({ sha256 }) => sha256)).size).toBe(3)
  })
})

describe('what the office sees', () => {
  test('figures: published, told, read by day, and unread past the term', async () => {
    const contributor = await aContributor()
    const reader = await aReachable(contributor.id)
    const campaign = await done({ contributorIds: [contributor.id, ...(await contributors(3))] })
    const [own] = await rows<{ id: string }>(sql`
      select id from notices where campaign_id = ${campaign.id} and contributor_id = ${contributor.id}`)
    await readNotice(reader, { noticeId: own!.id })
    const found = await findCampaign(campaign.approver, campaign.id)
    expect(found).toMatchObject({
      authorName: 'Clara Bianchi',
      approverName: 'Dario Verdi',
      published: 4,
      read: 1,
      overdue: 0,
      messages: 2,
      delivered: 0,
    })
    const today = (await rows<{ day: string }>(sql`select (now() at time zone 'Europe/Rome')::date::text as day`))[0]!
    expect(await readingsByDay(campaign.author, campaign.id)).toEqual([{ day: today.day, read: 1 }])
    const later = '2099-01-01'
    const where = { campaignId: campaign.id }
    expect(await countUnreadOverdue(campaign.author, where, later)).toBe(3)
    const overdue = await listUnreadOverdue(campaign.author, where, undefined, later)
    expect(overdue.rows.map(({ id }) => id)).not.toContain(own!.id)
    expect(overdue.rows).toHaveLength(3)
  })

  test('pages of twenty-five, each finding once, in the order of the file', async () => {
    const { id, author } = await aCampaign({ many: 1 })
    await execute(sql`
      insert into campaign_findings (id, campaign_id, severity, line, "column", value, reason)
      select gen_random_uuid(), ${id}, 'refused', 31 - n / 2, 'importo', n::text, 'Non è un importo' from generate_series(1, 60) n`)
    const seen: number[] = []
    let next: string | undefined
    do {
      const page = await listFindings(author, id, next)
      seen.push(...page.rows.map(({ line }) => line))
      next = page.next
    } while (next)
    expect(seen).toHaveLength(60)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect((await listFindings(author, id, 'nonsense')).rows).toHaveLength(25)
  })

  test('an officer of another office finds nothing and changes nothing', async () => {
    const campaign = await done({ many: 2 })
    const waiting = await aCampaign({ many: 2 })
    const stranger: Officer = await officer({ officeCode: '5100' })
    const { id } = waiting
    expect(await findCampaign(stranger, id)).toBeUndefined()
    expect(await listSample(stranger, id)).toEqual([])
    expect(await findStagedNotice(stranger, id, 1)).toBeUndefined()
    expect((await listFindings(stranger, id)).rows).toEqual([])
    expect((await listCampaigns(stranger)).rows.map((each) => each.id)).not.toContain(id)
    expect(await readingsByDay(stranger, campaign.id)).toEqual([])
    expect(await countUnreadOverdue(stranger, { campaignId: campaign.id }, '2099-01-01')).toBe(0)
    const before = await footprint()
    const attempts = [
      () => openSample(stranger, { campaignId: id, position: 1 }),
      () => approveCampaign(stranger, { campaignId: id }),
      () => resumeCampaign(stranger, { campaignId: id }),
      () => stopCampaign(stranger, { campaignId: id, text }),
      () => discardCampaign(stranger, { campaignId: id }),
      () => withdrawCampaign(stranger, { campaignId: campaign.id, text }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' })
    expect(await footprint()).toEqual(before)
  })
})
