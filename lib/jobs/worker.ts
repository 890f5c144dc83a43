import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import { systemActor } from '@/lib/auth/system'
import { env } from '@/lib/env'
import { describeError } from '@/lib/logging/describe-error'
import { log } from '@/lib/logging/log'
import { hourInRome } from '@/lib/notifications/departure'
import { deliver, resumeDeliveries } from '@/lib/notifications/outbox'
import { checkDeadlines, sweep } from '@/lib/upkeep/commands'
import { type TaskName, type TaskPayloads, timetable } from './tasks'

/** Milliseconds before a worker that the database dropped starts again. */
const restartPause = 5_000
const hour = 3_600_000

type ByTheClock = { _cron?: { ts: string } }

/** What each task does. */
export const tasks: { [Name in TaskName]: (payload: TaskPayloads[Name] & ByTheClock) => Promise<void> } = {
  deliverMessage: ({ messageId, abandonedAttempt }) =>
    deliver(messageId, abandonedAttempt === undefined ? {} : { abandonedAttempt }),
  resumeDeliveries: () => resumeDeliveries(),
  sweep: async () => void (await sweep(systemActor())),
  checkDeadlines: async ({ _cron }) => {
    if (!_cron || hourInRome(new Date(_cron.ts)) === 6) await checkDeadlines(systemActor())
  },
}

const cronItems = () =>
  parseCronItems(
    timetable.map(({ task, match, backfillHours }) => ({
      task,
      match,
      options: { backfillPeriod: backfillHours * hour, maxAttempts: 5 },
    })),
  )

const levels: Record<string, 'warn' | 'error'> = { warning: 'warn', error: 'error' }

const logger = new Logger(({ taskIdentifier }) => (graphileLevel, message, meta) => {
  const level = levels[graphileLevel]
  if (!level) return
  log(level, 'worker.trouble', {
    ...describeError(meta?.error ?? new Error(message)),
    ...(taskIdentifier !== undefined && { task: taskIdentifier }),
  })
})

/**
 * Starts doing the promised jobs, in this process, and keeps on until stopped: when the database goes away it comes back
 * with it. `stop` takes no new job and waits for those begun.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let runner: Runner | undefined

  async function keepRunning() {
    while (!stopping.signal.aborted) {
      try {
        runner = await run({
          connectionString: env.DATABASE_URL,
          concurrency: 3,
          maxPoolSize: 5,
          noHandleSignals: true,
          logger,
          taskList: tasks as TaskList,
          parsedCronItems: cronItems(),
        })
        if (stopping.signal.aborted) await runner.stop()
        await runner.promise
      } catch (error) {
        log('error', 'worker.stopped', describeError(error))
      }
      runner = undefined
      await pause(restartPause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = keepRunning()
  return {
    async stop() {
      stopping.abort()
      await runner?.stop().catch(() => undefined)
      await running
    },
  }
}
