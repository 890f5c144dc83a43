import 'server-only'
import { and, asc, desc, eq, ilike, isNull, lt, or, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import {
  accesses,
  clientGroups,
  contributors,
  notificationPreferences,
  notificationRhythms,
  outgoingMessages,
} from '@/db/schema'
import type { DigestRhythm } from '@/db/vocabulary'
import type { Person, Visitor } from '@/lib/auth/actor'
import { maskContact } from '@/lib/contacts/words'
import { openAccesses } from '@/lib/contributors/policy'
import { env } from '@/lib/env'
import { type Cursor, pageOf, pageSize } from '@/lib/pagination'
import { mayHear, ownMessages, ownPreferences } from './policy'
import { unsaid } from './preference-schema'

const pageLength = 50

/**
 * What the portal has sent or is about to send, the newest first, 50 at a time: for whoever tries the demonstration, and
 * nobody else. Ids are sorted by birth.
 * @param after the last id of the page before; from the newest when missing
 * @returns the messages, and the id after which the next page begins, if there is one
 */
export async function listOutgoingMessages(_actor: Visitor, after?: string) {
  if (!env.DEMO) return { messages: [], next: undefined }
  const rows = await db
    .select({
      id: outgoingMessages.id,
      channel: outgoingMessages.channel,
      recipient: outgoingMessages.recipient,
      subject: outgoingMessages.subject,
      body: outgoingMessages.body,
      status: outgoingMessages.status,
      attempts: outgoingMessages.attempts,
      createdAt: outgoingMessages.createdAt,
    })
    .from(outgoingMessages)
    .where(after === undefined ? undefined : lt(outgoingMessages.id, after))
    .orderBy(desc(outgoingMessages.id))
    .limit(pageLength + 1)
  const messages = rows.slice(0, pageLength)
  return { messages, next: rows.length > pageLength ? messages.at(-1)?.id : undefined }
}

/** How often a person hears and of what, in general: what they said, or what holds for who said nothing. */
export async function findPreferences(actor: Person) {
  const [[said], wishes, some] = await Promise.all([
    db
      .select({ rhythm: notificationRhythms.rhythm })
      .from(notificationRhythms)
      .where(eq(notificationRhythms.userId, actor.id)),
    findWishes(actor),
    db.selectDistinct({ contributorId: accesses.contributorId }).from(accesses).where(openAccesses(actor)).limit(2),
  ])
  const usual: DigestRhythm = some.length > 1 ? 'daily' : 'at_once'
  return { rhythm: said?.rhythm ?? usual, wishes }
}

type About = { about: 'contributor' | 'group'; aboutId: string }

/** What a person said of one contributor or group, or else in general, kind by kind. */
async function findWishes(actor: Person, exception?: About) {
  const said = await db
    .select({
      kind: notificationPreferences.kind,
      byEmail: notificationPreferences.byEmail,
      bySms: notificationPreferences.bySms,
      general: sql<boolean>`num_nonnulls(${notificationPreferences.contributorId}, ${notificationPreferences.groupId}) = 0`,
    })
    .from(notificationPreferences)
    .where(
      and(
        ownPreferences(actor),
        or(
          and(isNull(notificationPreferences.contributorId), isNull(notificationPreferences.groupId)),
          exception &&
            (exception.about === 'contributor'
              ? eq(notificationPreferences.contributorId, exception.aboutId)
              : eq(notificationPreferences.groupId, exception.aboutId)),
        ),
      ),
    )
  return unsaid.map((usual) => {
    const own = said.filter(({ kind }) => kind === usual.kind)
    const { byEmail, bySms } = own.find(({ general }) => !general) ?? own[0] ?? usual
    return { kind: usual.kind, byEmail, bySms }
  })
}

/** One contributor or group of which a person may wish something else, and what holds for it now. */
export async function findException(actor: Person, { about, aboutId }: About) {
  const [named] =
    about === 'contributor'
      ? await db
          .select({ name: contributors.denomination })
          .from(contributors)
          .where(and(eq(contributors.id, aboutId), mayHear(actor, about, sql`${contributors.id}`)))
      : await db
          .select({ name: clientGroups.name })
          .from(clientGroups)
          .where(and(eq(clientGroups.id, aboutId), mayHear(actor, about, sql`${clientGroups.id}`)))
  return named && { about, aboutId, name: named.name, wishes: await findWishes(actor, { about, aboutId }) }
}

/** The exceptions of a person, for those they may still act for, by name. */
export async function listExceptions(actor: Person) {
  const ofContributors = await db
    .selectDistinct({ aboutId: contributors.id, name: contributors.denomination })
    .from(notificationPreferences)
    .innerJoin(contributors, eq(contributors.id, notificationPreferences.contributorId))
    .where(and(ownPreferences(actor), mayHear(actor, 'contributor', sql`${contributors.id}`)))
    .orderBy(asc(contributors.denomination), asc(contributors.id))
  const ofGroups = await db
    .selectDistinct({ aboutId: clientGroups.id, name: clientGroups.name })
    .from(notificationPreferences)
    .innerJoin(clientGroups, eq(clientGroups.id, notificationPreferences.groupId))
    .where(and(ownPreferences(actor), mayHear(actor, 'group', sql`${clientGroups.id}`)))
    .orderBy(asc(clientGroups.name))
  return [
    ...ofGroups.map((one) => ({ about: 'group' as const, ...one })),
    ...ofContributors.map((one) => ({ about: 'contributor' as const, ...one })),
  ]
}

/** The groups of a person's firm, of which they may wish something else. */
export function listOwnGroups(actor: Person) {
  return db
    .select({ id: clientGroups.id, name: clientGroups.name })
    .from(clientGroups)
    .where(mayHear(actor, 'group', sql`${clientGroups.id}`))
    .orderBy(asc(clientGroups.name))
}

const shownFound = 20

/** Contributors that one may act for, by a piece of their name or by their codice fiscale: twenty at most, by name. */
export function findOwnContributors(actor: Person, words: string) {
  const typed = words.trim().slice(0, 100)
  const pattern = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  return db
    .selectDistinct({ id: contributors.id, name: contributors.denomination, codiceFiscale: contributors.codiceFiscale })
    .from(accesses)
    .innerJoin(contributors, eq(contributors.id, accesses.contributorId))
    .where(
      and(
        openAccesses(actor),
        or(ilike(contributors.denomination, pattern), eq(contributors.codiceFiscale, typed.toUpperCase())),
      ),
    )
    .orderBy(asc(contributors.denomination), asc(contributors.id))
    .limit(shownFound)
}

/** «Cosa ti abbiamo inviato»: what was sent to a person, the latest first. Never the whole address, nor the words. */
export async function listSentMessages(actor: Person, after?: Cursor) {
  const rows = await db
    .select({
      id: outgoingMessages.id,
      at: outgoingMessages.createdAt,
      channel: outgoingMessages.channel,
      recipient: outgoingMessages.recipient,
      change: outgoingMessages.change,
      status: outgoingMessages.status,
      handedOverAt: outgoingMessages.handedOverAt,
    })
    .from(outgoingMessages)
    .where(
      and(
        ownMessages(actor),
        after &&
          sql`(${outgoingMessages.createdAt}, ${outgoingMessages.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(outgoingMessages.createdAt), desc(outgoingMessages.id))
    .limit(pageSize + 1)
  const { rows: shown, next } = pageOf(rows, ({ at }) => at)
  return {
    messages: shown.map(({ recipient, ...message }) => ({ ...message, to: maskContact(recipient) })),
    next,
  }
}
