import 'server-only'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { contributors, delegations, firmMembers, users } from '@/db/schema'
import type { DelegationAct } from '@/db/vocabulary'
import type { Portfolio } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { ownDelegations, visibleDelegations } from '../policy'
import { statusesFor, statusLabels } from '../status'

export type Holder = { id: string; codiceFiscale: string; firmId: string }

/**
 * The actor as the holder of their firm, held until the change ends: of two files loaded at the same instant one waits.
 * @throws Refusal('forbidden') for whoever is not (any more) the holder of a firm
 */
export async function holdHolder(actor: Portfolio, tx: Transaction): Promise<Holder> {
  const [holder] = await tx
    .select({ id: users.id, codiceFiscale: users.codiceFiscale, firmId: firmMembers.firmId })
    .from(firmMembers)
    .innerJoin(users, eq(users.id, firmMembers.userId))
    .where(
      and(
        eq(firmMembers.userId, actor.id),
        eq(firmMembers.role, 'holder'),
        isNotNull(firmMembers.acceptedAt),
        isNull(firmMembers.endedAt),
      ),
    )
    .for('no key update', { of: firmMembers })
  if (!holder || actor.firm?.role !== 'holder' || holder.firmId !== actor.firm.id)
    throw new Refusal('forbidden', 'Solo il titolare di uno studio compila e valida le deleghe indirette.')
  return holder
}

export type Held = Awaited<ReturnType<typeof hold>>[number]

/** Delegations on which the actor does `act` as the delegate, held until the change ends; always in the same order. */
export function hold(actor: Portfolio, tx: Transaction, act: DelegationAct, ids: string[]) {
  return tx
    .select({
      id: delegations.id,
      contributorId: delegations.contributorId,
      denomination: contributors.denomination,
      firmId: delegations.firmId,
      scope: delegations.scope,
      status: delegations.status,
      endsOn: delegations.endsOn,
    })
    .from(delegations)
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .where(
      and(
        visibleDelegations(actor),
        ownDelegations(actor, act),
        sql`${delegations.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .orderBy(delegations.contributorId, delegations.id)
    .for('no key update', { of: delegations })
}

export const gone = 'Questa delega non c’è, o non è tua.'

/** Why a delegate may not do `act` to it, if they may not; `firmId` is theirs, when it matters. */
export function refusalOf(
  _actor: Portfolio,
  act: DelegationAct,
  { status, firmId }: Pick<Held, 'status' | 'firmId'>,
  ownFirmId: string | null = firmId,
) {
  if (!statusesFor(act).includes(status))
    return new Refusal('conflict', `Questa delega ora è in un altro stato: ${statusLabels[status].toLowerCase()}.`)
  if (firmId !== ownFirmId) return new Refusal('forbidden', 'Questa delega è stata compilata per un altro studio.')
  return undefined
}

/**
 * One of them, for an act of the delegate's.
 * @param ownFirmId the actor's firm, for an act that only its holder does
 * @throws Refusal when it is not there, is somebody else's, or stands where the act cannot be done
 */
export async function holdFor(actor: Portfolio, tx: Transaction, act: DelegationAct, id: string, ownFirmId?: string) {
  const [held] = await hold(actor, tx, act, [id])
  if (!held) throw new Refusal('not-found', gone)
  const refusal = refusalOf(actor, act, held, ownFirmId)
  if (refusal) throw refusal
  return held
}
