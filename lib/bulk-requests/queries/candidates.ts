import 'server-only'
import { and, asc, count, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { clientGroupMembers, clientGroups, contributors, firmClients } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { fullContributors } from '@/lib/portfolio/policy'

/** How many a search shows; past them it asks for more words. */
export const candidatesShown = 50

/** Contributors for whom one may write about the whole position: a partial delegate names workers, one contributor at a time. */
const candidates = (actor: Portfolio) => sql`${contributors.id} = any(${fullContributors(actor, {})})`

/** The firm's own card of a contributor; to who is in no firm there is none. */
const ownCard = ({ firm }: Portfolio) =>
  and(eq(firmClients.contributorId, contributors.id), firm ? eq(firmClients.firmId, firm.id) : sql`false`)

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** One's contributors whose name, codice fiscale or own client code has the words; one more than are shown. */
export function searchCandidates(actor: Portfolio, words: string) {
  const typed = literal(words.trim())
  const code = literal(normaliseCodiceFiscale(words))
  return db
    .select({
      id: contributors.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      clientCode: firmClients.clientCode,
    })
    .from(contributors)
    .leftJoin(firmClients, ownCard(actor))
    .where(
      and(
        candidates(actor),
        or(
          ilike(contributors.denomination, `%${typed}%`),
          code === '' ? undefined : ilike(contributors.codiceFiscale, `${code}%`),
          ilike(firmClients.clientCode, `${typed}%`),
        ),
      ),
    )
    .orderBy(asc(contributors.denomination), asc(contributors.id))
    .limit(candidatesShown + 1)
}

/** The ids of all of them, or of those that are in a group of the firm. */
export async function listCandidateIds(actor: Portfolio, groupId?: string) {
  const found = await db
    .select({ id: contributors.id })
    .from(contributors)
    .where(and(candidates(actor), groupId === undefined ? undefined : inGroup(actor, groupId)))
    .orderBy(asc(contributors.denomination), asc(contributors.id))
  return found.map(({ id }) => id)
}

const inGroup = ({ firm }: Portfolio, groupId: string): SQL =>
  sql`exists (select from ${clientGroupMembers} join ${clientGroups} on ${clientGroups.id} = ${clientGroupMembers.groupId}
    where ${clientGroupMembers.contributorId} = ${contributors.id} and ${clientGroups.id} = ${groupId} and ${clientGroups.firmId} = ${firm?.id ?? null})`

/** The groups of the firm, each with how many of its clients one may write for. */
export async function listCandidateGroups(actor: Portfolio) {
  if (!actor.firm) return []
  const writable = sql`${clientGroupMembers.contributorId} = any(${fullContributors(actor, {})})`
  return db
    .select({ id: clientGroups.id, name: clientGroups.name, count: count(clientGroupMembers.contributorId) })
    .from(clientGroups)
    .leftJoin(clientGroupMembers, and(eq(clientGroupMembers.groupId, clientGroups.id), writable))
    .where(eq(clientGroups.firmId, actor.firm.id))
    .groupBy(clientGroups.id)
    .orderBy(asc(clientGroups.name))
}

/**
 * Finds one's contributors by a list of codici fiscali or own client codes.
 * @returns the ids, in the order of the list, and the codes that are of none of one's contributors
 */
export async function matchCandidates(actor: Portfolio, codes: string[]) {
  const wanted = codes.map((typed) => ({ typed, code: normaliseCodiceFiscale(typed) }))
  const found = await db
    .select({ id: contributors.id, codiceFiscale: contributors.codiceFiscale, clientCode: firmClients.clientCode })
    .from(contributors)
    .leftJoin(firmClients, ownCard(actor))
    .where(
      and(
        candidates(actor),
        sql`(${contributors.codiceFiscale} = any(${sql.param(wanted.map(({ code }) => code))}::text[]) or ${firmClients.clientCode} = any(${sql.param(codes)}::text[]))`,
      ),
    )
  const byCode = new Map(found.map(({ codiceFiscale, id }) => [codiceFiscale, id]))
  const byClientCode = new Map(found.map(({ clientCode, id }) => [clientCode, id]))
  const matched = wanted.map(({ typed, code }) => ({ typed, id: byCode.get(code) ?? byClientCode.get(typed) }))
  return {
    ids: [...new Set(matched.flatMap(({ id }) => id ?? []))],
    unknown: matched.flatMap(({ typed, id }) => (id === undefined ? [typed] : [])),
  }
}
