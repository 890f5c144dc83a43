import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { transaction } from '@/db/write'
import { startResend } from '../../fakes/resend-server'
import {
  after,
  aMessage,
  furnish,
  jobsOf,
  later,
  leftInTheMiddle,
  noon,
  portal,
  type Portal,
  waitingFor,
} from './message'

beforeAll(furnish)
afterEach(() => vi.unstubAllEnvs())

describe('by Resend', () => {
  let resend: Awaited<ReturnType<typeof startResend>>
  let open: Portal
  beforeEach(async () => {
    resend = await startResend()
    open = await portal({
      RESEND_API_KEY: 're_test',
      RESEND_BASE_URL: `${resend.url}/`,
      SMTP_URL: 'smtp://127.0.0.1:9',
    })
  })
  afterEach(() => resend.stop())

  test('a mail accepted is handed over, under its own id as key', async () => {
    const { id, protocollo, body, now } = await aMessage(open)
    await open.deliver(id, { at: noon })
    expect(resend.mails.get(id)).toMatchObject({
      to: ['mario.rossi@example.it'],
      subject: `C'è una novità sulla richiesta ${protocollo}`,
      text: body,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    expect(resend.authorizations).toEqual(['Bearer re_test'])
    expect(await now()).toMatchObject({
      status: 'handed_over',
      attempts: 1,
      providerId: `resend-${id}`,
      lastError: null,
    })
    expect((await now()).handedOverAt).toBeInstanceOf(Date)
    expect(await jobsOf(id)).toEqual([])
  })

  test('a mail is handed over once when several workers take it at the same time', async () => {
    const { id, now } = await aMessage(open)
    const workers = await transaction(async (tx) => {
      await tx.execute(sql`select from outgoing_messages where id = ${id} for update`)
      const all = [1, 2, 3].map(() => open.deliver(id, { at: noon }))
      await vi.waitFor(async () => expect(await waitingForLocks()).toBe(3))
      return all
    })
    await Promise.all(workers)
    expect(resend.keys).toEqual([id])
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 1 })
  })

  test('an attempt that ends after it was taken for abandoned leaves the word to the one after it', async () => {
    const { id, now } = await aMessage(open)
    const [first, second] = [later<500>(), later<'accepts'>()]
    resend.moods.push(first.mood, second.mood)
    const slow = open.deliver(id, { at: noon })
    await vi.waitFor(() => expect(resend.keys).toHaveLength(1))
    const next = open.deliver(id, { abandonedAttempt: 1, at: noon })
    await vi.waitFor(() => expect(resend.keys).toHaveLength(2))
    first.tell(500)
    await slow
    expect(await now()).toMatchObject({ status: 'handing_over', attempts: 2 })
    second.tell('accepts')
    await next
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 2 })
  })

  test('a mail handed over is not handed over again', async () => {
    const { id } = await aMessage(open)
    for (let time = 0; time < 3; time++) await open.deliver(id, { at: noon })
    await open.deliver(id, { abandonedAttempt: 1, at: noon })
    expect(resend.keys).toEqual([id])
  })

  test('too many requests now is tried again at once, and then accepted', async () => {
    const { id, now } = await aMessage(open)
    resend.moods.push(429)
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'promised', attempts: 1, lastError: 'resend_429_not_now' })
    expect(await waitingFor(id)).toEqual([noon])
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 2, lastError: null })
    expect([...resend.mails.keys()]).toEqual([id])
  })

  test('a provider out of order is tried eight times at the appointed moments, then the mail is undelivered', async () => {
    const { id, now } = await aMessage(open)
    resend.moods.push(...Array<number>(9).fill(500))
    for (const pause of [0, 30, 120, 600, 1800, 3600, 7200]) {
      await open.deliver(id, { at: noon })
      expect(await now()).toMatchObject({ status: 'promised' })
      expect(await waitingFor(id)).toEqual([after(pause)])
    }
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'undelivered', attempts: 8, lastError: 'resend_500_not_now' })
    expect(await jobsOf(id)).toEqual([])
    await open.deliver(id, { at: noon })
    expect(resend.keys).toEqual(Array(8).fill(id))
    expect(resend.mails.size).toBe(0)
  })

  test('a mail that can never be accepted is undelivered at once, and the record does not quote the recipient', async () => {
    const { id, now } = await aMessage(open)
    resend.moods.push(422)
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'undelivered', attempts: 1, lastError: 'resend_422_not_now' })
    expect(await jobsOf(id)).toEqual([])
  })

  test('a mail accepted whose answer was lost is sent once: the second hand-over carries the same key', async () => {
    const { id, now } = await aMessage(open)
    resend.moods.push('accepts, then hangs up')
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'promised', attempts: 1 })
    await open.deliver(id, { at: noon })
    expect(resend.keys).toEqual([id, id])
    expect(resend.mails.size).toBe(1)
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 2 })
  })

  test('a mail is sent once when the worker is killed after the provider accepted it', async () => {
    const { id, now } = await aMessage(open)
    resend.moods.push('accepts, then is silent')
    const worker = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', killedWorker, id],
      { env: { ...process.env, RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url }, stdio: 'inherit' },
    )
    await vi.waitFor(() => expect(resend.mails.size).toBe(1), { timeout: 20_000 })
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    expect(await now()).toMatchObject({ status: 'handing_over', attempts: 1 })

    const [recovery] = await jobsOf(id)
    expect(recovery!.payload).toEqual({ messageId: id, abandonedAttempt: 1 })
    await open.deliver(id, { abandonedAttempt: recovery!.payload.abandonedAttempt! })
    expect(resend.keys).toEqual([id, id])
    expect(resend.mails.size).toBe(1)
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 2, providerId: `resend-${id}` })
    expect(await jobsOf(id)).toEqual([])
  })

  test('an attempt under way is in nobody else’s hands until a minute has passed', async () => {
    const { id, now } = await aMessage(open)
    await leftInTheMiddle(id)
    await open.deliver(id, { at: noon })
    await open.deliver(id, { abandonedAttempt: 2, at: noon })
    expect(resend.keys).toEqual([])
    expect(await now()).toMatchObject({ status: 'handing_over', attempts: 1 })
  })

  test('an attempt abandoned more than a day ago is uncertain: the provider has forgotten its key', async () => {
    const { id, now } = await aMessage(open)
    await leftInTheMiddle(id)
    await open.deliver(id, { abandonedAttempt: 1, at: new Date((await now()).createdAt.getTime() + 25 * 3_600_000) })
    expect(resend.keys).toEqual([])
    expect(await now()).toMatchObject({ status: 'uncertain', lastError: 'worker_lost' })
  })

  test('deliveries that a killed worker holds are promised anew, those that wait keep their moment', async () => {
    const [held, waiting, middle] = [await aMessage(open), await aMessage(open), await aMessage(open)]
    await transaction((tx) =>
      tx.execute(sql`
        update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed'
        where payload->>'messageId' = ${held.id}`),
    )
    resend.moods.push(500, 500)
    await open.deliver(waiting.id, { at: noon })
    await open.deliver(waiting.id, { at: noon })
    await leftInTheMiddle(middle.id)

    const later = new Date(waiting.createdAt.getTime() + 11 * 60_000)
    await open.resumeDeliveries(new Date(waiting.createdAt.getTime() + 60_000))
    expect(await jobsOf(held.id)).toEqual([])
    await open.resumeDeliveries(later)
    expect(await jobsOf(held.id)).toMatchObject([{ payload: { messageId: held.id } }])
    expect(await waitingFor(waiting.id)).toEqual([after(30)])
    expect(await jobsOf(middle.id)).toMatchObject([{ payload: { messageId: middle.id, abandonedAttempt: 1 } }])
  })

  test.each([
    'mario@example.it\r\nBcc: tutti@example.it',
    'mario@example.it, altri@example.it',
    'Mario <mario@example.it>',
    'mario@example.it\u000b',
  ])('nothing is sent to %j', async (email) => {
    const { id, now } = await aMessage(open, { email })
    await open.deliver(id, { at: noon })
    expect(resend.keys).toEqual([])
    expect(await now()).toMatchObject({ status: 'undelivered', lastError: 'not_an_address' })
  })
})

/** How many sessions of this database wait for somebody else's row. */
async function waitingForLocks() {
  const [row] = await transaction((tx) =>
    tx.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`),
  )
  return row!.waiting
}

const killedWorker = `
  const { deliver } = await import('./lib/notifications/outbox.ts')
  await deliver(process.argv[1])`
