import { env } from './env'

/** security.md V3. `same-origin` and not `no-referrer`: under the latter browsers post forms with `Origin: null`. */
export const everywhere: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  ...(new URL(env.PORTAL_URL).protocol === 'https:' && {
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
  }),
}

/** For answers that are no page: a refusal, a redirect, a file, what a script is told (ASVS 3.2.1). */
export const nothingRuns =
  "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
