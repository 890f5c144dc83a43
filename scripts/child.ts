import { spawn } from 'node:child_process'
import type { Lifetime } from './lifetime'

export interface Child {
  pid: number
  /** All that it wrote, when its output is `kept`; otherwise empty. */
  output: () => string
  /** Its exit code; 128 or more when a signal ended it. */
  exited: Promise<number>
  /** Asks it to end, then insists. Gives back when it and its own children are gone. */
  stop: () => Promise<void>
}

interface Options {
  cwd: string
  env: NodeJS.ProcessEnv
  /** Where its output goes: this terminal, memory, or an open file. */
  output: 'terminal' | 'kept' | number
  /** The system user to run as. */
  identity?: { uid?: number; gid?: number }
  /** The polite signal and the rude one, and whether they go to its children too. */
  ending?: { polite: NodeJS.Signals; rude: NodeJS.Signals; children: boolean; patience: number }
}

const windows = process.platform === 'win32'
const usual = { polite: 'SIGTERM', rude: 'SIGKILL', children: true, patience: 10_000 } as const

function send(target: number, signal: NodeJS.Signals) {
  try {
    process.kill(target, signal)
  } catch {
    // it ended meanwhile
  }
}

/** A shell that reads from us until we die, even by `kill -9`, and then ends the child we leave behind. */
function guard(target: number, { polite, rude, patience }: NonNullable<Options['ending']>) {
  const script = `read -r _ || { kill -s ${polite.slice(3)} -- "$1"; sleep ${patience / 1000}; kill -s ${rude.slice(3)} -- "$1"; }`
  const shell = spawn('/bin/sh', ['-c', script, 'guard', String(target)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.stdin.on('error', () => {})
  shell.unref()
  return () => shell.stdin.end('\n')
}

/** Starts a program out of the terminal's reach, so that Ctrl-C reaches this script alone, which ends it in order. */
export async function startChild(life: Lifetime, command: string, args: string[], options: Options): Promise<Child> {
  const { cwd, env, output, identity, ending = usual } = options
  const stream = output === 'terminal' ? 'inherit' : output === 'kept' ? 'pipe' : output
  const started = spawn(command, args, {
    cwd,
    env,
    ...identity,
    detached: !windows,
    stdio: ['ignore', stream, stream],
    windowsHide: true,
  })
  let text = ''
  for (const pipe of [started.stdout, started.stderr])
    pipe?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const pid = started.pid
  if (pid === undefined) throw await new Promise((resolve) => started.once('error', resolve))

  const group = ending.children && !windows
  const target = group ? -pid : pid
  const release = windows ? () => {} : guard(target, ending)
  let running = true
  started.once('exit', () => {
    running = false
    release()
    if (group) send(target, 'SIGKILL')
  })
  const exited = new Promise<number>((resolve) => {
    started.once('close', (code, signal) => resolve(code ?? (signal ? 128 : 1)))
  })

  const stop = async () => {
    if (!running) return
    send(target, ending.polite)
    const insist = setTimeout(() => running && send(target, ending.rude), ending.patience)
    await exited
    clearTimeout(insist)
  }
  await life.onEnd(stop)
  return { pid, output: () => text, exited, stop }
}
