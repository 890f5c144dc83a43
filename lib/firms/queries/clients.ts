import 'server-only'
import { and, asc, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { clientGroupMembers, clientGroups, contributors, firmClients, users } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { pageSize } from '@/lib/pagination'
import { clientsOf, ofFirm } from '../policy'

export type ClientFilters = {
  /** A piece of the name or of the own code, or the beginning of a codice fiscale. */
  words?: string | undefined
  groupId?: string | undefined
  /** Clients that are not in that group. */
  outside?: string | undefined
  /** Of the firm, or `nobody`. */
  assigneeId?: string | undefined
}

const groupsOf = (actor: Portfolio) => sql<{ id: string; name: string }[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', ${clientGroups.id}, 'name', ${clientGroups.name}) order by ${clientGroups.name}), '[]')
  from ${clientGroupMembers} join ${clientGroups} on ${clientGroups.id} = ${clientGroupMembers.groupId}
  where ${clientGroupMembers.contributorId} = ${contributors.id} and ${ofFirm(actor, clientGroups.firmId)})`

const columns = (actor: Portfolio) => ({
  id: contributors.id,
  denomination: contributors.denomination,
  codiceFiscale: contributors.codiceFiscale,
  clientCode: firmClients.clientCode,
  note: firmClients.note,
  assigneeId: firmClients.assigneeId,
  assigneeName: sql<string | null>`${users.firstName} || ' ' || ${users.lastName}`,
  groups: groupsOf(actor),
})

const clients = (actor: Portfolio) =>
  db
    .select(columns(actor))
    .from(contributors)
    .leftJoin(firmClients, and(eq(firmClients.contributorId, contributors.id), ofFirm(actor, firmClients.firmId)))
    .leftJoin(users, eq(users.id, firmClients.assigneeId))

const visibleClients = (actor: Portfolio) => sql`${contributors.id} = any(${clientsOf(actor)})`

const inGroup = (actor: Portfolio, groupId: string) =>
  sql`${contributors.id} in (select ${clientGroupMembers.contributorId} from ${clientGroupMembers} join ${clientGroups} on ${clientGroups.id} = ${clientGroupMembers.groupId} where ${clientGroups.id} = ${groupId}::uuid and ${ofFirm(actor, clientGroups.firmId)})`

const escaped = (words: string) => words.replace(/[\\%_]/g, (mark) => `\\${mark}`)

function chosen(actor: Portfolio, { words, groupId, outside, assigneeId }: ClientFilters): SQL | undefined {
  return and(
    visibleClients(actor),
    words
      ? or(
          ilike(contributors.denomination, `%${escaped(words)}%`),
          ilike(firmClients.clientCode, `%${escaped(words)}%`),
          ilike(contributors.codiceFiscale, `${escaped(normaliseCodiceFiscale(words)) || '\\'}%`),
        )
      : undefined,
    groupId ? inGroup(actor, groupId) : undefined,
    outside ? sql`not ${inGroup(actor, outside)}` : undefined,
    assigneeId === 'nobody'
      ? isNull(firmClients.assigneeId)
      : assigneeId
        ? eq(firmClients.assigneeId, assigneeId)
        : undefined,
  )
}

/**
 * The firm's clients for whom the actor works, by name, 25 at a time: however many they are. An address names the client
 * after whom a page begins by id alone.
 */
export async function listClients(actor: Portfolio, filters: ClientFilters = {}, after?: string) {
  const rows = await clients(actor)
    .where(
      and(
        chosen(actor, filters),
        after
          ? sql`(${contributors.denomination}, ${contributors.id}) > (select last.denomination, last.id from ${contributors} last where last.id = ${after}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(contributors.denomination), asc(contributors.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)!.id : undefined }
}

/** How many those are in all. */
export async function countClients(actor: Portfolio, filters: ClientFilters = {}) {
  const [counted] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(contributors)
    .leftJoin(firmClients, and(eq(firmClients.contributorId, contributors.id), ofFirm(actor, firmClients.firmId)))
    .where(chosen(actor, filters))
  return counted!.count
}

/** One of them. */
export async function findClient(actor: Portfolio, contributorId: string) {
  const [client] = await clients(actor).where(and(visibleClients(actor), eq(contributors.id, contributorId)))
  return client
}
