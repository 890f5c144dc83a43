import 'server-only'
import { and, asc } from 'drizzle-orm'
import { accesses } from '@/db/schema'
import type { ContributorSide, Portfolio } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { openAccesses, strongestFirst } from '@/lib/contributors/policy'
import { isAny } from '../any'

export type Acting = Pick<ContributorSide, 'contributorId' | 'title' | 'delegation'>

/**
 * Part of a change of many: under which title the person acts now for each of these contributors, by one question. A
 * contributor they may not act for (any more) is not there.
 */
export async function titlesFor(actor: Portfolio, tx: Transaction, contributorIds: Iterable<string>) {
  const asked = [...new Set(contributorIds)]
  const held = await tx
    .selectDistinctOn([accesses.contributorId], {
      contributorId: accesses.contributorId,
      title: accesses.title,
      delegationId: accesses.delegationId,
      firmId: accesses.firmId,
    })
    .from(accesses)
    .where(and(openAccesses(actor), isAny(accesses.contributorId, asked)))
    .orderBy(asc(accesses.contributorId), ...strongestFirst)
  return new Map<string, Acting>(
    held.map(({ contributorId, title, delegationId, firmId }) => [
      contributorId,
      { contributorId, title, delegation: delegationId === null ? undefined : { id: delegationId, firmId } },
    ]),
  )
}
