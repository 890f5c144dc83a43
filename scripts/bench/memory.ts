import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Megabytes of memory that a process holds now (resident set). */
export function residentMegabytes(pid: number) {
  if (process.platform !== 'linux')
    return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** Does a work and tells by how many megabytes a process grew at most meanwhile, looked at twenty times a second. */
export async function growthDuring<T>(pid: number, work: () => Promise<T>) {
  const before = residentMegabytes(pid)
  let most = before
  const look = setInterval(() => (most = Math.max(most, residentMegabytes(pid))), 50)
  const result = await work().finally(() => clearInterval(look))
  return { result, before, growth: most - before }
}
