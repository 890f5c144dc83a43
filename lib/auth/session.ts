import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { UnitCode } from '@/db/vocabulary'
import { findAccess, findContributor } from '@/lib/contributors/queries'
import { findCalendar } from '@/lib/deadlines/queries'
import { env } from '@/lib/env'
import { findOwnFirm } from '@/lib/firms/queries/own'
import { log } from '@/lib/logging/log'
import { requestFields } from '@/lib/logging/request'
import { isUuid } from '@/lib/identifiers/uuid'
import type { Administrator, ContributorSide, Lapsed, Officer, Person, Portfolio } from './actor'
import { readCookie } from './cookie'
import { findSession } from './queries'
import { touchSession } from './touch'
import { verify } from './verify'

/** Somebody who has not signed in, or who need not for what they ask. */
export const visitor = () => verify({ kind: 'visitor' })

/** The session behind this request: asked of the database once for each request, never remembered between two. */
const current = cache(async () => {
  const token = await readCookie()
  const session = token === undefined ? undefined : await findSession(visitor(), token)
  if (session?.stands && session.untouched) await touchSession(session.id)
  return session
})

const standing = async () => {
  const session = await current()
  return session?.stands ? session : undefined
}

/**
 * Sign-in, then back to the address asked for. The proxy notes that address in a header that a client cannot set.
 * @param query what the page must find in its address when the person is back
 */
export async function toSignIn(query: Record<string, string> = {}): Promise<never> {
  const asked = new URL((await headers()).get('x-portal-address') ?? '/area', env.PORTAL_URL)
  for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value)
  const wasHere = (await readCookie()) !== undefined
  redirect(
    `/accesso?${new URLSearchParams({ ritorno: asked.pathname + asked.search, ...(wasHere && { scaduta: '1' }) })}`,
  )
}

async function requireSession() {
  const session = (await standing()) ?? (await toSignIn())
  if (!session.pinChosenAt) redirect('/accesso/nuovo-pin')
  return session
}

const personOf = (session: { id: string; userId: string; pinLevel: Person['pinLevel'] }): Person =>
  verify({ kind: 'person', id: session.userId, sessionId: session.id, pinLevel: session.pinLevel })

/** For the header alone: who is signed in and which sides open to them. */
export const signedInPerson = cache(async () => {
  const session = await standing()
  if (!session) return undefined
  const chosen = session.pinChosenAt !== null
  return {
    name: `${session.firstName} ${session.lastName}`,
    sides: {
      area: chosen && !session.officeCode && !session.administratorId,
      sede: chosen && session.officeCode !== null,
      amministrazione: chosen && session.administratorId !== null,
    },
  }
})

/** Who is signed in, if anybody: for a route handler, which answers in its own way when nobody is. */
export async function currentPerson(): Promise<Person | undefined> {
  const session = await standing()
  return session && personOf(session)
}

export const requirePerson = cache(async (): Promise<Person> => personOf(await requireSession()))

/** The one page open to an initial PIN: the choice of a new one. */
export const requirePersonBeforePin = cache(async (): Promise<Person & { initial: boolean }> => {
  const session = (await standing()) ?? (await toSignIn())
  return { ...personOf(session), initial: session.pinChosenAt === null }
})

/** A door that is not this person's: as if it were not there, but noted. */
async function deny(actorId: string, actorKind: string): Promise<never> {
  log('warn', 'access.denied', { ...(await requestFields()), actorId, actorKind })
  notFound()
}

/** Asked once for each request, however many parts of a page show it. */
const contributorFor = cache(async (profile: string) =>
  isUuid(profile) ? findContributor(await requirePerson(), profile) : undefined,
)

/** @param profile the contributor in the address; what one may not act for does not exist. */
export const requireContributorSide = cache(async (profile: string): Promise<ContributorSide> => {
  const person = await requirePerson()
  const contributor = await contributorFor(profile)
  if (!contributor) return deny(person.id, 'contributor')
  return verify({
    kind: 'contributor',
    id: person.id,
    contributorId: contributor.id,
    title: contributor.title,
    delegation: delegationOf(contributor),
    pinLevel: person.pinLevel,
  })
})

const delegationOf = ({ delegationId, firmId }: { delegationId: string | null; firmId: string | null }) =>
  delegationId === null ? undefined : { id: delegationId, firmId }

/** Somebody who looks at all their contributors at once (`/area/tutti`), with the firm they are in now. */
export const requirePortfolio = cache(async (): Promise<Portfolio> => {
  const { id, pinLevel } = await requirePerson()
  return verify({ kind: 'portfolio', id, pinLevel, firm: await findOwnFirm(await requirePerson()) })
})

/** One of the contributors of a portfolio, for an act on it: the right is asked anew. Undefined when there is none (any more). */
export async function sideOf(actor: Portfolio, contributorId: string): Promise<ContributorSide | undefined> {
  const access = await findAccess(actor, contributorId)
  return (
    access &&
    verify({
      kind: 'contributor',
      id: actor.id,
      contributorId,
      title: access.title,
      delegation: delegationOf(access),
      pinLevel: actor.pinLevel,
    })
  )
}

/**
 * Whoever holds the secret of a calendar address: reads deadlines as with a PIN *online*, while the person whose it is may
 * still act for the contributor. Undefined when it opens nothing (any more).
 */
export async function calendarSide(secret: string): Promise<ContributorSide | undefined> {
  const calendar = await findCalendar(visitor(), secret)
  if (!calendar) return undefined
  const { userId, contributorId, title } = calendar
  const delegation = delegationOf(calendar)
  return verify({ kind: 'contributor', id: userId, contributorId, title, delegation, pinLevel: 'online' })
}

/** What is said, around every page, of the contributor one acts for. */
export const currentContributor = async (actor: ContributorSide) => (await contributorFor(actor.contributorId))!

export const requireOfficer = cache(async (): Promise<Officer> => {
  const { userId, officeCode, officerRole, unitCodes } = await requireSession()
  if (!officeCode || !officerRole) return deny(userId, 'officer')
  return verify({ kind: 'officer', id: userId, officeCode, role: officerRole, unitCodes: unitCodes as UnitCode[] })
})

export const requireAdmin = cache(async (): Promise<Administrator> => {
  const { administratorId, userId } = await requireSession()
  if (!administratorId) return deny(userId, 'administrator')
  return verify({ kind: 'administrator', id: administratorId })
})

/** Whose side a composing form is on: the contributor named, or the officer's desk. Undefined when nobody is signed in. */
export async function composingSide(profile: string | null): Promise<ContributorSide | Officer | undefined> {
  if (!(await standing())) return undefined
  return profile === null ? requireOfficer() : requireContributorSide(profile)
}

/** Whoever's session went idle while they wrote: enough to keep their draft, and for nothing else. */
export async function lapsedPerson(): Promise<Lapsed | undefined> {
  const session = await current()
  return session && !session.stands
    ? verify({ kind: 'lapsed', id: session.userId, pinLevel: session.pinLevel })
    : undefined
}
