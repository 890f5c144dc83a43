import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { accesses, clientGroupMembers, clientGroups, firmClients } from '@/db/schema'
import { accessTitles } from '@/db/vocabulary'
import type { Portfolio } from '@/lib/auth/actor'
import { openAccesses } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'

/** Part of one's contributors: one alone, those of a group of the firm, those that a colleague looks after. */
export type Narrowing = {
  contributorId?: string | undefined
  groupId?: string | undefined
  /** Of the firm; `nobody` for those that nobody was given. */
  assigneeId?: string | undefined
}
export const nobody = 'nobody'

const partialTitles = accessTitles.filter((title) => rightsOf[title].partial)
const fullTitles = accessTitles.filter((title) => !rightsOf[title].partial)

/** The firm's own layer is the firm's: to who is in none it has neither groups nor colleagues. */
const ofGroup = ({ firm }: Portfolio, groupId: string) =>
  sql`${accesses.contributorId} in (select ${clientGroupMembers.contributorId} from ${clientGroupMembers} join ${clientGroups} on ${clientGroups.id} = ${clientGroupMembers.groupId} where ${clientGroups.id} = ${groupId}::uuid and ${clientGroups.firmId} = ${firm?.id ?? null})`

const givenTo = ({ firm }: Portfolio, assigneeId: string) => {
  const given = sql`select ${firmClients.contributorId} from ${firmClients} where ${firmClients.firmId} = ${firm?.id ?? null}`
  return assigneeId === nobody
    ? sql`${accesses.contributorId} not in (${given} and ${firmClients.assigneeId} is not null)`
    : sql`${accesses.contributorId} in (${given} and ${firmClients.assigneeId} = ${assigneeId}::uuid)`
}

/** The rights over the contributors of a part of the portfolio, at this moment. */
export const chosenAccesses = (actor: Portfolio, { contributorId, groupId, assigneeId }: Narrowing = {}): SQL =>
  and(
    openAccesses(actor),
    contributorId ? eq(accesses.contributorId, contributorId) : undefined,
    groupId ? ofGroup(actor, groupId) : undefined,
    assigneeId ? givenTo(actor, assigneeId) : undefined,
  )!

const contributorsOf = (condition: SQL | undefined) =>
  sql`select distinct ${accesses.contributorId} from ${accesses} where ${condition}`

/** The contributors that one may act for, as a query of their ids: for joins, and for `in`. */
export const chosenContributors = (actor: Portfolio, narrowing: Narrowing = {}) =>
  contributorsOf(chosenAccesses(actor, narrowing))

/** The same as an array. Not for `= any(…)` over many rows: each would be compared with every one of them. */
export const allContributors = (actor: Portfolio, narrowing: Narrowing) =>
  sql`array(${chosenContributors(actor, narrowing)})`

const fullAccesses = (actor: Portfolio, narrowing: Narrowing) =>
  and(chosenAccesses(actor, narrowing), inArray(accesses.title, fullTitles))

const sendingTitles = accessTitles.filter((title) => rightsOf[title].applications === 'send')

/** Those for whom one may send an istanza, as a query of their ids. */
export const sendingContributors = (actor: Portfolio, narrowing: Narrowing) =>
  contributorsOf(and(chosenAccesses(actor, narrowing), inArray(accesses.title, sendingTitles)))

/** Those of whom one sees everything: a full right is the strongest, whatever partial ones stand beside it. */
export const fullContributors = (actor: Portfolio, narrowing: Narrowing) =>
  sql`array(${contributorsOf(fullAccesses(actor, narrowing))})`

/** Whether of a contributor one sees what was sent under one's own delegation alone. */
export const isPartial = (actor: Portfolio, contributorId: SQL) =>
  sql<boolean>`not exists (select from accesses held where held.user_id = ${actor.id} and held.contributor_id = ${contributorId} and held.valid_from <= now() and (held.valid_to is null or held.valid_to > now()) and held.title = any(${sql.param(fullTitles)}::access_title[]))`

/** Of each contributor seen in part, the delegation by which one sees it: the strongest, as `strongestFirst`. */
export const partialDelegations = (actor: Portfolio, narrowing: Narrowing) =>
  sql`select distinct on (${accesses.contributorId}) ${accesses.contributorId}, ${accesses.delegationId} from ${accesses} where ${and(
    chosenAccesses(actor, narrowing),
    inArray(accesses.title, partialTitles),
    sql`${accesses.contributorId} not in (${contributorsOf(fullAccesses(actor, narrowing))})`,
  )} order by ${accesses.contributorId}, ${accesses.title}, ${accesses.validFrom}, ${accesses.id}`
