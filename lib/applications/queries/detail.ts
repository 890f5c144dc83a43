import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/read'
import { applications, notices, provisions, refusalProposals, requests, users } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleRequests } from '@/lib/requests/policy'
import type { ProvisionContent } from '../provision'

/** What an istanza contains, beside the request that it is (`lib/requests/queries/detail.ts`). */
export async function findApplication(actor: ContributorSide | Officer, requestId: string) {
  const [application] = await db
    .select({
      requestId: applications.requestId,
      contributorId: applications.contributorId,
      kind: sql<string>`${requests.applicationKind}`,
      kindVersion: applications.kindVersion,
      answers: applications.answers,
      sections: applications.sections,
      figures: applications.figures,
      declaration: applications.declaration,
      termDays: applications.termDays,
      /** L. 241/1990 art. 5: who is responsible for the procedure is told to who began it, once somebody took it up. */
      responsible: sql<
        string | null
      >`(select holder.first_name || ' ' || holder.last_name from ${users} holder where holder.id = ${requests.officerId})`,
      submittedAt: requests.submittedAt,
      notice: { id: notices.id, protocollo: notices.protocollo },
    })
    .from(applications)
    .innerJoin(requests, and(eq(requests.id, applications.requestId), visibleRequests(actor)))
    .leftJoin(notices, eq(notices.id, applications.noticeId))
    .where(eq(applications.requestId, requestId))
  return application
}

/** The decision, when there is one. Of who decided the contributor reads the office, in its content. */
export async function findProvision(actor: ContributorSide | Officer, requestId: string) {
  const [provision] = await db
    .select({
      protocollo: provisions.protocollo,
      outcome: provisions.outcome,
      content: provisions.content,
      sha256: provisions.sha256,
      decidedAt: provisions.decidedAt,
    })
    .from(provisions)
    .innerJoin(requests, and(eq(requests.id, provisions.requestId), visibleRequests(actor)))
    .where(eq(provisions.requestId, requestId))
  return provision && { ...provision, content: provision.content as ProvisionContent }
}

/** Refusals proposed for an istanza, the last first, with who answered: the office's own business. */
export function listProposals(actor: Officer, requestId: string) {
  const colleague = alias(users, 'colleague')
  return db
    .select({
      id: refusalProposals.id,
      proposedBy: refusalProposals.proposedBy,
      proposer: sql<string>`${users.firstName} || ' ' || ${users.lastName}`,
      proposedAt: refusalProposals.proposedAt,
      facts: refusalProposals.facts,
      law: refusalProposals.law,
      answer: refusalProposals.answer,
      answeredAt: refusalProposals.answeredAt,
      answerer: sql<string | null>`${colleague.firstName} || ' ' || ${colleague.lastName}`,
      note: refusalProposals.note,
    })
    .from(refusalProposals)
    .innerJoin(requests, and(eq(requests.id, refusalProposals.requestId), visibleRequests(actor)))
    .innerJoin(users, eq(users.id, refusalProposals.proposedBy))
    .leftJoin(colleague, eq(colleague.id, refusalProposals.answeredBy))
    .where(eq(refusalProposals.requestId, requestId))
    .orderBy(desc(refusalProposals.proposedAt))
}
