import { explain } from './failure'

type Ending = () => Promise<void> | void

/** What a script has started and must end, last first, whichever way it finishes. */
export class Lifetime {
  private endings: Ending[] = []
  private ended = false

  /** Remembers how to end what was just started; if the script is already ending, ends it at once. */
  async onEnd(ending: Ending) {
    if (this.ended) await ending()
    else this.endings.push(ending)
  }

  async end() {
    this.ended = true
    for (const ending of this.endings.splice(0).reverse()) {
      try {
        await ending()
      } catch (error) {
        console.error(explain(error))
      }
    }
  }
}

const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const

/** npm does not always pass a signal on: when it dies, its script must not stay behind alone. */
function whenNpmDies(then: () => void) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && then(), 1000).unref()
}

/**
 * Runs a script to its end. Ctrl-C, SIGTERM and a closed terminal end in good order all that it started; a second
 * Ctrl-C does not wait.
 *
 * @param main gives the exit code of the script
 */
export async function run(main: (life: Lifetime) => Promise<number>) {
  const life = new Lifetime()
  // who read our output may be gone (a closed terminal, `| head`): that is no reason to leave a database running
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  let since: number | undefined
  const interrupted = new Promise<number>((resolve) => {
    for (const [signal, number] of Object.entries(signals))
      process.on(signal, () => {
        // one Ctrl-C comes twice under npm: from the terminal, and from npm that passes it on
        if (since && Date.now() - since > 1000) process.exit(128 + number)
        if (!since) console.log('\nSpengo tutto…')
        since ??= Date.now()
        // what is cut short has no results to tell
        console.log = () => {}
        resolve(128 + number)
      })
    whenNpmDies(() => {
      since ??= Date.now()
      resolve(128 + signals.SIGTERM)
    })
  })
  const finished = main(life).catch((error) => {
    // once it is being stopped, what it started falls under its hands: that is no news
    if (!since) console.error(`\n✗ ${explain(error)}`)
    return 1
  })
  const code = await Promise.race([finished, interrupted])
  await life.end()
  process.exit(code)
}
