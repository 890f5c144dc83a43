import { Agent, request as send } from 'node:http'
import { gunzipSync } from 'node:zlib'

export interface Answer {
  status: number
  /** Where it sends the browser next, if it does. */
  location: string | undefined
  /** Milliseconds until the first byte of the body came. */
  firstByte: number
  /** As it came, compressed or not. */
  body: Buffer
  text: () => string
}

interface Post {
  type: string
  body: Buffer
  headers?: Record<string, string>
}

/** As much of a browser as the measures need: cookies, connections kept open, gzip, forms without scripts. */
export class Browser {
  private cookies = new Map<string, string>()
  private agent = new Agent({ keepAlive: true, maxSockets: 16 })

  /** @param origin the portal, as `http://localhost:3000` */
  constructor(private origin: string) {}

  get(path: string) {
    return this.ask('GET', path)
  }

  post(path: string, content: Post) {
    return this.ask('POST', path, content)
  }

  /** Posts a form as a browser does with scripts off. */
  async postForm(path: string, fields: [string, string][]) {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    const encoded = new Response(form)
    const type = encoded.headers.get('content-type')!
    return this.post(path, { type, body: Buffer.from(await encoded.arrayBuffer()) })
  }

  close() {
    this.agent.destroy()
  }

  private ask(method: string, path: string, content?: Post): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      'accept-encoding': 'gzip',
      ...(cookie && { cookie }),
      ...(content && { origin: this.origin, 'content-type': content.type, 'content-length': content.body.length }),
      ...content?.headers,
    }
    const since = performance.now()
    let firstByte = 0
    return new Promise((resolve, reject) => {
      const asked = send(new URL(path, this.origin), { method, headers, agent: this.agent, family: 4 }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => {
          firstByte ||= performance.now() - since
          pieces.push(piece)
        })
        answer.on('error', reject)
        answer.on('end', () => {
          this.keep(answer.headers['set-cookie'] ?? [])
          const body = Buffer.concat(pieces)
          const zipped = answer.headers['content-encoding'] === 'gzip'
          resolve({
            status: answer.statusCode!,
            firstByte,
            location: answer.headers.location,
            body,
            text: () => (zipped ? gunzipSync(body) : body).toString('utf8'),
          })
        })
      })
      // the portal may close an idle connection at the very moment it is taken up again
      asked.on('error', (error) => (asked.reusedSocket && !content ? resolve(this.ask(method, path)) : reject(error)))
      asked.end(content?.body)
    })
  }

  private keep(cookies: string[]) {
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name) this.cookies.set(name, value ?? '')
    }
  }
}
