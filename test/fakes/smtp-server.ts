import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type SmtpMail = { from: string; to: string[]; raw: string }
export type SmtpMood =
  'accepts' | 'accepts, then hangs up' | 'hangs up at once' | 'does not know the recipient' | 'is busy'

/** A real SMTP server on loopback, without encryption. It accepts, unless told otherwise beforehand. */
export async function startSmtp() {
  const moods: (SmtpMood | Promise<SmtpMood>)[] = []
  const mails: SmtpMail[] = []
  const sockets = new Set<Socket>()
  const hangUp = () => sockets.forEach((socket) => socket.destroy())

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onConnect(_, proceed) {
      if (moods[0] !== 'hangs up at once') return proceed()
      moods.shift()
      hangUp()
    },
    onRcptTo(_, __, proceed) {
      if (moods[0] !== 'does not know the recipient') return proceed()
      moods.shift()
      proceed(Object.assign(new Error('No such user'), { responseCode: 550 }))
    },
    async onData(stream, { envelope }, proceed) {
      const raw = await text(stream)
      const mood = await moods.shift()
      if (mood === 'is busy') return proceed(Object.assign(new Error('Try later'), { responseCode: 451 }))
      mails.push({
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        to: envelope.rcptTo.map(({ address }) => address),
        raw,
      })
      if (mood === 'accepts, then hangs up') hangUp()
      else proceed()
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  // Who hangs up hears of it: that is what these moods are for.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    /** What the coming sessions will meet, in order; a promise keeps the mail waiting for its answer. */
    moods,
    /** What was really accepted, in order. */
    mails,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        hangUp()
      }),
  }
}
