import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const lib = join(import.meta.dirname, '..')
const tables = /\b(firmTasks|firmClients|clientGroups|clientGroupMembers|firm_tasks|firm_clients|client_groups)\b/

/** Domains whose actor is a firm's person, who looks at all their contributors or hears of them. */
const ofTheFirm = /^(firms|portfolio|bulk-requests|notifications|digests|delegations\/commands\/accesses)/

test('what a firm keeps of its own is in no query of a contributor or of an office', () => {
  const reading = readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => tables.test(readFileSync(join(lib, file), 'utf8')))
  expect(reading.filter((file) => !ofTheFirm.test(file))).toEqual([])
})

test('no query or command of the firm’s layer takes a contributor’s side or an officer', () => {
  const files = readdirSync(join(lib, 'firms'), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')))
    expect([file, readFileSync(join(lib, 'firms', file), 'utf8')]).not.toEqual([
      file,
      expect.stringMatching(/\b(ContributorSide|Officer)\b/),
    ])
})
