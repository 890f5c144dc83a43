import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const shared = globalThis as { portalConnection?: { $client: { end(options: { timeout: number }): Promise<void> } } }

beforeEach(() => vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters'))
afterEach(async () => {
  await shared.portalConnection?.$client.end({ timeout: 0 })
  delete shared.portalConnection
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function listen(onConnection: (socket: Socket) => void) {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    sockets.forEach((socket) => socket.destroy())
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { port: (server.address() as AddressInfo).port, sockets, stop }
}

async function askDatabaseAt(port: number) {
  vi.stubEnv('DATABASE_URL', `postgres://nobody@127.0.0.1:${port}/none`)
  const { databaseAnswers } = await import('./queries')
  const { verify } = await import('@/lib/auth/verify')
  return () => databaseAnswers(verify({ kind: 'visitor' }))
}

test('a database that is off does not answer', async () => {
  const { port, stop } = await listen(() => undefined)
  await stop()
  const ask = await askDatabaseAt(port)
  expect(await ask()).toBe(false)
})

test('a database that takes the call and then is silent does not answer, and is not asked ever more', async () => {
  const silent = await listen(() => undefined)
  const ask = await askDatabaseAt(silent.port)
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([false, false, false])
  expect(silent.sockets).toHaveLength(1)
  await silent.stop()
})
