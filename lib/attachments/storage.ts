import 'server-only'
import type { UTApi } from 'uploadthing/server'

/** Where the bytes of a kept file are: handed on to the database's own transaction, or outside under a key. */
export type Kept = { driver: 'database'; bytes: Uint8Array } | { driver: 'uploadthing'; key: string }

export type Storage = {
  driver: Kept['driver']
  /** Takes a file in. `id` is random and becomes its name outside: the name a person gave never leaves the portal. */
  keep(file: { id: string; name: string; mediaType: string; bytes: Uint8Array }): Promise<Kept>
  /** The bytes of a file kept outside, as a stream; the address it is read from never reaches the person. */
  open(kept: { driver: 'uploadthing'; key: string }): Promise<ReadableStream<Uint8Array>>
  /** Removes a file kept outside; one that is gone already is no error. */
  discard(key: string): Promise<void>
}

export type StorageConfiguration = {
  /** UploadThing's token: Base64 of JSON with `apiKey`, `appId`, `regions`. None: files stay in the database. */
  uploadthingToken?: string | undefined
  /**
   * Other addresses than UploadThing's own for its three services: uploads, commands, reading. The library reads over
   * plain HTTP from a host with «local» in its name, over HTTPS from every other.
   */
  uploadthingIngestUrl?: string | undefined
  uploadthingApiUrl?: string | undefined
  uploadthingFilesUrl?: string | undefined
  /** Milliseconds that an upload or a removal may take, and that a file may take to begin to arrive. */
  deadlineMs?: number | undefined
}

/** The storage outside could not do its part. It says nothing of addresses and keys: they are secrets. */
export class StorageUnavailable extends Error {
  constructor(what: string) {
    super(`The storage outside did not ${what}`)
  }
}

/** The storage that the configuration asks for: the database, unless there is an UploadThing token. */
export function storageFrom(configuration: StorageConfiguration): Storage {
  const token = configuration.uploadthingToken
  return token === undefined ? database : uploadthing(token, configuration)
}

const database: Storage = {
  driver: 'database',
  keep: async ({ bytes }) => ({ driver: 'database', bytes }),
  open: async () => {
    throw new StorageUnavailable('open a file: no token is configured')
  },
  discard: async () => {
    throw new StorageUnavailable('discard a file: no token is configured')
  },
}

/** Just long enough for the portal itself to start reading. */
const signatureSeconds = 60

function uploadthing(token: string, configuration: StorageConfiguration): Storage {
  const { uploadthingIngestUrl, uploadthingApiUrl, uploadthingFilesUrl, deadlineMs = 15_000 } = configuration
  let client: Promise<UTApi> | undefined
  // The library is large: a portal that keeps its files in the database never loads it.
  const api = () => (client ??= import('uploadthing/server').then(({ UTApi }) => new UTApi(options)))
  const options = {
    token,
    // The library would log what it is answered, signed addresses included.
    logLevel: 'None',
    // A redirect would carry the token to whoever the answer names.
    fetch: (address, init) => {
      const { signal, ...rest } = init as RequestInit
      const signals = [AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])]
      return fetch(address as URL, { ...rest, redirect: 'error', signal: AbortSignal.any(signals) })
    },
    ...(uploadthingIngestUrl && { ingestUrl: uploadthingIngestUrl }),
    ...(uploadthingApiUrl && { apiUrl: uploadthingApiUrl }),
    ...(uploadthingFilesUrl && { ufsHost: new URL(uploadthingFilesUrl).host, ufsAppIdLocation: 'path' as const }),
  } satisfies ConstructorParameters<typeof UTApi>[0]

  return {
    driver: 'uploadthing',

    async keep({ id, mediaType, bytes }) {
      const file = new File([bytes as Uint8Array<ArrayBuffer>], id, { type: mediaType })
      const kept = await settled(async () =>
        (await api()).uploadFiles(Object.assign(file, { customId: id }), {
          acl: 'private',
          contentDisposition: 'attachment',
        }),
      )
      if (kept?.data) return { driver: 'uploadthing', key: kept.data.key }
      // The answer may have been lost after the file had arrived: nothing stays outside that no row knows of.
      await settled(async () => (await api()).deleteFiles(id, { keyType: 'customId' }))
      throw new StorageUnavailable('keep a file')
    },

    async open({ key }) {
      // The deadline is for the answer to begin: how long the rest takes depends on the person's own line.
      const impatience = new AbortController()
      const timer = setTimeout(() => impatience.abort(), deadlineMs)
      const answer = await settled(async () => {
        const { ufsUrl } = await (await api()).generateSignedURL(key, { expiresIn: signatureSeconds })
        return fetch(ufsUrl, { redirect: 'error', cache: 'no-store', signal: impatience.signal })
      })
      clearTimeout(timer)
      if (answer?.ok && answer.body) return answer.body
      await answer?.body?.cancel()
      throw new StorageUnavailable('open a file')
    },

    async discard(key) {
      const discarded = await settled(async () => (await api()).deleteFiles(key))
      if (!discarded?.success) throw new StorageUnavailable('discard a file')
    },
  }
}

/** What a call to the outside brings, or undefined: its errors name addresses and keys, and go no further. */
const settled = <T>(call: () => Promise<T>): Promise<T | undefined> => call().catch(() => undefined)
