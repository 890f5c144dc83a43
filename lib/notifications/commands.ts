import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { notificationPreferences, notificationRhythms } from '@/db/schema'
import type { DigestRhythm } from '@/db/vocabulary'
import type { Person } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { mayHear, ownPreferences } from './policy'
import type { Wish } from './preference-schema'

type About = { about: 'contributor' | 'group'; aboutId: string }

/** How often a person wants to hear, and of what by which channel, in general. */
export async function keepPreferences(actor: Person, { rhythm, wishes }: { rhythm: DigestRhythm; wishes: Wish[] }) {
  await change(actor, 'preferences.kept', async (tx) => {
    await tx
      .insert(notificationRhythms)
      .values({ userId: actor.id, rhythm })
      .onConflictDoUpdate({ target: notificationRhythms.userId, set: { rhythm } })
    await keepWishes(actor, tx, wishes, {})
    return { id: actor.id }
  })
}

/**
 * The same for one contributor, or for a group of the firm's clients, instead of what holds in general.
 * @throws Refusal('not-found') for a contributor one may not act for, or a group that is not one's firm's
 */
export async function keepException(actor: Person, { about, aboutId, wishes }: About & { wishes: Wish[] }) {
  await change(actor, 'preferences.kept', async (tx) => {
    const [allowed] = await tx.execute<{ yes: boolean }>(sql`select ${mayHear(actor, about, sql`${aboutId}`)} as yes`)
    if (!allowed!.yes) throw new Refusal('not-found', 'Qui non c’è più niente da scegliere: ricarica la pagina.')
    await keepWishes(actor, tx, wishes, about === 'contributor' ? { contributorId: aboutId } : { groupId: aboutId })
    return { id: actor.id }
  })
}

/** Forgets an exception: what holds in general holds again. Twice is once. */
export async function removeException(actor: Person, { about, aboutId }: About) {
  await change(actor, 'preferences.kept', async (tx) => {
    const removed = await tx
      .delete(notificationPreferences)
      .where(
        and(
          ownPreferences(actor),
          about === 'contributor'
            ? and(eq(notificationPreferences.contributorId, aboutId), isNull(notificationPreferences.groupId))
            : eq(notificationPreferences.groupId, aboutId),
        ),
      )
      .returning({ id: notificationPreferences.id })
    return removed.length > 0 ? { id: actor.id } : undefined
  })
}

async function keepWishes(
  actor: Person,
  tx: Transaction,
  wishes: Wish[],
  about: { contributorId?: string; groupId?: string },
) {
  await tx
    .insert(notificationPreferences)
    .values(wishes.map((wish) => ({ userId: actor.id, ...about, ...wish })))
    .onConflictDoUpdate({
      target: [
        notificationPreferences.userId,
        notificationPreferences.contributorId,
        notificationPreferences.groupId,
        notificationPreferences.kind,
      ],
      set: { byEmail: sql`excluded.by_email`, bySms: sql`excluded.by_sms` },
    })
}
