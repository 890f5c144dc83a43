import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process is there, whoever owns it. */
export function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command line of a process; empty when it is gone or cannot be read. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return process.platform === 'linux'
      ? ''
      : (spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '')
  }
}

/** Whether a script of ours still runs under this number, and not another program that was given it since. */
export const isScript = (pid: number) =>
  isAlive(pid) && (process.platform === 'win32' || /scripts[\\/][a-z-]+\.ts/.test(commandOf(pid)))

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
