import 'server-only'
import { once } from 'node:events'
import { type Socket, createConnection } from 'node:net'

export type Verdict = 'clean' | 'infected' | 'unavailable' | 'not-configured'

const deadline = 10_000
const chunkBytes = 64 * 1024
/** clamd answers with one short line; more than this is not clamd. */
const longestReply = 4096

/**
 * Asks a clamd daemon about a file, over its INSTREAM command (clamd(8)). `clamdUrl` is `tcp://host:port` or `unix:/path`;
 * undefined means that nobody scans. Fails closed: whatever is not a clear answer within the deadline (milliseconds, of the
 * whole conversation) is `unavailable`, never `clean`.
 */
export async function scanFile(
  bytes: Uint8Array,
  clamdUrl: string | undefined,
  { deadlineMs = deadline }: { deadlineMs?: number } = {},
): Promise<Verdict> {
  if (clamdUrl === undefined) return 'not-configured'
  const address = addressOf(clamdUrl)
  if (!address) return 'unavailable'
  const socket = createConnection(address)
  const timer = setTimeout(() => socket.destroy(new Error('clamd did not answer in time')), deadlineMs)
  try {
    await once(socket, 'connect')
    send(socket, bytes)
    return verdictOf(await replyOf(socket))
  } catch {
    return 'unavailable'
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

function addressOf(clamdUrl: string): { host: string; port: number } | { path: string } | undefined {
  if (!URL.canParse(clamdUrl)) return undefined
  const url = new URL(clamdUrl)
  if (url.protocol === 'unix:' && url.pathname) return { path: clamdUrl.slice('unix:'.length) }
  if (url.protocol === 'tcp:' && url.hostname && url.port)
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
  return undefined
}

/** The command, the file in chunks each after its length (four bytes, big-endian), and a chunk of length zero. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes)
    socket.write(lengthPrefix(chunk.length))
    socket.write(chunk)
  }
  socket.write(lengthPrefix(0))
}

function lengthPrefix(length: number): Buffer {
  const prefix = Buffer.alloc(4)
  prefix.writeUInt32BE(length)
  return prefix
}

/** The answer up to its NUL; empty when it never came to its end. */
async function replyOf(socket: Socket): Promise<string> {
  let reply = ''
  for await (const chunk of socket) {
    reply += (chunk as Buffer).toString('latin1')
    const end = reply.indexOf('\0')
    if (end !== -1) return reply.slice(0, end)
    if (reply.length > longestReply) break
  }
  return ''
}

function verdictOf(reply: string): Verdict {
  if (reply === 'stream: OK') return 'clean'
  return /^stream: .+ FOUND$/.test(reply) ? 'infected' : 'unavailable'
}
