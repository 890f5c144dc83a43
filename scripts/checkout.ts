import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from './failure'

/** The folder of the project, wherever the command was started from. */
export const checkout = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** What the scripts keep between one run and the next: secrets, logs, and the database where it can live here. */
export const dataFolder = join(checkout, '.data')

/** Makes `.data/` if it is not there. Other system users may pass through it, not read the files with secrets. */
export function makeDataFolder() {
  try {
    if (mkdirSync(dataFolder, { recursive: true })) chmodSync(dataFolder, 0o755)
  } catch (error) {
    throw new Failure(`Non posso creare la cartella ${dataFolder}: ${(error as Error).message}`)
  }
}
