import { asRequest } from '../request-scope'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { GET } from '@/app/calendario/[secret]/route'
import type { ContributorSide } from '@/lib/auth/actor'
import { hashToken } from '@/lib/auth/token'
import { closeCalendar, openCalendar } from '@/lib/deadlines/commands'
import { countOverdue, findCalendar, listCalendars, listDeadlines, type Span } from '@/lib/deadlines/queries'
import { declarePayment } from '@/lib/notices/commands/contributor'
import { readNotice } from '@/lib/notices/commands/reading'
import { parseCursor } from '@/lib/pagination'
import { auditOf, contributorSide, execute, footprint, officer, requestIn, rows, visitor } from '../factories'
import { aPublishedNotice } from '../notice-factories'

afterEach(() => vi.useRealTimers())
const at = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

const dueOn = (side: ContributorSide, dueBy: string | null) =>
  aPublishedNotice({ contributorId: side.contributorId, kind: 'ANO-DEN', dueBy })
const daysOf = async (side: ContributorSide, span: Span, today?: string) =>
  (await listDeadlines(side, span, undefined, today)).rows.map(({ dueBy }) => dueBy)

describe('deadlines', () => {
  test('are what has a term, the first due first, what is gone by apart; today is still to come', async () => {
    const side = await contributorSide()
    for (const day of ['2027-01-01', '2026-11-25', '2026-12-31', '2026-11-26', null]) await dueOn(side, day)
    expect(await daysOf(side, 'ahead', '2026-11-26')).toEqual(['2026-11-26', '2026-12-31', '2027-01-01'])
    expect(await daysOf(side, 'overdue', '2026-11-26')).toEqual(['2026-11-25'])
    expect(await countOverdue(side, '2026-11-26')).toBe(1)
  })

  test('pass at midnight in Rome, also on the night clocks change', async () => {
    const side = await contributorSide()
    await dueOn(side, '2026-10-25')
    at('2026-10-25T22:59:59Z')
    expect([await countOverdue(side), (await daysOf(side, 'ahead')).length]).toEqual([0, 1])
    at('2026-10-25T23:00:00Z')
    expect([await countOverdue(side), (await daysOf(side, 'ahead')).length]).toEqual([1, 0])
  })

  test('stop being late, and are still told, once the office has them in hand; they go when it has decided', async () => {
    const side = await contributorSide()
    const { id } = await dueOn(side, '2026-11-20')
    await readNotice(side, { noticeId: id })
    await declarePayment(side, { eventId: v7(), noticeId: id, paidOn: '2026-11-19', paidCents: 1 })
    expect(await countOverdue(side, '2026-11-26')).toBe(0)
    expect(await daysOf(side, 'ahead', '2026-11-20')).toEqual(['2026-11-20'])
    await execute(sql`update notices set status = 'settled' where id = ${id}`)
    expect(await daysOf(side, 'ahead', '2026-11-20')).toEqual([])
  })

  test('hold the documents that an office waits for, until they are sent', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const id = await requestIn('awaiting_documents', { sender, officer: desk })
    expect((await listDeadlines(sender, 'ahead')).rows).toMatchObject([{ about: 'request', id }])
    await requestIn('supplemented', { sender, officer: desk })
    expect((await listDeadlines(sender, 'ahead')).rows).toHaveLength(1)
  })

  test('say nothing of amounts, and leave what is unread unread', async () => {
    const side = await contributorSide()
    const { id } = await dueOn(side, '2026-12-24')
    const before = await footprint()
    const { rows: listed } = await listDeadlines(side, 'ahead', undefined, '2026-11-26')
    expect(listed).toMatchObject([{ id, unread: true }])
    expect(Object.keys(listed[0]!).join()).not.toMatch(/cents|content/i)
    expect(await footprint()).toEqual(before)
  })

  test('come page after page, none twice and none missing, read and unread together', async () => {
    const side = await contributorSide()
    const made: string[] = []
    for (let index = 0; index < 30; index++) {
      const { id } = await dueOn(side, `2026-12-${String(1 + (index % 9)).padStart(2, '0')}`)
      made.push(id)
      if (index % 2) await readNotice(side, { noticeId: id })
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listDeadlines(side, 'ahead', parseCursor(after), '2026-11-26', 7)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    expect([...seen].sort()).toEqual(made.sort())
  })
})

const ask = (secret: string, address = v7()) =>
  asRequest({ 'x-forwarded-for': address }, () =>
    GET(new Request('http://localhost:3000/calendario'), { params: Promise.resolve({ secret }) }),
  )

