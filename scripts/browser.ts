import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { Failure } from './failure'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const elsewhere: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
    join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
  ]),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')]
      : [],
  ),
}

/** Some systems ship a `chromium-browser` that only says how to install the real one; on Windows asking opens a window. */
const works = (path: string) =>
  existsSync(path) &&
  (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0)

/**
 * The browser of the end-to-end tests: `CHROMIUM_PATH`, a Chromium or Chrome of the system, Playwright's own.
 *
 * @throws Failure with the command that installs one, when there is none
 */
export function findBrowser(): string {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !works(wanted)) throw new Failure(`CHROMIUM_PATH indica ${wanted}, che non è un browser funzionante.`)
  if (wanted) return wanted
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const found = [...onPath, ...(elsewhere[process.platform] ?? []), chromium.executablePath()].find(works)
  if (found) return found
  throw new Failure(
    'Le prove nel browser hanno bisogno di Chromium o Chrome, e qui non c’è. Installalo con: npx playwright install chromium',
  )
}
