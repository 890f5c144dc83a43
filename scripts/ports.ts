import { connect, createServer } from 'node:net'
import { Failure } from './failure'

/** A port of 127.0.0.1 where nobody listens now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const answers = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const settle = (found: boolean) => {
      socket.destroy()
      resolve(found)
    }
    socket
      .once('connect', () => settle(true))
      .once('error', () => settle(false))
      .once('timeout', () => settle(false))
  })

const bindingError = (port: number) =>
  new Promise<string | undefined>((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)))
  })

/**
 * The port of the portal: `PORT`, or 3000.
 *
 * @param command how the script is called, for the advice it gives
 * @throws Failure when it is no port, is reserved to administrators, or somebody listens there already
 */
export async function portalPort(command: string): Promise<number> {
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Failure(`PORT vale «${text}»: deve essere un numero da 1 a 65535.`)
  const other = `scegline un’altra, per esempio: PORT=${port === 65535 ? 3001 : port + 1} ${command}`
  const error = await bindingError(port)
  if (error === 'EACCES') throw new Failure(`La porta ${port} è riservata agli amministratori del computer: ${other}`)
  // localhost is both 127.0.0.1 and ::1: a browser may try either first
  if (error === 'EADDRINUSE' || (await answers('127.0.0.1', port)) || (await answers('::1', port)))
    throw new Failure(`La porta ${port} è già occupata da un altro programma. Chiudilo, oppure ${other}`)
  if (error) throw new Failure(`La porta ${port} non si può usare (${error}): ${other}`)
  return port
}
