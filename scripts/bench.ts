import type { Sql } from 'postgres'
import { build, isBuilt } from './build'
import { dropBenchDatabase, makeBenchDatabase, startBenchServer } from './bench/database'
import { loadApplications } from './bench/applications'
import { measureApplications } from './bench/filing'
import { measureNotices } from './bench/noticing'
import { loadNotices } from './bench/notices'
import { intermediaries, loadPortfolio } from './bench/portfolio'
import { measurePortfolios } from './bench/portfolios'
import { measureReading } from './bench/reading'
import { measureSubmitting } from './bench/submitting'
import { progress } from './bench/report'
import { benchEnvironment } from './bench/environment'
import { makeDataFolder } from './checkout'
import { Failure } from './failure'
import { type Lifetime, run } from './lifetime'
import { elapsed } from './say'

/** How many requests «10k» or «1M» says. */
function rowsOf(text: string) {
  const [, number, unit] = /^(\d+)(k|M)$/i.exec(text) ?? []
  const rows = Number(number) * (unit?.toLowerCase() === 'm' ? 1_000_000 : 1000)
  if (!(rows >= 10_000 && rows <= 10_000_000))
    throw new Failure(`Non capisco la misura «${text}»: scrivine da 10k a 10M, per esempio npm run bench -- 10k 100k`)
  return rows
}

/** «npm run bench -- comunicazioni»: the lists of notices, and a file from upload to publication. */
async function benchNotices(life: Lifetime, rows: number) {
  makeDataFolder()
  const server = await startBenchServer(life, rows)
  const builtFor = benchEnvironment(server, 3000)
  if (!isBuilt(builtFor)) await build(life, builtFor)
  progress(`Carico ${rows} comunicazioni`)
  let fewId = ''
  const url = await makeBenchDatabase(server, 10_000, async (sql) => void (fewId = await loadNotices(sql, rows)))
  await measureNotices(life, url, rows, fewId)
  return 0
}

/**
 * «npm run bench -- portafoglio 2M 1M»: an intermediary with 1,000 contributors and one with 10,000, among so many notices
 * and requests of 20,000.
 */
async function benchPortfolio(life: Lifetime, notices: number, requests: number) {
  makeDataFolder()
  const server = await startBenchServer(life, notices + requests)
  const builtFor = benchEnvironment(server, 3000)
  if (!isBuilt(builtFor)) await build(life, builtFor)
  progress(`Carico ${notices} comunicazioni e ${requests} richieste`)
  const people = 20_000
  const measured = intermediaries(1_000, 10_000)
  const loadMore = async (sql: Sql) => {
    await loadNotices(sql, notices, people)
    for (const intermediary of measured) await loadPortfolio(sql, intermediary)
  }
  const url = await makeBenchDatabase(server, requests, loadMore, people)
  await measurePortfolios(life, url, measured)
  return 0
}

/** «npm run bench -- istanze 500k»: so many istanze beside as many requests. */
async function benchApplications(life: Lifetime, applications: number) {
  makeDataFolder()
  const server = await startBenchServer(life, applications * 2)
  const builtFor = benchEnvironment(server, 3000)
  if (!isBuilt(builtFor)) await build(life, builtFor)
  progress(`Carico ${applications} istanze e altrettante richieste`)
  const url = await makeBenchDatabase(server, applications * 2, loadApplications)
  await measureApplications(life, url, applications)
  return 0
}

await run(async (life) => {
  const [first, ...others] = process.argv.slice(2)
  if (first === 'comunicazioni') return benchNotices(life, others[0] ? rowsOf(others[0]) : 2_000_000)
  if (first === 'portafoglio') return benchPortfolio(life, rowsOf(others[0] ?? '2M'), rowsOf(others[1] ?? '1M'))
  if (first === 'istanze') return benchApplications(life, rowsOf(others[0] ?? '500k'))
  const asked = first ? [first, ...others] : []
  const sizes = (asked.length > 0 ? asked : ['10k', '100k', '1M']).map(rowsOf)
  makeDataFolder()
  const server = await startBenchServer(life, Math.max(...sizes))
  const builtFor = benchEnvironment(server, 3000)
  if (!isBuilt(builtFor)) {
    progress('Costruisco il portale')
    await build(life, builtFor)
  }
  for (const rows of sizes) {
    const since = Date.now()
    progress(`Carico ${rows} richieste`)
    const url = await makeBenchDatabase(server, rows)
    progress(`  caricate in ${elapsed(since)}`)
    await measureReading(life, url, rows)
    await measureSubmitting(life, url, rows)
    await dropBenchDatabase(server, rows)
  }
  return 0
})
