import 'server-only'
import { and, eq, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { contributors, delegations, delegationWorkers, firms, users } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import type { Transaction } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { keepAccesses } from './accesses'

/** A delegation by what it covers: whose position, which days, which workers. */
type Perimeter = Pick<
  typeof delegations.$inferSelect,
  'contributorId' | 'scope' | 'exclusive' | 'delegateCode' | 'startsOn' | 'endsOn'
> & { id?: string; workers: string[] }

type Activation = { userId: string; firmId: string | null; signedOn?: string }

/**
 * Part of the change that accepts or validates a delegation: from here on it gives rights. One at a time for each
 * contributor, so that of two exclusive ones activated at the same instant one wins.
 * @throws Refusal('conflict') when another one covers the same perimeter and one of the two is exclusive, or it is the same
 * delegate again, or its last day is gone
 */
export async function activateDelegation(
  actor: Actor,
  tx: Transaction,
  delegationId: string,
  { userId, firmId, signedOn }: Activation,
) {
  const [delegation] = await tx.select().from(delegations).where(eq(delegations.id, delegationId))
  if (!delegation) throw new Refusal('not-found', 'Questa delega non c’è più.')
  if (delegation.endsOn !== null && delegation.endsOn < romeDate(new Date()))
    throw new Refusal('conflict', 'L’ultimo giorno di questa delega è già passato: ne serve una nuova.')
  await refuseConflict(actor, tx, { ...delegation, workers: await workersOf(tx, delegationId) })
  await tx
    .update(delegations)
    .set({
      status: 'active',
      delegateId: userId,
      firmId,
      activatedAt: new Date(),
      activatedBy: userId,
      ...(signedOn && { signedOn }),
    })
    .where(eq(delegations.id, delegationId))
  await keepAccesses(actor, tx, { delegationIds: [delegationId] })
}

const workersOf = async (tx: Transaction, delegationId: string) =>
  (
    await tx
      .select({ codiceFiscale: delegationWorkers.codiceFiscale })
      .from(delegationWorkers)
      .where(and(eq(delegationWorkers.delegationId, delegationId), isNull(delegationWorkers.removedAt)))
  ).map(({ codiceFiscale }) => codiceFiscale)

/**
 * Holds the contributor, then looks for a delegation in force that cannot stand beside this one (domain.md §3.2): an
 * exclusive one excludes any other on its perimeter, which is the whole position or, when partial, its workers.
 * @throws Refusal('conflict') that names it and says what to do
 */
export async function refuseConflict(_actor: Actor, tx: Transaction, wanted: Perimeter) {
  await tx
    .select({ id: contributors.id })
    .from(contributors)
    .where(eq(contributors.id, wanted.contributorId))
    .for('no key update')
  const [other] = await tx
    .select({
      exclusive: delegations.exclusive,
      delegateCode: delegations.delegateCode,
      startsOn: delegations.startsOn,
      holder: sql<string>`coalesce(${firms.denomination}, ${users.firstName} || ' ' || ${users.lastName})`,
    })
    .from(delegations)
    .innerJoin(users, eq(users.id, delegations.delegateId))
    .leftJoin(firms, eq(firms.id, delegations.firmId))
    .where(
      and(
        eq(delegations.contributorId, wanted.contributorId),
        inArray(delegations.status, ['active', 'suspended']),
        wanted.id === undefined ? undefined : ne(delegations.id, wanted.id),
        wanted.endsOn === null ? undefined : lte(delegations.startsOn, wanted.endsOn),
        or(isNull(delegations.endsOn), gte(delegations.endsOn, wanted.startsOn)),
        samePerimeter(wanted),
        or(
          eq(delegations.delegateCode, wanted.delegateCode),
          wanted.exclusive ? sql`true` : eq(delegations.exclusive, true),
        ),
      ),
    )
    .orderBy(delegations.activatedAt)
    .limit(1)
  if (other) throw new Refusal('conflict', wordsOf(other, wanted))
}

const samePerimeter = ({ scope, workers }: Perimeter) =>
  scope === 'total' || workers.length === 0
    ? undefined
    : or(
        eq(delegations.scope, 'total'),
        sql`exists (select from ${delegationWorkers} held where held.delegation_id = ${delegations.id}
          and held.removed_at is null and held.codice_fiscale = any(${sql.param(workers)}::text[]))`,
      )

function wordsOf(
  {
    exclusive,
    delegateCode,
    startsOn,
    holder,
  }: { exclusive: boolean; delegateCode: string; startsOn: string; holder: string },
  wanted: Perimeter,
) {
  const since = `dal ${formatItalianDate(startsOn)}`
  if (delegateCode === wanted.delegateCode)
    return `${holder} ha già una delega su questa posizione ${since}: va prima revocata, o lasciata finire.`
  return exclusive
    ? `C’è già una delega esclusiva a ${holder} ${since}: finché vale non se ne può attivare un’altra. Va revocata dal contribuente, o ${holder} deve rinunciarvi.`
    : `Una delega esclusiva non può stare accanto a quella di ${holder}, attiva ${since}: va prima revocata, oppure fai questa non esclusiva.`
}
