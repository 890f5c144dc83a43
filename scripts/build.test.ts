import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stampOf } from './build'

let root: string
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
  write('app/page.tsx', 'one')
  write('lib/format.ts', 'two')
  write('next.config.ts', 'three')
})
afterEach(() => rmSync(root, { recursive: true }))

test('a build is stale when a source changes, moves, appears or goes', () => {
  const stamps = new Set([stampOf(root, 'key')])
  write('app/page.tsx', 'another')
  stamps.add(stampOf(root, 'key'))
  write('app/area/page.tsx', 'one')
  stamps.add(stampOf(root, 'key'))
  rmSync(join(root, 'lib/format.ts'))
  stamps.add(stampOf(root, 'key'))
  write('lib/money.ts', 'two')
  stamps.add(stampOf(root, 'key'))
  expect(stamps.size).toBe(5)
})

test('a build is stale when the key it was sealed with changes', () => {
  expect(stampOf(root, 'key')).not.toBe(stampOf(root, 'another key'))
})

test('tests, documents, data and the build itself do not make a build stale', () => {
  const before = stampOf(root, 'key')
  for (const path of [
    'lib/format.test.ts',
    'test/setup.ts',
    'docs/page.md',
    'README.md',
    '.next/BUILD_ID',
    '.data/log',
  ])
    write(path, 'anything')
  expect(stampOf(root, 'key')).toBe(before)
})
