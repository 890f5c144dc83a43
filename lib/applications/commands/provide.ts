import 'server-only'
import { eq, sql } from 'drizzle-orm'
import {
  applications,
  contributors,
  drafts,
  offices,
  provisions,
  requests,
  threadEntries,
  units,
  users,
} from '@/db/schema'
import type { Section } from '@/db/application-content'
import { claimAttachments } from '@/lib/attachments/commands'
import type { Officer } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import type { Transaction } from '@/lib/change'
import { takeProtocollo } from '@/lib/protocol/counter'
import { Refusal } from '@/lib/refusal'
import { actionable } from '@/lib/requests/policy'
import { outcomeLabels } from '@/lib/requests/status'
import { markUnread } from '@/lib/requests/unread'
import { findKind } from '../kinds'
import { hashOf, type ProvisionContent } from '../provision'

/**
 * Part of a decision: the istanza, locked, when it may be decided now by this officer or, as the `second` of two, by any of
 * its unit. Undefined when it may not.
 * @throws Refusal when its kind is no longer in the portal
 */
export async function holdApplication(
  actor: Officer,
  tx: Transaction,
  requestId: string,
  as: 'holder' | 'second' = 'holder',
) {
  const asking = as === 'second' ? { ...actor, role: 'head' as const } : actor
  const [held] = await tx
    .select({ request: requests, application: applications })
    .from(requests)
    .innerJoin(applications, eq(applications.requestId, requests.id))
    .where(actionable(asking, requestId, 'decide'))
    .for('update', { of: requests })
  if (!held) return undefined
  const kind = findKind(held.request.applicationKind ?? '')
  if (!kind) throw new Refusal('conflict', 'Questo tipo di istanza non c’è più nel portale: rispondi con un messaggio.')
  return { ...held, kind }
}
type Standing = NonNullable<Awaited<ReturnType<typeof holdApplication>>>

type Deciding = {
  /** The id of the draft it was written in, which becomes that of the entry that announces it. */
  draftId: string
  outcome: ProvisionContent['outcome']
  facts: string
  law: string
  decided?: Section | undefined
  /** Who wrote it, when another officer confirms it: the draft and its files are theirs. */
  proposedBy?: string
  figures: ProvisionContent['figures']
  effects: string[]
}

/** The number of a provision, taken when it is first asked for: from then on the office's counter is held. */
export function numberOf(_actor: Officer, tx: Transaction, officeCode: string) {
  let taken: Promise<string> | undefined
  return () => (taken ??= takeProtocollo(tx, officeCode, romeDate(new Date())))
}

/** Part of a decision: number, provision, entry of the thread with its files, and the istanza closed. */
export async function provide(
  actor: Officer,
  tx: Transaction,
  { request, kind }: Standing,
  deciding: Deciding,
  number = numberOf(actor, tx, request.officeCode),
) {
  const { draftId, outcome, facts, law, decided, proposedBy, figures, effects } = deciding
  const now = new Date()
  const parties = await findParties(tx, request.id, request.officerId ?? actor.id)
  // Files still on their way to this draft arrive before it is sent, or are told that it was.
  await tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, draftId)).for('update')
  const protocollo = await number()
  await tx
    .update(requests)
    .set({ status: 'closed', outcome, closedAt: now, updatedAt: sql`now()` })
    .where(eq(requests.id, request.id))
  const ofRequest = { requestId: request.id, contributorId: request.contributorId }
  await tx.insert(threadEntries).values({
    id: draftId,
    ...ofRequest,
    act: 'decide',
    side: 'office',
    authorId: actor.id,
    officeCode: request.officeCode,
    unitCode: request.unitCode,
    text: `${outcomeLabels[outcome]}: provvedimento ${protocollo}.`,
    outcome,
    createdAt: now,
  })
  const writer = proposedBy ? { ...actor, id: proposedBy } : actor
  const attachments = await claimAttachments(writer, tx, { draftId, ...ofRequest, entryId: draftId })
  await tx.delete(drafts).where(eq(drafts.id, draftId))
  const content: ProvisionContent = {
    protocollo,
    decidedAt: now.toISOString(),
    outcome,
    application: {
      protocollo: request.protocollo,
      submittedAt: request.submittedAt.toISOString(),
      label: kind.label,
      summary: parties.summary ?? '',
    },
    contributor: { denomination: parties.denomination, codiceFiscale: parties.codiceFiscale },
    office: { code: request.officeCode, name: parties.officeName, unit: parties.unitName },
    responsible: parties.responsible,
    facts,
    law,
    ...(decided && { decided }),
    figures,
    effects,
    attachments,
  }
  await tx.insert(provisions).values({
    entryId: draftId,
    ...ofRequest,
    protocollo,
    outcome,
    content,
    sha256: hashOf(content),
    proposedBy: proposedBy ?? null,
    decidedBy: actor.id,
    decidedAt: now,
  })
  await markUnread(tx, request, draftId)
  return { id: request.id, entryId: draftId, ...ofRequest, details: { outcome, provision: protocollo } }
}

async function findParties(tx: Transaction, requestId: string, responsibleId: string) {
  const [parties] = await tx
    .select({
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      officeName: offices.name,
      unitName: units.name,
      responsible: sql<string>`(select first_name || ' ' || last_name from ${users} where id = ${responsibleId})`,
      summary: threadEntries.text,
    })
    .from(requests)
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .innerJoin(units, eq(units.code, requests.unitCode))
    .innerJoin(threadEntries, eq(threadEntries.id, requests.id))
    .where(eq(requests.id, requestId))
  return parties!
}
