import 'server-only'
import { Readable } from 'node:stream'
import { createTransport, type NodemailerError } from 'nodemailer'
import { Resend } from 'resend'
import { emailSchema } from '@/lib/contacts/email'
import { env } from '@/lib/env'
import { type Carrier, codeOf, failureOf, outbox } from './carrier'

/** Milliseconds. All of them together stay within the lease that `outbox.ts` takes on a message. */
const resendDeadline = 10_000
const smtpStepDeadline = 10_000
const smtpDeadline = 30_000

/** No out-of-office answer is wanted (RFC 3834). */
const headers = { 'Auto-Submitted': 'auto-generated' }

/** Resend remembers a key for 24 hours: the same message handed over again is carried once. */
function resend(apiKey: string): Carrier {
  const client = new Resend(apiKey, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL.replace(/\/+$/, '') } : {})
  return {
    honoursKey: true,
    async handOver({ id, recipient, subject, body }) {
      const { data, error } = await client.emails.send(
        { from: env.MAIL_FROM, to: [recipient], subject, text: body, headers },
        { idempotencyKey: id, signal: AbortSignal.timeout(resendDeadline) },
      )
      if (!error) return { kind: 'accepted', providerId: data.id }
      const status = error.statusCode ?? null
      return { kind: failureOf(status), code: codeOf('resend', status ?? 'no_answer', error.name) }
    },
  }
}

/** SMTP knows no key: once the words are on their way, a lost answer leaves the outcome unknown. */
function smtp(url: string): Carrier {
  const transport = createTransport({
    url,
    connectionTimeout: smtpStepDeadline,
    greetingTimeout: smtpStepDeadline,
    socketTimeout: smtpStepDeadline,
  })
  return {
    honoursKey: false,
    async handOver({ id, recipient, subject, body }) {
      let underWay = false
      const words = Readable.from(
        (function* () {
          underWay = true
          yield Buffer.from(body)
        })(),
        { objectMode: false },
      )
      try {
        const { messageId } = await transport.sendMail({
          from: env.MAIL_FROM,
          to: { name: '', address: recipient },
          subject,
          text: words,
          headers,
          messageId: `<${id}@${new URL(env.PORTAL_URL).hostname}>`,
          signal: AbortSignal.timeout(smtpDeadline),
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { kind: 'accepted', providerId: messageId }
      } catch (thrown) {
        const { responseCode, command, code } = thrown as NodemailerError
        if (!responseCode) return { kind: underWay ? 'unknown' : 'failed', code: codeOf('smtp', code ?? 'no_answer') }
        const aboutTheMessage = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
        return { kind: aboutTheMessage ? 'refused' : 'failed', code: codeOf('smtp', responseCode) }
      } finally {
        words.destroy()
      }
    },
  }
}

const carrier = env.RESEND_API_KEY ? resend(env.RESEND_API_KEY) : env.SMTP_URL ? smtp(env.SMTP_URL) : outbox

/**
 * Carries mail by Resend, by SMTP or to the outbox page, as configured. An address that is not exactly one plain address
 * goes nowhere: a line break or a comma in it would become a header or a second recipient (WSTG INPV-10).
 */
export const mailer: Carrier = {
  ...carrier,
  handOver: async (letter) =>
    emailSchema.safeParse(letter.recipient).data === letter.recipient && !/[\p{Cc}]/u.test(letter.subject)
      ? carrier.handOver(letter)
      : { kind: 'refused', code: 'not_an_address' },
}
