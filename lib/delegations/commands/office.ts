import 'server-only'
import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { delegations } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change } from '@/lib/change'
import { announceDelegation } from '@/lib/notifications/delegations'
import { Refusal } from '@/lib/refusal'
import { visibleDelegations } from '../policy'
import { statusesFor, transitions } from '../status'
import { keepAccesses } from './accesses'

type Deed = { delegationId: string; text: string }

/**
 * The office closes the door of a delegation, or opens it again, with a reason that the contributor reads.
 * @throws Refusal('conflict') when the delegation is in another status, is over, or is of another office's contributor
 */
async function act(actor: Officer, name: 'suspend' | 'reinstate', { delegationId, text }: Deed) {
  const { change: changeName, to } = transitions[name]
  return change(actor, changeName, async (tx) => {
    const [moved] = await tx
      .update(delegations)
      .set({ status: to, reason: text })
      .where(
        and(
          visibleDelegations(actor),
          eq(delegations.id, delegationId),
          inArray(delegations.status, statusesFor(name)),
          or(isNull(delegations.endsOn), gte(delegations.endsOn, romeDate(new Date()))),
        ),
      )
      .returning({ id: delegations.id, contributorId: delegations.contributorId })
    if (!moved) throw new Refusal('conflict', 'Lo stato di questa delega è cambiato: torna al contribuente e guarda.')
    await keepAccesses(actor, tx, { delegationIds: [delegationId] })
    await announceDelegation(tx, changeName, delegationId)
    return { ...moved, details: { reason: text } }
  })
}

/** «Sospendi»: from this moment nobody enters by this delegation; whoever was entered is stopped at the next click. */
export const suspendDelegation = (actor: Officer, deed: Deed) => act(actor, 'suspend', deed)

/** «Riattiva»: the delegation opens again as it did, and no longer than it would have. */
export const reinstateDelegation = (actor: Officer, deed: Deed) => act(actor, 'reinstate', deed)
