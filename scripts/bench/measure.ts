import type { Browser } from './browser'

export interface Round {
  /** Milliseconds of every visit to the page, made one after the other. */
  page: number[]
  /** The same of the plain page, visited in between. */
  plain: number[]
  /** Visits a second, made eight at a time. */
  perSecond: number
}

interface Measured {
  /** Milliseconds. */
  p50: number
  p99: number
  /** Requests a second, eight at a time. */
  rps: number
  /** How many times the plain page's p50. */
  ratio: number
}

const turns = 4
const visitsInTurn = 10
const together = 96
const lanes = 8

/** The value below which lies this share of the values, of which there must be one at least. */
export function percentile(values: number[], share: number) {
  const ordered = [...values].sort((one, other) => one - other)
  return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * share) - 1)]!
}

export const median = (values: number[]) => percentile(values, 0.5)

/** Two digits after the point are more than these measures are worth. */
export const rounded = (value: number) => Math.round(value * 100) / 100

/** Does a work `times` times, `lanes` at a time, and gives how many milliseconds each took, in the order they ended. */
export async function inLanes(times: number, atOnce: number, work: (turn: number) => Promise<unknown>) {
  const latencies: number[] = []
  let next = 0
  const lane = async () => {
    for (let turn = next++; turn < times; turn = next++) {
      const since = performance.now()
      await work(turn)
      latencies.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return latencies
}

async function visit(browser: Browser, path: string) {
  const { status } = await browser.get(path)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}

/**
 * One round of visits to the same page, or in turn to pages of the same kind. Page and plain page take turns, so that
 * what else the computer does weighs on both.
 */
export async function measureRound(browser: Browser, paths: string[], plainPage: string): Promise<Round> {
  const page: number[] = []
  const plain: number[] = []
  let visited = 0
  const go = () => visit(browser, paths[visited++ % paths.length]!)
  for (let turn = 0; turn < turns; turn++) {
    plain.push(...(await inLanes(visitsInTurn, 1, () => visit(browser, plainPage))))
    page.push(...(await inLanes(visitsInTurn, 1, go)))
  }
  const since = performance.now()
  await inLanes(together, lanes, go)
  return { page, plain, perSecond: (together * 1000) / (performance.now() - since) }
}

/** The median of the rounds: a bad moment weighs on one of them. The p99 is that of all visits. */
export const summary = (rounds: Round[]): Measured => ({
  p50: median(rounds.map(({ page }) => median(page))),
  p99: percentile(
    rounds.flatMap(({ page }) => page),
    0.99,
  ),
  rps: median(rounds.map(({ perSecond }) => perSecond)),
  ratio: median(rounds.map(({ page, plain }) => median(page) / median(plain))),
})
