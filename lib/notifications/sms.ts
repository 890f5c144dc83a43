import 'server-only'
import { env } from '@/lib/env'
import { type Carrier, codeOf, failureOf, outbox } from './carrier'

const deadlineMs = 10_000

/** The gateway's contract: `docs/notifications.md`. It carries once whatever comes under the same `Idempotency-Key`. */
function gateway(url: string): Carrier {
  return {
    honoursKey: true,
    async handOver({ id, recipient, body }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(deadlineMs),
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': id,
            ...(env.SMS_GATEWAY_TOKEN && { Authorization: `Bearer ${env.SMS_GATEWAY_TOKEN}` }),
          },
          body: JSON.stringify({ id, to: recipient, text: body }),
        })
        await response.body?.cancel()
        if (response.ok) return { kind: 'accepted', providerId: id }
        return { kind: failureOf(response.status), code: codeOf('sms', response.status) }
      } catch {
        return { kind: 'unknown', code: 'sms_no_answer' }
      }
    },
  }
}

/** Carries SMS by the configured gateway, or to the outbox page. */
export const sms: Carrier = env.SMS_GATEWAY_URL ? gateway(env.SMS_GATEWAY_URL) : outbox
