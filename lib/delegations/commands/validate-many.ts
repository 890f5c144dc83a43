import 'server-only'
import { and, asc, inArray, sql } from 'drizzle-orm'
import { contributors, delegations } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { promiseValidatedNews } from '@/lib/notifications/delegations'
import { Refusal } from '@/lib/refusal'
import type { Validated } from '../outcomes'
import { keepAccesses } from './accesses'
import { activateDelegation } from './activate'
import { gone, type Held, hold, holdHolder, refusalOf } from './held'

type Declared = { delegationIds: string[]; signedOn: string }

/** Delegations validated in one transaction: so many contributors are held together, and no more. */
const atOnce = 500

/**
 * «Valida», of many with one declaration: each by itself, and what is refused stops no other.
 * @param signedOn ISO day on which their contributors signed, not in the future
 * @throws Refusal('forbidden') for who is not the holder of a firm
 */
export async function validateDelegations(actor: Portfolio, { delegationIds, signedOn }: Declared): Promise<Validated> {
  const all: Validated = { validated: [], refused: [] }
  for (let from = 0; from < delegationIds.length; from += atOnce) {
    const told = await validateSome(actor, { delegationIds: delegationIds.slice(from, from + atOnce), signedOn })
    all.validated.push(...told.validated)
    all.refused.push(...told.refused)
  }
  return all
}

async function validateSome(actor: Portfolio, { delegationIds, signedOn }: Declared) {
  const told: Validated = { validated: [], refused: [] }
  await change(actor, 'delegation.validated', async (tx) => {
    const { firmId } = await holdHolder(actor, tx)
    const held = await hold(actor, tx, 'validate', delegationIds)
    const found = new Set(held.map(({ id }) => id))
    for (const id of delegationIds)
      if (!found.has(id)) told.refused.push({ id, denomination: 'Delega non trovata', reason: gone })
    const fit: Held[] = []
    for (const one of held) {
      const refusal = refusalOf(actor, 'validate', one, firmId)
      if (refusal) told.refused.push({ ...named(one), reason: refusal.message })
      else fit.push(one)
    }
    const alone = await holdAlone(tx, fit)
    await activateAlone(actor, tx, [...alone], { firmId, signedOn })
    const changed: Held[] = []
    for (const one of fit) {
      const reason = alone.has(one.id) ? undefined : await activateOne(actor, tx, one, { firmId, signedOn })
      if (reason === undefined) changed.push(one)
      else told.refused.push({ ...named(one), reason })
    }
    told.validated = changed.map(named)
    if (changed.length > 0)
      await promiseValidatedNews(
        tx,
        changed.map(({ id }) => id),
      )
    return changed.length > 0 ? changed.map(({ id, contributorId }) => ({ id, contributorId })) : undefined
  })
  return told
}

const named = ({ id, denomination }: Held) => ({ id, denomination })

/** One that may be refused: what it did is undone, and the others go on. Gives why. */
const activateOne = (actor: Portfolio, tx: Transaction, { id }: Held, given: { firmId: string; signedOn: string }) =>
  tx
    .transaction((inner) => activateDelegation(actor, inner, id, { userId: actor.id, ...given }))
    .catch((error: unknown) => {
      if (error instanceof Refusal) return error.message
      throw error
    })

/**
 * Holds the contributors, in one order, and tells those delegations that nothing can stand in the way of: their contributor
 * has no other in force, nor a second one here, and their last day is not gone.
 */
async function holdAlone(tx: Transaction, fit: Held[]) {
  const parties = fit.map(({ contributorId }) => contributorId)
  await tx
    .select({ id: contributors.id })
    .from(contributors)
    .where(sql`${contributors.id} = any(${sql.param(parties)}::uuid[])`)
    .orderBy(asc(contributors.id))
    .for('no key update')
  const others = await tx
    .selectDistinct({ contributorId: delegations.contributorId })
    .from(delegations)
    .where(
      and(
        sql`${delegations.contributorId} = any(${sql.param(parties)}::uuid[])`,
        inArray(delegations.status, ['active', 'suspended']),
      ),
    )
  const busy = new Set(others.map(({ contributorId }) => contributorId))
  const today = romeDate(new Date())
  const alone = new Set<string>()
  for (const { id, contributorId, endsOn } of fit) {
    if (busy.has(contributorId) || (endsOn !== null && endsOn < today)) continue
    busy.add(contributorId)
    alone.add(id)
  }
  return alone
}

/** What `activateDelegation` does, of many that need no look at others. */
async function activateAlone(
  actor: Portfolio,
  tx: Transaction,
  ids: string[],
  { firmId, signedOn }: { firmId: string; signedOn: string },
) {
  if (ids.length === 0) return
  await tx
    .update(delegations)
    .set({
      status: 'active',
      delegateId: actor.id,
      firmId,
      activatedAt: new Date(),
      activatedBy: actor.id,
      signedOn,
    })
    .where(inArray(delegations.id, ids))
  await keepAccesses(actor, tx, { delegationIds: ids })
}
