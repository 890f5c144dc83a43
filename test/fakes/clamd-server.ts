import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** What the daemon does with a file; `looks` finds the EICAR test string and nothing else. */
export type ClamdMood =
  'looks' | 'is silent' | 'hangs up' | 'answers half a line' | 'speaks another language' | 'finds it too large'

const command = 'zINSTREAM\0'

/** The harmless string that every scanner reports (eicar.org), in two halves so that this file is not reported itself. */
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/** A clamd that speaks INSTREAM on loopback, or on a Unix socket when a path is given. Moods are used up in order. */
export async function startClamd(path?: string) {
  const moods: ClamdMood[] = []
  const scanned: Buffer[] = []
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    const mood = moods.shift() ?? 'looks'
    let received = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      if (mood === 'hangs up') return void socket.destroy()
      // The real daemon does not wait for the rest of what it will not read.
      if (mood === 'finds it too large') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      const file = streamed(received)
      if (!file || mood === 'is silent') return
      scanned.push(file)
      if (mood === 'answers half a line') return void socket.end('stream: OK')
      if (mood === 'speaks another language') return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      socket.end(file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => (path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve)))

  return {
    url: path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What the coming files will meet, in order. */
    moods,
    /** The files that arrived whole, in order. */
    scanned,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** The file of a finished conversation; undefined while its zero-length chunk has not come. */
function streamed(received: Buffer): Buffer | undefined {
  if (received.subarray(0, command.length).toString('latin1') !== command) return undefined
  const chunks: Buffer[] = []
  let at = command.length
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
