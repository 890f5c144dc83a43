import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { accesses, contributors, delegations, firmMembers, users } from '@/db/schema'
import type { DelegationAct, DelegationStatus } from '@/db/vocabulary'
import type { ContributorSide, Officer, Person, Portfolio } from '@/lib/auth/actor'
import { openAccesses } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'
import { standing } from '@/lib/firms/policy'
import { isAllowed } from './status'

/**
 * Which delegations this actor may see. A contributor's, by whoever may confer them; of a portfolio one's own, all those of
 * the firm for its holder, and for a collaborator those under which they work now; an office's, of its contributors.
 */
export function visibleDelegations(actor: ContributorSide | Portfolio | Officer): SQL {
  switch (actor.kind) {
    case 'contributor':
      return rightsOf[actor.title].delegates ? eq(delegations.contributorId, actor.contributorId) : sql`false`
    case 'portfolio':
      return or(
        eq(delegations.delegateId, actor.id),
        actor.firm?.role === 'holder' ? eq(delegations.firmId, actor.firm.id) : undefined,
        sql`exists (select from ${accesses} where ${accesses.delegationId} = ${delegations.id} and ${openAccesses(actor)})`,
      )!
    case 'officer':
      return sql`exists (select from ${contributors} where ${contributors.id} = ${delegations.contributorId}
        and ${contributors.officeCode} = ${actor.officeCode})`
  }
}

/**
 * On which delegations this person does `act` as the delegate: those in their own name. Those of a firm may be given back by
 * its holder of now, whoever accepted them.
 */
export const ownDelegations = (actor: Portfolio, act: DelegationAct): SQL =>
  or(
    eq(delegations.delegateId, actor.id),
    act === 'renounce'
      ? sql`exists (select from ${firmMembers} where ${and(
          eq(firmMembers.firmId, delegations.firmId),
          eq(firmMembers.userId, actor.id),
          eq(firmMembers.role, 'holder'),
          standing,
        )})`
      : undefined,
  )!

/** What is held out to somebody's codice fiscale and waits for their yes or no. */
export const invitedDelegations = (actor: Person): SQL =>
  and(
    eq(delegations.status, 'proposed'),
    sql`${delegations.delegateCode} = (select ${users.codiceFiscale} from ${users} where ${users.id} = ${actor.id})`,
  )!

/** Whether the page offers `act` on a delegation: the same rule as the command's. */
export function canAct(actor: ContributorSide | Officer, act: DelegationAct, status: DelegationStatus) {
  if (actor.kind === 'officer') return isAllowed(act, 'office', status)
  return actor.pinLevel === 'dispositivo' && rightsOf[actor.title].delegates && isAllowed(act, 'contributor', status)
}
