import { randomBytes, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startUploadthing, uploadthingToken } from '@/test/fakes/uploadthing-server'
import { type Kept, StorageUnavailable, storageFrom } from './storage'

const file = () => ({
  id: randomUUID(),
  name: 'Busta paga di Mario Rossi.pdf',
  mediaType: 'application/pdf',
  bytes: randomBytes(100_000) as Uint8Array,
})
const read = async (stream: ReadableStream<Uint8Array>) => buffer(stream as unknown as AsyncIterable<Uint8Array>)

describe('without a token, files stay in the database', () => {
  const storage = storageFrom({})

  test('and their bytes are handed on as they are, for the transaction that writes them', async () => {
    const { bytes, ...rest } = file()
    expect(storage.driver).toBe('database')
    expect(await storage.keep({ ...rest, bytes })).toEqual({ driver: 'database', bytes })
  })

  test('and a file that was kept outside cannot be reached any more', async () => {
    await expect(storage.open({ driver: 'uploadthing', key: 'x' })).rejects.toBeInstanceOf(StorageUnavailable)
    await expect(storage.discard('x')).rejects.toBeInstanceOf(StorageUnavailable)
  })
})

describe('with a token, files are kept by UploadThing', () => {
  let service: Awaited<ReturnType<typeof startUploadthing>>
  beforeEach(async () => {
    service = await startUploadthing()
    // At every upload uploadthing 7.7.4 warns of two deprecated fields that it reads itself (pingdotgg/uploadthing#1224).
    const warn = console.warn
    vi.spyOn(console, 'warn').mockImplementation((...parts: unknown[]) => {
      if (!/\[uploadthing\]\[deprecated\] `file\.(?:url|appUrl)`/.test(String(parts[0]))) warn(...parts)
    })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await service.stop()
  })

  const keyOf = (kept: Kept) => (kept.driver === 'uploadthing' ? kept.key : expect.unreachable())
  const theFile = () => [...service.files.values()][0]

  test('a kept file is opened again byte for byte', async () => {
    const storage = storageFrom(service.configuration)
    const original = file()
    const kept = await storage.keep(original)
    const stream = await storage.open({ driver: 'uploadthing', key: keyOf(kept) })
    expect(storage.driver).toBe('uploadthing')
    expect((await read(stream)).equals(original.bytes)).toBe(true)
  })

  test('it is private, to be downloaded, and carries no name of a person', async () => {
    const original = file()
    await storageFrom(service.configuration).keep(original)
    expect(theFile()).toMatchObject({
      acl: 'private',
      contentDisposition: 'attachment',
      customId: original.id,
      name: original.id,
      type: 'application/pdf',
    })
    expect(service.requests.join()).not.toMatch(/rossi|busta/i)
  })

  test('without its signature nobody reads it, nor with the signature of a minute before', async () => {
    const storage = storageFrom(service.configuration)
    const key = keyOf(await storage.keep(file()))
    expect((await fetch(`${service.url}/a/cassetto-app/${key}`)).status).toBe(403)
    service.setClock(() => Date.now() + 61_000)
    await expect(storage.open({ driver: 'uploadthing', key })).rejects.toBeInstanceOf(StorageUnavailable)
  })

  test('a discarded file is gone, and discarding it again is no error', async () => {
    const storage = storageFrom(service.configuration)
    const key = keyOf(await storage.keep(file()))
    await storage.discard(key)
    expect(service.files.size).toBe(0)
    await storage.discard(key)
    await expect(storage.open({ driver: 'uploadthing', key })).rejects.toBeInstanceOf(StorageUnavailable)
  })

  test('two equal files do not become one', async () => {
    const storage = storageFrom(service.configuration)
    const original = file()
    const keys = await Promise.all([
      storage.keep({ ...original, id: randomUUID() }),
      storage.keep({ ...original, id: randomUUID() }),
    ])
    expect(new Set(keys.map(keyOf)).size).toBe(2)
    expect(service.files.size).toBe(2)
  })

  test.each([
    ['of another account', uploadthingToken('sk_live_altro')],
    ['that is not one', 'questo non è un token'],
    ['that is empty', ''],
  ])('a token %s keeps, opens and discards nothing', async (_, uploadthingToken) => {
    const key = keyOf(await storageFrom(service.configuration).keep(file()))
    const storage = storageFrom({ ...service.configuration, uploadthingToken })
    await expect(storage.keep(file())).rejects.toBeInstanceOf(StorageUnavailable)
    await expect(storage.open({ driver: 'uploadthing', key })).rejects.toBeInstanceOf(StorageUnavailable)
    await expect(storage.discard(key)).rejects.toBeInstanceOf(StorageUnavailable)
    expect([...service.files.keys()]).toEqual([key])
  })

  test.each([500, 503, 403, 'hangs up', 'is silent', 'redirects'] as const)(
    'when the service answers %s, nothing is said to be kept, opened or discarded',
    async (mood) => {
      const key = keyOf(await storageFrom(service.configuration).keep(file()))
      const storage = storageFrom({ ...service.configuration, deadlineMs: 200 })
      service.moods.push(mood)
      await expect(storage.keep(file())).rejects.toBeInstanceOf(StorageUnavailable)
      service.moods.push(mood)
      await expect(storage.open({ driver: 'uploadthing', key })).rejects.toBeInstanceOf(StorageUnavailable)
      service.moods.push(mood)
      await expect(storage.discard(key)).rejects.toBeInstanceOf(StorageUnavailable)
      expect([...service.files.keys()]).toEqual([key])
      expect(service.requests).not.toContainEqual(expect.stringContaining('elsewhere'))
    },
  )

  test('when the answer is lost after the file arrived, the file does not stay behind', async () => {
    service.moods.push('works, then hangs up')
    await expect(storageFrom(service.configuration).keep(file())).rejects.toBeInstanceOf(StorageUnavailable)
    expect(service.requests.map((request) => request.split(' ', 1)[0])).toEqual(['PUT', 'POST'])
    expect(service.files.size).toBe(0)
  })

  test('when the connection is cut while a file is read, the reader learns of it', async () => {
    const storage = storageFrom(service.configuration)
    const key = keyOf(await storage.keep(file()))
    service.moods.push('cuts the file')
    const stream = await storage.open({ driver: 'uploadthing', key })
    await expect(read(stream)).rejects.toThrow()
  })

  test('a slow reader gets the whole file: the deadline is for its beginning', async () => {
    const original = { ...file(), bytes: randomBytes(2 * 1024 * 1024) }
    const kept = await storageFrom(service.configuration).keep(original)
    const storage = storageFrom({ ...service.configuration, deadlineMs: 1000 })
    const stream = await storage.open({ driver: 'uploadthing', key: keyOf(kept) })
    await setTimeout(1200)
    expect((await read(stream)).equals(original.bytes)).toBe(true)
  })

  test('when the service is not there, the error tells no address and no key', async () => {
    const storage = storageFrom(service.configuration)
    await service.stop()
    const error: unknown = await storage.keep(file()).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StorageUnavailable)
    expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toMatch(/localhost|sk_live|signature/)
    service = await startUploadthing()
  })
})
