import 'server-only'
import { and, count, eq, isNull } from 'drizzle-orm'
import { calendarFeeds, users } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { hashToken, newToken } from '@/lib/auth/token'
import { change } from '@/lib/change'
import { Refusal } from '@/lib/refusal'

/** As many as a person has devices, and some more. */
const mostCalendars = 5

const ownOpen = (actor: ContributorSide) =>
  and(
    eq(calendarFeeds.userId, actor.id),
    eq(calendarFeeds.contributorId, actor.contributorId),
    isNull(calendarFeeds.revokedAt),
  )

/**
 * Makes a private calendar address.
 * @returns its id and its secret (256 bits), which nobody can be shown again: only its hash is kept
 * @throws Refusal('conflict') past five addresses in use
 */
export async function openCalendar(actor: ContributorSide) {
  const secret = newToken()
  const { id } = await change(actor, 'calendar.opened', async (tx) => {
    // One at a time for each person: two at once would both find room.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.id)).for('no key update')
    const [open] = await tx.select({ count: count() }).from(calendarFeeds).where(ownOpen(actor))
    if (open!.count >= mostCalendars)
      throw new Refusal(
        'conflict',
        `Hai già ${mostCalendars} indirizzi di calendario: revocane uno che non usi, poi riprova.`,
      )
    const [feed] = await tx
      .insert(calendarFeeds)
      .values({ userId: actor.id, contributorId: actor.contributorId, secretHash: hashToken(secret) })
      .returning({ id: calendarFeeds.id })
    return feed!
  })
  return { id, secret }
}

/** «Revoca»: the address answers nothing from now on. */
export async function closeCalendar(actor: ContributorSide, { id }: { id: string }) {
  await change(actor, 'calendar.closed', async (tx) => {
    const [closed] = await tx
      .update(calendarFeeds)
      .set({ revokedAt: new Date() })
      .where(and(ownOpen(actor), eq(calendarFeeds.id, id)))
      .returning({ id: calendarFeeds.id })
    if (!closed) throw new Refusal('conflict', 'Questo indirizzo è già stato revocato.')
    return closed
  })
}
