import { beforeEach, describe, expect, test, vi } from 'vitest'
import { asRequest } from '@/test/request-scope'

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
})

async function addressBehind(proxies: number, forwarded?: string) {
  vi.stubEnv('TRUSTED_PROXIES', String(proxies))
  const { clientAddress } = await import('./client-address')
  return asRequest(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, clientAddress)
}

describe('where a request comes from', () => {
  test('x', async () => {
    expect(await addressBehind(1, '1.2.3.4')).toBe('1.2.3.4')
  })
})
