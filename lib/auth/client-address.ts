import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'

/**
 * Where a request comes from, for counting alone. Each trusted proxy appends one address to `X-Forwarded-For`: the
 * client's is the one written by the farthest of them; what stands before it was written by the client. With no proxy
 * configured nothing in the header is believed and everybody counts as one.
 */
export async function clientAddress() {
  const hops = ((await headers()).get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return (env.TRUSTED_PROXIES > 0 && hops.at(-env.TRUSTED_PROXIES)) || 'unknown'
}

/** A browser as people recognise it: «Firefox su Windows». */
export async function browserName() {
  const agent = (await headers()).get('user-agent') ?? ''
  const browser =
    [
      ['Edg/', 'Edge'],
      ['OPR/', 'Opera'],
      ['Firefox/', 'Firefox'],
      ['Chrome/', 'Chrome'],
      ['Safari/', 'Safari'],
    ].find(([mark]) => agent.includes(mark!))?.[1] ?? 'Browser'
  const system = [
    ['Windows', 'Windows'],
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Mac OS X', 'Mac'],
    ['Linux', 'Linux'],
  ].find(([mark]) => agent.includes(mark!))?.[1]
  return system ? `${browser} su ${system}` : browser
}
