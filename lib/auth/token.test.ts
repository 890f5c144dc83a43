import { beforeEach, expect, test, vi } from 'vitest'

type Token = typeof import('./token')
async function tokenUnder(secret: string): Promise<Token> {
  vi.resetModules()
  vi.stubEnv('AUTH_SECRET', secret)
  return import('./token')
}
let token: Token
beforeEach(async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  token = await tokenUnder('a secret of at least thirty-two characters')
})

test('a token has 256 bits, and never comes twice', () => {
  const drawn = Array.from({ length: 1000 }, token.newToken)
  expect(new Set(drawn).size).toBe(1000)
  for (const one of drawn) expect(Buffer.from(one, 'base64url')).toHaveLength(32)
})

test('what is kept of a token is its SHA-256, from which it is not read back', () => {
  expect(token.hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('an address or a codice fiscale is counted under a keyed hash: without the key it cannot be guessed', async () => {
  const here = token.pseudonym('sign-in-account', 'RSSMRA85T10A562S')
  expect(here).toMatch(/^sign-in-account:[\w-]{43}$/)
  expect(token.pseudonym('sign-in-account', 'RSSMRA85T10A562S')).toBe(here)
  expect(token.pseudonym('sign-in-account', 'BRGNDR88C18F839N')).not.toBe(here)
  const elsewhere = await tokenUnder('another secret of at least thirty-two letters')
  expect(elsewhere.pseudonym('sign-in-account', 'RSSMRA85T10A562S')).not.toBe(here)
})
