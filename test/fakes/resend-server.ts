import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export type ResendMail = { from: string; to: string[]; subject: string; text: string; headers?: Record<string, string> }

/** What the provider does with a request: a number is a refusal with that status; `then …` says what becomes of its answer. */
export type ResendMood = 'accepts' | 'accepts, then hangs up' | 'accepts, then is silent' | number

/** Resend's `POST /emails` on loopback, with its memory of idempotency keys. It accepts, unless told otherwise beforehand. */
export async function startResend() {
  const moods: (ResendMood | Promise<ResendMood>)[] = []
  const keys: string[] = []
  const authorizations: (string | undefined)[] = []
  const mails = new Map<string, ResendMail>()

  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.method !== 'POST' || request.url !== '/emails') return answer(404, { name: 'not_found' })
    const mail = (await json(request)) as ResendMail
    const key = String(request.headers['idempotency-key'])
    keys.push(key)
    authorizations.push(request.headers.authorization)
    const mood = (await moods.shift()) ?? 'accepts'
    if (typeof mood === 'number') return answer(mood, { statusCode: mood, name: 'not_now', message: `${mail.to} no` })
    if (!mails.has(key)) mails.set(key, mail)
    if (mood === 'accepts, then hangs up') request.socket.destroy()
    else if (mood === 'accepts') answer(200, { id: `resend-${key}` })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What the coming requests will meet, in order; a promise keeps the request waiting. */
    moods,
    /** The idempotency key of each request, in order. */
    keys,
    authorizations,
    /** What was really sent, by key. */
    mails,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