describe('a private calendar', () => {
  test('tells kind, reference and link of what is due, and nobody’s name, code or money', async () => {
    const side = await contributorSide()
    const { id, protocollo } = await aPublishedNotice({ contributorId: side.contributorId, dueBy: '2099-12-06' })
    const { secret } = await openCalendar(side)
    const before = await footprint()
    const answer = await ask(secret)
    const text = (await answer.text()).replaceAll('\r\n ', '')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('DTSTART;VALUE=DATE:20991206')
    expect(text).toContain(
      'SUMMARY:Scadenza: Comunicazione di debito – omesso o parziale versamento\\, 03/2024 – 04/2024',
    )
    expect(text).toContain(`DESCRIPTION:Protocollo ${protocollo}`)
    expect(text).toContain(`URL:http://localhost:3000/area/${side.contributorId}/comunicazioni/${id}`)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
    const [party] = await rows<{ name: string; code: string }>(
      sql`select denomination as name, codice_fiscale as code from contributors where id = ${side.contributorId}`,
    )
    for (const secretWord of [party!.name, party!.code, 'Prova', '1.499,50', '149950'])
      expect(text).not.toContain(secretWord)
    expect(await footprint()).toEqual(before)
  })

  test('holds every deadline, however many, each once', async () => {
    const side = await contributorSide()
    const { id } = await dueOn(side, '2099-12-06')
    await execute(sql`
      insert into notices (id, contributor_id, office_code, protocollo, external_number, kind, year, period_from, period_to,
        elaborated_on, due_by, contributions_cents, sanctions_cents, content, sha256, published_at, published_by, status_at, search)
      select gen_random_uuid(), contributor_id, office_code, 'P' || n, 'E' || n, kind, year, period_from, period_to,
        elaborated_on, due_by, 0, 0, content, sha256, published_at, published_by, status_at, search
      from notices, generate_series(1, 1200) n where id = ${id}`)
    const { secret } = await openCalendar(side)
    const uids = [...(await (await ask(secret)).text()).matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
    expect([uids.length, new Set(uids).size]).toEqual([1201, 1201])
  })

  test('opens by its secret alone, of which only the hash is kept', async () => {
    const side = await contributorSide()
    const { secret } = await openCalendar(side)
    expect(secret).toMatch(/^[\w-]{43}$/)
    const [kept] = await rows<{ secret_hash: string }>(sql`select * from calendar_feeds where user_id = ${side.id}`)
    expect(kept!.secret_hash).toBe(hashToken(secret))
    expect(JSON.stringify(await rows(sql`select * from audit_events`))).not.toContain(secret)
    for (const wrong of [v7(), kept!.secret_hash, '', `${secret}x`, 'à'.repeat(5000)])
      expect((await ask(wrong)).status).toBe(404)
  })

  test('of another contributor tells nothing of this one', async () => {
    const [side, other] = [await contributorSide(), await contributorSide()]
    const { id } = await dueOn(side, '2099-12-06')
    const { secret } = await openCalendar(other)
    expect(await (await ask(secret)).text()).not.toContain(id)
  })

  test('stops at once when it is revoked, when the right to act ends, when the account is disabled', async () => {
    const opened = async () => {
      const side = await contributorSide()
      return { side, ...(await openCalendar(side)) }
    }
    const revoked = await opened()
    const [calendar] = await listCalendars(revoked.side)
    await closeCalendar(revoked.side, { id: calendar!.id })
    expect((await auditOf(calendar!.id)).map(({ change }) => change)).toEqual(['calendar.opened', 'calendar.closed'])
    const ended = await opened()
    await execute(sql`update accesses set valid_to = now() - interval '1 second' where user_id = ${ended.side.id}`)
    const disabled = await opened()
    await execute(sql`update users set disabled_at = now() where id = ${disabled.side.id}`)
    for (const { secret } of [revoked, ended, disabled]) {
      expect((await ask(secret)).status).toBe(404)
      expect(await findCalendar(visitor(), secret)).toBeUndefined()
    }
    await expect(closeCalendar(revoked.side, { id: calendar!.id })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is revoked by nobody but the person it belongs to', async () => {
    const side = await contributorSide()
    const { secret } = await openCalendar(side)
    const [calendar] = await listCalendars(side)
    const colleague = await contributorSide({ contributorId: side.contributorId })
    expect(await listCalendars(colleague)).toEqual([])
    await expect(closeCalendar(colleague, { id: calendar!.id })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await ask(secret)).status).toBe(200)
  })

  test('is one of five at most, also when asked for all at once', async () => {
    const side = await contributorSide()
    const made = await Promise.allSettled(Array.from({ length: 9 }, () => openCalendar(side)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(await listCalendars(side)).toHaveLength(5)
  })

  test('may be made and revoked with a PIN online: it sends nothing', async () => {
    const side = await contributorSide({ pinLevel: 'online' })
    await openCalendar(side)
    await closeCalendar(side, (await listCalendars(side))[0]!)
    expect(await listCalendars(side)).toEqual([])
  })

  test('is not answered past the allowance of an address, right or wrong', async () => {
    const { secret } = await openCalendar(await contributorSide())
    const address = v7()
    for (let asked = 0; asked < 120; asked++) await ask('sbagliato', address)
    const answer = await ask(secret, address)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '900'])
    expect((await ask(secret)).status).toBe(200)
  })
})
