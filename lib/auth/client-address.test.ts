import { beforeEach, describe, expect, test, vi } from 'vitest'
import { asRequest } from '@/test/request-scope'

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
})

describe('the address that is counted', () => {
  async function addressBehind(proxies: number, forwarded?: string) {
    vi.stubEnv('TRUSTED_PROXIES', String(proxies))
    const { clientAddress } = await import('./client-address')
    return asRequest(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, clientAddress)
  }

  test('is the one that the trusted proxy wrote, not those the client wrote before it', async () => {
    expect(await addressBehind(1, '198.51.100.7')).toBe('198.51.100.7')
    expect(await addressBehind(1, '10.0.0.1, 127.0.0.1, 198.51.100.7')).toBe('198.51.100.7')
  })

  test('is the one that the farthest of two trusted proxies wrote', async () => {
    expect(await addressBehind(2, 'forged, 198.51.100.7, 203.0.113.1')).toBe('198.51.100.7')
  })

  test('is nobody’s when no proxy is trusted: everybody counts as one', async () => {
    expect(await addressBehind(0, '198.51.100.7')).toBe('unknown')
  })

  test.each([[undefined], [''], ['198.51.100.7, ']])('is nobody’s when the proxy wrote %j', async (forwarded) => {
    expect(await addressBehind(1, forwarded)).toBe('unknown')
  })

  test('is nobody’s when the request passed by fewer proxies than are trusted', async () => {
    expect(await addressBehind(3, '198.51.100.7, 203.0.113.1')).toBe('unknown')
  })
})

describe('a browser in «Sessioni attive»', () => {
  const on = (system: string) => `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko)`

  test.each([
    ['Firefox su Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    ['Chrome su Windows', `${on('Windows NT 10.0; Win64; x64')} Chrome/140.0.0.0 Safari/537.36`],
    ['Edge su Windows', `${on('Windows NT 10.0; Win64; x64')} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
    ['Opera su Mac', `${on('Macintosh; Intel Mac OS X 10_15_7')} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`],
    ['Safari su iPhone', `${on('iPhone; CPU iPhone OS 19_0 like Mac OS X')} Version/19.0 Mobile/15E148 Safari/604.1`],
    ['Chrome su Android', `${on('Linux; Android 15; Pixel 9')} Chrome/140.0.0.0 Mobile Safari/537.36`],
    ['Browser', 'curl/8.14.1'],
    ['Browser', ''],
  ])('is called %s', async (name, agent) => {
    const { browserName } = await import('./client-address')
    expect(await asRequest({ 'user-agent': agent }, browserName)).toBe(name)
  })

  test('has a name of the portal’s own, whatever the browser says of itself', async () => {
    const { browserName } = await import('./client-address')
    expect(await asRequest({ 'user-agent': '<script>alert(1)</script>' }, browserName)).toBe('Browser')
  })
})
