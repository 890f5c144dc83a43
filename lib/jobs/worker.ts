import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import { anchorAudit } from '@/lib/audit/anchor'
import { systemActor } from '@/lib/auth/system'
import { releaseCampaign, resumeCampaigns } from '@/lib/campaigns/commands/release'
import { validateCampaign } from '@/lib/campaigns/commands/validate'
import { gatherReminders, sendDigests } from '@/lib/digests/commands'
import { expireDelegations } from '@/lib/delegations/commands/expire'
import { env } from '@/lib/env'
import { describeError } from '@/lib/logging/describe-error'
import { log } from '@/lib/logging/log'
import { announceValidated } from '@/lib/notifications/delegations'
import { hourInRome } from '@/lib/notifications/departure'
import { deliver, resumeDeliveries } from '@/lib/notifications/outbox'
import { endOutlivedRepresentatives } from '@/lib/representatives/commands/end'
import { checkDeadlines } from '@/lib/requests/commands/deadlines'
import { sweep } from '@/lib/upkeep/commands'
import { type TaskName, type TaskPayloads, timetable } from './tasks'

/** Milliseconds before a worker that the database dropped starts again. */
const restartPause = 5_000
const hour = 3_600_000

type ByTheClock = { _cron?: { ts: string } }

/** Whether the clock that called a task showed this hour in Rome; a task promised by hand is always in time. */
const fallsAt =
  (hourOfRome: number) =>
  ({ _cron }: ByTheClock) =>
    !_cron || hourInRome(new Date(_cron.ts)) === hourOfRome
export const fallsAtSix = fallsAt(6)
export const fallsAtEight = fallsAt(8)

/** The day that a task is done for, however late it is. */
const momentOf = ({ _cron }: ByTheClock) => (_cron ? new Date(_cron.ts) : new Date())

/** What each task does. */
export const tasks: { [Name in TaskName]: (payload: TaskPayloads[Name] & ByTheClock) => Promise<void> } = {
  deliverMessage: ({ messageId, abandonedAttempt }) =>
    deliver(messageId, abandonedAttempt === undefined ? {} : { abandonedAttempt }),
  resumeDeliveries: () => resumeDeliveries(),
  sweep: async () => void (await sweep(systemActor())),
  anchorAudit: () => anchorAudit(systemActor()),
  checkDeadlines: async (payload) => {
    if (fallsAtSix(payload)) await checkDeadlines(systemActor())
  },
  gatherReminders: async (payload) => {
    if (fallsAtSix(payload)) await gatherReminders(systemActor())
  },
  sendDigests: async (payload) => {
    if (fallsAtEight(payload)) await sendDigests(systemActor(), momentOf(payload))
  },
  announceValidated: ({ delegationIds }) => announceValidated(delegationIds),
  expireDelegations: async () => {
    await expireDelegations(systemActor())
    await endOutlivedRepresentatives(systemActor())
  },
  validateCampaign: ({ campaignId }) => validateCampaign(systemActor(), campaignId),
  releaseCampaign: ({ campaignId }) => releaseCampaign(systemActor(), campaignId),
  resumeCampaigns: () => resumeCampaigns(systemActor()),
}

const cronItems = () =>
  parseCronItems(
    timetable.map(({ task, match, backfillHours }) => ({
      task,
      match,
      options: { backfillPeriod: backfillHours * hour, maxAttempts: 5 },
    })),
  )

/** What graphile-worker says, from its warnings up. A job that threw is a fault; a database that went away is not yet. */
const logger = new Logger(({ taskIdentifier }) => (level, message, meta) => {
  if (!['warning', 'error'].includes(level)) return
  const job = meta?.job as { task_identifier?: string } | undefined
  const task = job?.task_identifier ?? taskIdentifier
  log(meta?.failure ? 'error' : 'warn', meta?.failure ? 'job.failed' : 'worker.trouble', {
    ...describeError(meta?.error ?? new Error(message)),
    ...(task !== undefined && { task }),
  })
})

/**
 * When the database is away at a stroke of the clock, graphile-worker 0.16 also rejects a promise that nobody can reach,
 * and Node would end the process. Next has a listener of its own; a worker that runs apart gets this one.
 */
function outliveLostPromises() {
  if (process.listenerCount('unhandledRejection') > 0) return () => undefined
  const listener = (reason: unknown) => log('error', 'worker.rejection', describeError(reason))
  process.on('unhandledRejection', listener)
  return () => process.off('unhandledRejection', listener)
}

/**
 * Starts doing the promised jobs, in this process, and keeps on until stopped: when the database goes away it comes back
 * with it. `stop` takes no new job and waits for those begun.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  const settle = outliveLostPromises()
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
      settle()
    },
  }
}
