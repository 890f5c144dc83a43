import { noteServing } from './build'
import { checkout } from './checkout'
import { type Child, startChild } from './child'
import { Failure } from './failure'
import type { Lifetime } from './lifetime'
import { pause } from './processes'

interface Options {
  /** `start` runs the build, `dev` the sources as they are. */
  mode: 'start' | 'dev'
  port: number
  env: NodeJS.ProcessEnv
  output: 'terminal' | 'kept' | number
}

const seconds = 90

const answers = async (address: string) => {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(10_000) })).ok
  } catch {
    return false
  }
}

/** Starts the portal on this computer's own addresses alone, and gives it back when it answers. */
export async function startPortal(life: Lifetime, { mode, port, env, output }: Options): Promise<Child> {
  if (mode === 'start') await noteServing(life)
  const portal = await startChild(
    life,
    process.execPath,
    ['scripts/next.mjs', mode, '--hostname', 'localhost', '--port', String(port)],
    {
      cwd: checkout,
      // «localhost» is 127.0.0.1 here: browsers try both its addresses, scripts often the old one alone
      env: { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} --dns-result-order=ipv4first`.trim() },
      output,
    },
  )
  let stopped = false
  void portal.exited.then(() => (stopped = true))
  for (const end = Date.now() + seconds * 1000; !stopped && Date.now() < end; await pause(100))
    if (await answers(`http://localhost:${port}/api/salute`)) return portal
  throw new Failure(
    stopped ? 'Il portale si è fermato appena partito.' : `Il portale non risponde da ${seconds} secondi.`,
  )
}
