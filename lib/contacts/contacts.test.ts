import * as fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { proposeContactSchema, verifyContactSchema } from './schema'
import { maskContact } from './words'

let codes: typeof import('./code')
let messages: typeof import('./messages')
beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
  codes = await import('./code')
  messages = await import('./messages')
})

describe('a contact as typed', () => {
  test.each([
    ['pec', ' Alfa@PEC.Alfa.example ', 'Alfa@pec.alfa.example'],
    ['mobile', '333 123 4567', '+393331234567'],
  ] as const)('%s %j comes out as %j', (kind, value, kept) => {
    expect(proposeContactSchema.parse({ kind, value })).toEqual({ kind, value: kept })
  })

  test.each([
    ['pec', ''],
    ['email', undefined],
    ['mobile', '06 1234567'],
    ['email', 'a@b.example\r\nBcc: c@d.example'],
    ['fax', '06 1234567'],
    ['email', ['a@b.example', 'c@d.example']],
  ])('%s %j is refused on its field, in words', (kind, value) => {
    const refused = proposeContactSchema.safeParse({ kind, value })
    expect(refused.success).toBe(false)
    expect(refused.error!.issues[0]!.message).not.toBe('')
  })
})

describe('a code', () => {
  test('has six digits, and more than one first digit', () => {
    const made = Array.from({ length: 300 }, () => codes.newCode())
    for (const code of made) expect(code).toMatch(/^[0-9]{6}$/)
    expect(new Set(made.map((code) => code[0])).size).toBeGreaterThan(5)
  })

  test('is kept only as a hash of its contact', () => {
    const kept = codes.hashOfCode('one', '123456')
    expect(kept).not.toContain('123456')
    expect(codes.codeMatches(kept, 'one', '123456')).toBe(true)
    expect(codes.codeMatches(kept, 'other', '123456')).toBe(false)
    expect(codes.codeMatches(kept, 'one', '123457')).toBe(false)
  })

  test('is read with the spaces it was copied with, and nothing else', () => {
    const contactId = '019ab000-0000-7000-8000-000000000001'
    expect(verifyContactSchema.parse({ contactId, code: ' 123 456 ' }).code).toBe('123456')
    for (const code of ['12345', '1234567', '12345x', '１２３４５６', ''])
      expect(verifyContactSchema.safeParse({ contactId, code }).success).toBe(false)
  })
})

describe('the words', () => {
  const contact = { id: 'x', userId: null }
  const at = new Date('2026-11-26T10:00:00+01:00')

  test('to the old address say the day and what to do, and no new address', () => {
    const mail = messages.farewellMessage({ ...contact, kind: 'pec', value: 'old@pec.example' }, 'contact.verified', at)
    expect(mail).toMatchObject({ channel: 'email', recipient: 'old@pec.example' })
    expect(mail.body).toContain('26 novembre 2026')
    expect(mail.body).toContain('Se non sei stato tu')
    expect(mail.body).not.toContain('@')
  })

  test('of an SMS fit in one', () => {
    const mobile = { ...contact, kind: 'mobile' as const, value: '+393331234567' }
    expect(messages.codeMessage(mobile, '123456', 'me').body.length).toBeLessThanOrEqual(160)
    for (const change of ['contact.verified', 'contact.removed'] as const)
      expect(messages.farewellMessage(mobile, change, at).body.length).toBeLessThanOrEqual(160)
  })

  test('for a log show part of an address', () => {
    expect(maskContact('anna@alfa.example')).toBe('a…a@alfa.example')
    expect(maskContact('an@alfa.example')).toBe('…@alfa.example')
    expect(maskContact('+393331234567')).toBe('+39 … 567')
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,20}$/), (local) => !maskContact(`${local}@x.example`).includes(local)),
    )
  })
})
