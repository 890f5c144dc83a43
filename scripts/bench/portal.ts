import { openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../checkout'
import type { Lifetime } from '../lifetime'
import { freePort } from '../ports'
import { startPortal } from '../portal'
import { benchEnvironment } from './environment'

/** Starts the build on a database, does a work with it and stops it. What the portal says goes to `.data/bench-portal.log`. */
export async function withPortal<T>(
  life: Lifetime,
  url: string,
  work: (portal: { origin: string; pid: number }) => Promise<T>,
) {
  const port = await freePort()
  const log = openSync(join(dataFolder, 'bench-portal.log'), 'w', 0o600)
  const portal = await startPortal(life, {
    mode: 'start',
    port,
    env: benchEnvironment(url, port),
    output: log,
  }).finally(() => closeSync(log))
  try {
    return await work({ origin: `http://localhost:${port}`, pid: portal.pid })
  } finally {
    await portal.stop()
  }
}
