import 'server-only'
import { UTApi, UTFile } from 'uploadthing/server'

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
  /** Milliseconds that an upload, a removal, or the reading of a whole file may take. */
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
  const api = new UTApi({
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
    ...(uploadthingFilesUrl && { ufsHost: new URL(uploadthingFilesUrl).host, ufsAppIdLocation: 'path' }),
  })

  return {
    driver: 'uploadthing',

    async keep({ id, mediaType, bytes }) {
      const file = new UTFile([bytes as Uint8Array<ArrayBuffer>], id, { type: mediaType, customId: id })
      const kept = await settled(api.uploadFiles(file, { acl: 'private', contentDisposition: 'attachment' }))
      if (kept?.data) return { driver: 'uploadthing', key: kept.data.key }
      // The answer may have been lost after the file had arrived: nothing stays outside that no row knows of.
      await settled(api.deleteFiles(id, { keyType: 'customId' }))
      throw new StorageUnavailable('keep a file')
    },

    async open({ key }) {
      const signed = await settled(api.generateSignedURL(key, { expiresIn: signatureSeconds }))
      const answer =
        signed &&
        (await settled(
          fetch(signed.ufsUrl, { redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(deadlineMs) }),
        ))
      if (answer?.ok && answer.body) return answer.body
      await answer?.body?.cancel()
      throw new StorageUnavailable('open a file')
    },

    async discard(key) {
      const discarded = await settled(api.deleteFiles(key))
      if (!discarded?.success) throw new StorageUnavailable('discard a file')
    },
  }
}

/** What a call to the outside brings, or undefined: its errors name addresses and keys, and go no further. */
const settled = <T>(call: Promise<T>): Promise<T | undefined> => call.catch(() => undefined)
