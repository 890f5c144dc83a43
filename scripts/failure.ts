import { statfsSync } from 'node:fs'
import { inspect } from 'node:util'

/** An expected end, told in one sentence: no stack trace helps who reads it. */
export class Failure extends Error {}

const noSpace = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/i

export const isDiskFull = (text: string) => noSpace.test(text)

export const diskFull = (folder: string) =>
  new Failure(`Il disco è pieno: libera spazio in ${folder} e riprova. Quello che era già salvato non è perduto.`)

/**
 * Refuses to begin what a full disk would stop half-way.
 *
 * @param megabytes how much must be free where `folder` lies
 */
export function requireSpace(folder: string, megabytes: number) {
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1024 / 1024)
  if (free < megabytes)
    throw new Failure(
      `Lo spazio su disco non basta: in ${folder} restano ${free} MB, ne servono almeno ${megabytes}. Libera spazio e riprova.`,
    )
}

/** What to print for an error that ended a script: a sentence where there is one, everything otherwise. */
export function explain(error: unknown): string {
  if (error instanceof Failure) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EACCES' && path) return `Non ho il permesso di usare ${path}. È di un altro utente del computer?`
  const text = inspect(error)
  return isDiskFull(text) ? diskFull('questa cartella').message : text
}
