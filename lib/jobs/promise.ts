import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/write'
import type { TaskName, TaskPayloads } from './tasks'

type PromiseOptions = {
  /** Not before this moment; at once when missing. */
  runAt?: Date
  /** One unstarted job for each key: a second promise takes the place of the first. */
  key?: string
  /** With a key: the job already promised keeps its own moment. */
  keepMoment?: boolean
  /** How often the worker tries when the task throws; 25 when missing. */
  maxAttempts?: number
}

/** Promises a job that exists only if the transaction commits. */
export async function promiseJob<T extends TaskName>(
  tx: Transaction,
  task: T,
  payload: TaskPayloads[T],
  { runAt, key, keepMoment, maxAttempts }: PromiseOptions = {},
) {
  await tx.execute(sql`
    select 1 from graphile_worker.add_job(
      identifier => ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${runAt?.toISOString() ?? null}::timestamptz,
      job_key => ${key ?? null}::text,
      job_key_mode => ${keepMoment ? 'preserve_run_at' : 'replace'}::text,
      max_attempts => ${maxAttempts ?? null}::int
    )`)
}

/** Takes back a job promised under a key, if no worker has begun it. */
export async function withdrawJob(tx: Transaction, key: string) {
  await tx.execute(sql`select 1 from graphile_worker.remove_job(job_key => ${key}::text)`)
}
