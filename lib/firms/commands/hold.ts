import 'server-only'
import { and, eq } from 'drizzle-orm'
import { firmMembers, firms } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { standing } from '../policy'

/**
 * Part of the changes of a firm: the actor's own, held until the end, so that its people, subdelegations and groups change
 * one at a time. The actor is looked for among its people anew.
 * @throws Refusal('forbidden') to who is in no firm (any more) or, with `holder`, is not its holder
 */
export async function holdFirm(actor: Portfolio, tx: Transaction, { holder = false } = {}) {
  const [firm] = actor.firm
    ? await tx
        .select({ id: firms.id, kind: firms.kind, denomination: firms.denomination })
        .from(firms)
        .where(eq(firms.id, actor.firm.id))
        .for('update')
    : []
  const [member] = firm
    ? await tx
        .select({ role: firmMembers.role })
        .from(firmMembers)
        .where(and(standing, eq(firmMembers.firmId, firm.id), eq(firmMembers.userId, actor.id)))
    : []
  if (!firm || !member) throw new Refusal('forbidden', 'Non fai parte di questo studio.')
  if (holder && member.role !== 'holder') throw new Refusal('forbidden', 'Può farlo soltanto il titolare dello studio.')
  return firm
}
