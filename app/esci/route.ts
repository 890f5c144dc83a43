import { NextResponse } from 'next/server'
import { endSession } from '@/lib/auth/commands'
import { takeCookie } from '@/lib/auth/cookie'
import { currentPerson } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/refusal'

/** Pressed twice at once: a session that is over already is what was wanted. */
function passOver(error: unknown) {
  if (!(error instanceof Refusal)) throw error
}

/** «Esci»: ends the session here and on the server, and asks the browser to forget what it showed (ASVS 14.3.1). */
export async function POST() {
  const person = await currentPerson()
  if (person) await endSession(person, person.sessionId).catch(passOver)
  await takeCookie()
  const response = NextResponse.redirect(new URL('/accesso?uscita=1', env.PORTAL_URL), 303)
  response.headers.set('clear-site-data', '"cache", "cookies", "storage"')
  return response
}
