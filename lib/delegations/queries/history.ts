import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { auditEvents, contributors, delegations, firms, offices, users } from '@/db/schema'
import type { DelegationAct } from '@/db/vocabulary'
import type { ContributorSide, Officer, Portfolio } from '@/lib/auth/actor'
import { visibleDelegations } from '../policy'
import { transitions } from '../status'

/** What the record says of a delegation, oldest first: act, who, under which title and for which firm. Of the office, its name alone. */
export function listDelegationEvents(actor: ContributorSide | Portfolio | Officer, delegationId: string) {
  return db
    .select({
      id: auditEvents.sequence,
      at: auditEvents.at,
      change: auditEvents.change,
      actorKind: auditEvents.actorKind,
      author: sql<string | null>`case when ${auditEvents.actorKind} = 'officer' then 'Sede di ' || ${offices.name}
        else ${users.firstName} || ' ' || ${users.lastName} end`,
      title: auditEvents.title,
      firmName: firms.denomination,
      reason: sql<string | null>`${auditEvents.details} ->> 'reason'`,
      added: sql<number | null>`(${auditEvents.details} ->> 'added')::int`,
      removed: sql<number | null>`(${auditEvents.details} ->> 'removed')::int`,
    })
    .from(auditEvents)
    .innerJoin(delegations, and(eq(delegations.id, auditEvents.entityId), visibleDelegations(actor)))
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .leftJoin(firms, sql`${firms.id} = (${auditEvents.details} ->> 'firm')::uuid`)
    .where(
      and(eq(auditEvents.entityId, delegationId), sql`${auditEvents.change} = any(${sql.param(told)}::change_name[])`),
    )
    .orderBy(asc(auditEvents.sequence))
}
export type DelegationEvent = Awaited<ReturnType<typeof listDelegationEvents>>[number]

const told = [...new Set((Object.keys(transitions) as DelegationAct[]).map((act) => transitions[act].change))]
