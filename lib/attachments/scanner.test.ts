import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eicar, startClamd } from '@/test/fakes/clamd-server'
import { scanFile } from './scanner'

let clamd: Awaited<ReturnType<typeof startClamd>>
beforeEach(async () => {
  clamd = await startClamd()
})
afterEach(() => clamd.stop())

describe('a file that the scanner looks at', () => {
  test('is clean when nothing is found, and every byte of it was sent', async () => {
    const file = randomBytes(3 * 1024 * 1024)
    expect(await scanFile(file, clamd.url)).toBe('clean')
    expect(clamd.scanned[0]?.equals(file)).toBe(true)
  })

  test('is infected when a signature is found', async () => {
    expect(await scanFile(Buffer.from(`prima ${eicar} dopo`), clamd.url)).toBe('infected')
  })

  test('may be empty', async () => {
    expect(await scanFile(new Uint8Array(), clamd.url)).toBe('clean')
  })

  test('may be looked at over a Unix socket', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'))
    const local = await startClamd(join(folder, 'clamd.ctl'))
    try {
      expect(await scanFile(Buffer.from(eicar), local.url)).toBe('infected')
      expect(await scanFile(Buffer.from('ciao'), local.url)).toBe('clean')
    } finally {
      await local.stop()
      await rm(folder, { recursive: true })
    }
  })

  test('does not disturb another one sent at the same time', async () => {
    const verdicts = await Promise.all(
      [eicar, 'uno', eicar, 'due'].map((file) => scanFile(Buffer.from(file), clamd.url)),
    )
    expect(verdicts).toEqual(['infected', 'clean', 'infected', 'clean'])
  })
})

describe('a file is never called clean', () => {
  test.each(['hangs up', 'answers half a line', 'speaks another language', 'finds it too large'] as const)(
    'when the scanner %s',
    async (mood) => {
      clamd.moods.push(mood)
      expect(await scanFile(randomBytes(200_000), clamd.url)).toBe('unavailable')
    },
  )

  test('when a file larger than the scanner accepts is cut off half-way', async () => {
    clamd.moods.push('finds it too large')
    expect(await scanFile(randomBytes(3 * 1024 * 1024), clamd.url)).toBe('unavailable')
  })

  test('when the scanner is silent until the deadline', async () => {
    clamd.moods.push('is silent')
    expect(await scanFile(Buffer.from('ciao'), clamd.url, { deadlineMs: 50 })).toBe('unavailable')
  })

  test('when nobody listens', async () => {
    const { url } = clamd
    await clamd.stop()
    expect(await scanFile(Buffer.from('ciao'), url)).toBe('unavailable')
    clamd = await startClamd()
  })

  test.each(['', 'clamd', 'http://127.0.0.1:3310', 'tcp://127.0.0.1', 'tcp://:3310', 'unix:'])(
    'when the address is written wrong: «%s»',
    async (address) => {
      expect(await scanFile(Buffer.from('ciao'), address)).toBe('unavailable')
    },
  )
})

test('without a scanner nobody pretends that the file was scanned', async () => {
  expect(await scanFile(Buffer.from('ciao'), undefined)).toBe('not-configured')
  expect(clamd.scanned).toEqual([])
})
