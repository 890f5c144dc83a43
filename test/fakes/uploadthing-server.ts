import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A file as the service holds it, with what the signed address said of it. */
export type StoredFile = {
  key: string
  customId: string | null
  name: string
  type: string
  acl: string | null
  contentDisposition: string | null
  bytes: Buffer
}

/** What a request meets: a number is a refusal with that status; `then …` says what becomes of the answer. */
export type UploadthingMood =
  'works' | 'works, then hangs up' | 'hangs up' | 'is silent' | 'redirects' | 'cuts the file' | number

const appId = 'cassetto-app'

/**
 * UploadThing's three services on one loopback server: `PUT /<key>` under a signed address (ingest), `POST /v6/deleteFiles`
 * with the secret key (API), `GET /a/<app>/<key>` under a signed address (files). Signatures are verified as the service
 * does: HMAC-SHA256 of the whole address before `&signature=`, and not after `expires`.
 */
export async function startUploadthing(secretKey = 'sk_live_prova') {
  const moods: UploadthingMood[] = []
  const files = new Map<string, StoredFile>()
  const requests: string[] = []
  let now = () => Date.now()

  const server = createServer(async (request, response) => {
    const address = new URL(request.url!, `http://${request.headers.host}`)
    requests.push(`${request.method} ${address.pathname}`)
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    }
    const mood = moods.shift() ?? 'works'
    const body = await buffer(request).catch(() => undefined)
    if (!body || mood === 'is silent') return
    if (mood === 'hangs up') return void request.socket.destroy()
    if (mood === 'redirects') return void response.writeHead(307, { Location: '/elsewhere' }).end()
    if (typeof mood === 'number') return answer(mood, { error: `${address.href} no` })

    if (request.method === 'PUT') {
      if (!signed(address)) return answer(403, { error: 'Invalid signature' })
      const stored = await storedFile(address, request, body)
      if (!stored) return answer(400, { error: 'Invalid upload' })
      files.set(stored.key, stored)
      if (mood === 'works, then hangs up') return void request.socket.destroy()
      const url = `${address.origin}/a/${appId}/${stored.key}`
      return answer(200, {
        url,
        appUrl: url,
        ufsUrl: url,
        fileHash: createHash('md5').update(stored.bytes).digest('hex'),
      })
    }
    if (request.method === 'POST' && address.pathname === '/v6/deleteFiles') {
      if (request.headers['x-uploadthing-api-key'] !== secretKey) return answer(401, { error: 'Invalid API key' })
      const named = JSON.parse(body.toString()) as { fileKeys?: string[]; customIds?: string[] }
      const gone = [...files.values()].filter(
        ({ key, customId }) => named.fileKeys?.includes(key) || (customId && named.customIds?.includes(customId)),
      )
      for (const { key } of gone) files.delete(key)
      return answer(200, { success: true, deletedCount: gone.length })
    }
    if (request.method !== 'GET') return answer(405, { error: 'Method not allowed' })
    const [, key] = /^\/a\/cassetto-app\/([^/]+)$/.exec(address.pathname) ?? []
    const file = files.get(key ?? '')
    if (!file || (file.acl === 'private' && !signed(address))) return answer(file ? 403 : 404, { error: 'No' })
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length })
    if (mood !== 'cuts the file') return void response.end(file.bytes)
    response.write(file.bytes.subarray(0, file.bytes.length >> 1), () => request.socket.destroy())
  })

  function signed(address: URL): boolean {
    const [payload, signature] = address.href.split('&signature=')
    const expected = `hmac-sha256=${createHmac('sha256', secretKey).update(payload!).digest('hex')}`
    const given = Buffer.from(decodeURIComponent(signature ?? ''))
    const genuine = given.length === expected.length && timingSafeEqual(given, Buffer.from(expected))
    return genuine && Number(address.searchParams.get('expires')) > now()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // «localhost»: the library speaks plain HTTP to a host with «local» in its name and to no other.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    token: uploadthingToken(secretKey),
    /** What `storageFrom` needs to keep its files here. */
    configuration: {
      uploadthingToken: uploadthingToken(secretKey),
      uploadthingIngestUrl: url,
      uploadthingApiUrl: url,
      uploadthingFilesUrl: url,
    },
    moods,
    /** What is stored, by key. */
    files,
    /** Method and path of each request, in order. */
    requests,
    /** Moves the clock by which signatures expire. */
    setClock: (clock: () => number) => {
      now = clock
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A token as the service hands them out: Base64 of JSON. */
export const uploadthingToken = (apiKey: string): string =>
  Buffer.from(JSON.stringify({ apiKey, appId, regions: ['loopback'] })).toString('base64')

async function storedFile(address: URL, request: IncomingMessage, body: Buffer): Promise<StoredFile | undefined> {
  const said = (name: string) => {
    const value = address.searchParams.get(name)
    return value === null ? null : decodeURIComponent(value)
  }
  const form = await new Response(new Uint8Array(body), {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData()
  const file = form.get('file')
  if (!(file instanceof Blob) || said('x-ut-identifier') !== appId) return undefined
  if (file.size !== Number(said('x-ut-file-size')) || file.type !== said('x-ut-file-type')) return undefined
  return {
    key: address.pathname.slice(1),
    customId: said('x-ut-custom-id'),
    name: said('x-ut-file-name') ?? '',
    type: file.type,
    acl: said('x-ut-acl'),
    contentDisposition: said('x-ut-content-disposition'),
    bytes: Buffer.from(await file.arrayBuffer()),
  }
}
