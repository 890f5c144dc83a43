import 'server-only'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { getToken } from 'next-auth/jwt'
import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { lapsedHours } from './queries'

/** Over https the name binds the cookie to this host alone (ASVS 3.3.1); a browser refuses that name on http://localhost. */
const secure = env.PORTAL_URL.startsWith('https:')
export const sessionCookie = secure ? '__Host-cassetto' : 'cassetto'

declare module 'next-auth' {
  interface User {
    token?: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

/**
 * next-auth seals the cookie and nothing more: whether the PIN is right is said by `commands.ts` before, whether the
 * session still stands is said by the `sessions` table at every request. None of its own addresses is served.
 */
const config: NextAuthConfig = {
  secret: env.AUTH_SECRET,
  trustHost: true,
  // The table says when a session is over; the cookie outlives it a little, to tell whose unsent words came too late.
  session: { strategy: 'jwt', maxAge: lapsedHours * 3600 },
  cookies: {
    sessionToken: { name: sessionCookie, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
  },
  providers: [
    Credentials({
      credentials: { token: {} },
      authorize: ({ token }) => (typeof token === 'string' ? { token } : null),
    }),
  ],
  callbacks: { jwt: ({ token, user }) => (user?.token ? { sid: user.token } : token) },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
}

const { signIn, signOut } = NextAuth(config)

/** Seals the token of a session just started into the cookie of the answer. */
export const giveCookie = (token: string) => signIn('credentials', { token, redirect: false, redirectTo: '/' })
export const takeCookie = () => signOut({ redirect: false, redirectTo: '/' })

/** The token of the session cookie that came with this request, if it is whole. */
export async function readCookie(): Promise<string | undefined> {
  const cookie = (await headers()).get('cookie') ?? ''
  const sealed = await getToken({
    req: { headers: { cookie } },
    secret: env.AUTH_SECRET,
    cookieName: sessionCookie,
    salt: sessionCookie,
    secureCookie: secure,
  })
  return typeof sealed?.sid === 'string' ? sealed.sid : undefined
}
