import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export type Sms = { id: string; to: string; text: string }
export type SmsMood = 'accepts' | 'accepts, then hangs up' | 'redirects' | number

/** The SMS gateway of `docs/notifications.md` on loopback. It accepts, unless told otherwise beforehand. */
export async function startSmsGateway() {
  const moods: SmsMood[] = []
  const keys: string[] = []
  const authorizations: (string | undefined)[] = []
  const texts = new Map<string, Sms>()

  const server = createServer(async (request, response) => {
    const sms = (await json(request)) as Sms
    const key = String(request.headers['idempotency-key'])
    keys.push(key)
    authorizations.push(request.headers.authorization)
    const mood = moods.shift() ?? 'accepts'
    if (typeof mood === 'number') return void response.writeHead(mood).end()
    if (mood === 'redirects') return void response.writeHead(307, { Location: '/elsewhere' }).end()
    if (!texts.has(key)) texts.set(key, sms)
    if (mood === 'accepts') response.writeHead(202).end()
    else request.socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    /** What the coming requests will meet, in order. */
    moods,
    /** The idempotency key of each request, in order. */
    keys,
    authorizations,
    /** What was really sent, by key. */
    texts,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
