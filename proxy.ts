import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'
import { everywhere, nothingRuns } from '@/lib/response-headers'

const portal = new URL(env.PORTAL_URL)
const https = portal.protocol === 'https:'
const reading = new Set(['GET', 'HEAD'])
const signedSides = /^\/(area|sede|amministrazione|sessioni)(\/|$)/
/** Addresses of files and of answers to scripts. */
const noPage = /^\/(api|calendario)\/|\/(pdf|json|csv|[^/]+\.csv|scarti|modulo|versamenti\/[^/]+)$/
/** Set by nobody but this proxy: whatever a client sends under these names is dropped. */
const ownHeaders = ['x-portal-address', 'x-portal-method', 'x-request-id', 'x-nonce', 'content-security-policy']

const policy = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** A write is heard only from the portal's own pages, at the portal's own name (security.md 3.5.1). */
const isForeignWrite = (request: NextRequest) =>
  !reading.has(request.method) &&
  (request.headers.get('origin') !== portal.origin || request.headers.get('host') !== portal.host)

/** Bytes that spell no characters (`/area/%ff`): no page has such an address, and Next fails on them. */
function isSpelled(pathname: string) {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/** Dresses every answer; sends the unsigned to sign-in. Authorizes nothing: that is done where the rows are read. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const requestId = crypto.randomUUID()
  const dressed = <R extends NextResponse>(response: R, contentPolicy = nothingRuns) => {
    for (const [name, value] of Object.entries(everywhere)) response.headers.set(name, value)
    response.headers.set('x-request-id', requestId)
    response.headers.set('content-security-policy', contentPolicy)
    return response
  }
  if (!isSpelled(pathname)) return dressed(new NextResponse('Pagina non trovata', { status: 404 }))
  if (isForeignWrite(request)) return dressed(new NextResponse('Richiesta rifiutata', { status: 403 }))

  const signed = request.cookies.has(https ? '__Host-cassetto' : 'cassetto')
  if (!signed && reading.has(request.method) && signedSides.test(pathname)) {
    const query = new URLSearchParams({ ritorno: pathname + search })
    return dressed(NextResponse.redirect(new URL(`/accesso?${query}`, portal)))
  }

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const headers = new Headers(request.headers)
  for (const name of ownHeaders) headers.delete(name)
  headers.set('x-portal-address', pathname + search)
  headers.set('x-portal-method', request.method)
  headers.set('x-request-id', requestId)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy(nonce))
  const response = dressed(
    NextResponse.next({ request: { headers } }),
    noPage.test(pathname) ? nothingRuns : policy(nonce),
  )
  if (signed || signedSides.test(pathname)) response.headers.set('cache-control', 'private, no-store')
  return response
}

/** A file of notices, up to 64 MB, does not pass here: Next would hold it whole. Its route dresses and guards itself. */
export const config = { matcher: ['/((?!_next/static/|api/comunicazioni$|icon\\.svg$|favicon\\.ico$).*)'] }
