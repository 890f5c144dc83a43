import { request as ask } from 'node:http'
import type { Asker } from './people'
import { portal } from './portal'

const { hostname, host, port } = new URL(portal)
type Headers = Record<string, string>
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** A request with exactly these headers: no browser and no library adds one, or refuses to send it. */
export const raw = (
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Headers; body?: string | Buffer } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = ask({ hostname, port, path, method, headers: { host, ...headers } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(pieces).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

export const cookieOf = async ({ request }: Asker) =>
  (await request.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
