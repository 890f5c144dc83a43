import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { transaction } from '@/db/write'
import { aMessage, furnish, jobsOf, portal } from './message'

beforeAll(furnish)
afterEach(() => vi.unstubAllEnvs())

const soon = { timeout: 25_000, interval: 100 }

test('the worker does what was promised, and when it stops does no more', async () => {
  const open = await portal()
  const { startWorker } = await import('@/lib/jobs/worker')
  const before = await aMessage(open)
  const worker = await startWorker()
  const meanwhile = await aMessage(open)
  for (const { now } of [before, meanwhile]) {
    await vi.waitFor(async () => expect(await now()).toMatchObject({ status: 'handed_over', attempts: 1 }), soon)
  }
  await worker.stop()
  const afterwards = await aMessage(open)
  expect(await jobsOf(afterwards.id)).toHaveLength(1)
  expect(await afterwards.now()).toMatchObject({ status: 'promised' })
})

test('the worker comes back when the database drops it', async () => {
  const open = await portal()
  const { startWorker } = await import('@/lib/jobs/worker')
  const worker = await startWorker()
  const before = await aMessage(open)
  await vi.waitFor(async () => expect(await before.now()).toMatchObject({ status: 'handed_over' }), soon)
  await transaction((tx) =>
    tx.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name <> 'cassetto'`),
  )
  const afterwards = await aMessage(open)
  await vi.waitFor(async () => expect(await afterwards.now()).toMatchObject({ status: 'handed_over' }), soon)
  await worker.stop()
})

test('the portal’s own terms are checked at six in Rome, in summer and in winter', async () => {
  const { timetable } = await import('@/lib/jobs/tasks')
  const { fallsAtSix } = await import('@/lib/jobs/worker')
  expect(timetable.find(({ task }) => task === 'checkDeadlines')?.match).toBe('0 4,5 * * *')
  const mornings = ['2026-07-01T04:00:00Z', '2026-07-01T05:00:00Z', '2026-12-01T04:00:00Z', '2026-12-01T05:00:00Z']
  expect(mornings.map((ts) => fallsAtSix({ _cron: { ts } }))).toEqual([true, false, false, true])
})

test('digests leave at eight in Rome, in summer and in winter', async () => {
  const { timetable } = await import('@/lib/jobs/tasks')
  const { fallsAtEight } = await import('@/lib/jobs/worker')
  expect(timetable.find(({ task }) => task === 'sendDigests')?.match).toBe('0 6,7 * * *')
  const mornings = ['2026-07-01T06:00:00Z', '2026-07-01T07:00:00Z', '2026-12-01T06:00:00Z', '2026-12-01T07:00:00Z']
  expect(mornings.map((ts) => fallsAtEight({ _cron: { ts } }))).toEqual([true, false, false, true])
})
