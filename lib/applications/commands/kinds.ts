import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { closedApplicationKinds } from '@/db/schema'
import type { Administrator } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { findKind } from '../kinds'

const unknown = () => new Refusal('not-found', 'Questo tipo di istanza non c’è.')

/**
 * «Sospendi»: from now on nobody begins or sends this kind; drafts stay, and their page says what to do instead. What was
 * sent goes its way.
 * @throws Refusal when the portal has no such kind, or it is closed already
 */
export async function closeKind(actor: Administrator, { kind, instead }: { kind: string; instead: string }) {
  if (!findKind(kind)) throw unknown()
  return change(actor, 'application_kind.closed', async (tx) => {
    const [closed] = await tx
      .insert(closedApplicationKinds)
      .values({ kind, closedOn: romeDate(new Date()), instead, closedBy: actor.id })
      .onConflictDoNothing()
      .returning({ id: closedApplicationKinds.id })
    if (!closed) throw new Refusal('conflict', 'Questo tipo di istanza è già sospeso: ricarica la pagina.')
    return { ...closed, details: { kind } }
  })
}

/**
 * «Riapri»: the kind is taken again, and drafts can be sent.
 * @throws Refusal('conflict') when it is not closed
 */
export async function openKind(actor: Administrator, { kind }: { kind: string }) {
  return change(actor, 'application_kind.opened', async (tx) => {
    const [opened] = await tx
      .update(closedApplicationKinds)
      .set({ openedAt: sql`now()` })
      .where(and(eq(closedApplicationKinds.kind, kind), isNull(closedApplicationKinds.openedAt)))
      .returning({ id: closedApplicationKinds.id })
    if (!opened) throw new Refusal('conflict', 'Questo tipo di istanza è già aperto: ricarica la pagina.')
    return { ...opened, details: { kind } }
  })
}
