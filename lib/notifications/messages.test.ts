import * as fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { changeNames } from '@/db/vocabulary-changes'

/** GSM 03.38, the basic table without its escapes. */
const gsm7 = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/

const request = {
  id: '019ab000-0000-7000-8000-000000000001',
  contributorId: '019ab000-0000-7000-8000-000000000002',
  protocollo: 'INPS.7000.23/11/2026.0000001',
  applicationKind: null,
}

let messages: typeof import('./messages')
beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
  messages = await import('./messages')
})

const told = () => changeNames.filter((change) => messages.notifications[change] !== null)

test('the sender is told of what the office does to a request, and that it arrived', () => {
  expect(told()).toEqual([
    'request.submitted',
    'request.taken_up',
    'request.transferred',
    'request.documents_requested',
    'request.replied',
    'request.closed',
    'request.closure_announced',
    'request.closed_for_missing_documents',
    'application.submitted',
    'application.decided',
  ])
})

describe('the words', () => {
  const wordsOf = (channel: 'email' | 'sms', portal: string) =>
    told().map((change) => messages.wordsOf(messages.notifications[change]!, channel, request, portal))

  test('of a mail name the protocollo and lead to the request, and the subject is one line', () => {
    for (const { subject, body } of wordsOf('email', 'https://portale.example/')) {
      expect(subject).toBe("C'è una novità sulla richiesta INPS.7000.23/11/2026.0000001")
      expect(body).toContain('INPS.7000.23/11/2026.0000001')
      expect(body).toContain(`\nhttps://portale.example/area/${request.contributorId}/richieste/${request.id}\n`)
    }
  })

  test('of an SMS name the protocollo and lead to the portal', () => {
    for (const { body } of wordsOf('sms', 'https://portale.example')) {
      expect(body).toBe(
        "C'è una novità sulla richiesta INPS.7000.23/11/2026.0000001. Leggila su https://portale.example/area",
      )
    }
  })

  test('of an SMS always fit in one, wherever the portal is', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'] }), fc.nat(120), (url, more) => {
        const portal = `${new URL(url).origin}/${'a'.repeat(more)}`
        for (const { body } of wordsOf('sms', portal)) {
          expect(body.length).toBeLessThanOrEqual(160)
          expect(body).toMatch(gsm7)
          expect(body).toContain(request.protocollo)
        }
      }),
    )
  })
})
