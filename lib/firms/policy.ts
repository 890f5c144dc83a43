import { and, eq, isNotNull, isNull, notInArray, or, type Column, type SQL, sql } from 'drizzle-orm'
import { accesses, auditEvents, firmMembers, firmTasks, notices, requests, users } from '@/db/schema'
import { accessTitles } from '@/db/vocabulary'
import type { Person, Portfolio } from '@/lib/auth/actor'
import { openAccesses } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'

/** What belongs to the actor's firm, and to no other; nothing for who is in none. */
export const ofFirm = ({ firm }: Portfolio, firmId: Column): SQL => (firm ? eq(firmId, firm.id) : sql`false`)

/** Rights that a person holds by their firm. Who also represents a client of a firm sees nothing of the firm's by that. */
export const clientAccesses = (actor: Portfolio): SQL => and(openAccesses(actor), ofFirm(actor, accesses.firmId))!

/** The clients of the firm for whom this person works now, as a list of ids for `= any(…)`. */
export const clientsOf = (actor: Portfolio): SQL =>
  sql`array(select distinct ${accesses.contributorId} from ${accesses} where ${clientAccesses(actor)})`

/** Who is in a firm now. */
export const standing: SQL = and(isNotNull(firmMembers.acceptedAt), isNull(firmMembers.endedAt))!

export const clientNotices = (actor: Portfolio): SQL => sql`${notices.contributorId} = any(${clientsOf(actor)})`

const partialTitles = accessTitles.filter((title) => rightsOf[title].partial)

/** Under a partial delegation one sees what was sent under it, and nothing else (domain.md §3.9). */
export const clientRequests = (actor: Portfolio): SQL =>
  sql`exists (select from ${accesses} where ${and(
    clientAccesses(actor),
    eq(accesses.contributorId, requests.contributorId),
    or(
      notInArray(accesses.title, partialTitles),
      sql`exists (select from ${accesses} same where same.delegation_id = ${accesses.delegationId} and same.user_id = ${requests.submittedBy})`,
    ),
  )})`

/** The firm's work on papers that this person may see. Neither contributors nor officers have a way in. */
export const visibleTasks = (actor: Portfolio): SQL =>
  and(
    ofFirm(actor, firmTasks.firmId),
    sql`${firmTasks.contributorId} = any(${clientsOf(actor)})`,
    or(
      isNull(firmTasks.requestId),
      sql`exists (select from ${requests} where ${requests.id} = ${firmTasks.requestId} and ${clientRequests(actor)})`,
    ),
  )!

/** What a firm did, whatever became of its delegations: all of it for the holder, for a collaborator what they did. */
export const visibleFirmEvents = (actor: Portfolio): SQL =>
  actor.firm
    ? and(
        sql`${auditEvents.details} ->> 'firm' = ${actor.firm.id}`,
        actor.firm.role === 'holder' ? undefined : eq(auditEvents.actorId, actor.id),
      )!
    : sql`false`

/** Firms that hold out their hand to somebody's codice fiscale and wait for their yes or no. */
export const invitations = (actor: Person): SQL =>
  and(
    isNull(firmMembers.acceptedAt),
    isNull(firmMembers.endedAt),
    sql`${firmMembers.codiceFiscale} = (select ${users.codiceFiscale} from ${users} where ${users.id} = ${actor.id})`,
  )!

export const isHolder = ({ firm, pinLevel }: Portfolio) => firm?.role === 'holder' && pinLevel === 'dispositivo'
