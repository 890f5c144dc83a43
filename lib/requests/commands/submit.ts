import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { contributors, drafts, firms, offices, receipts, requests, threadEntries, units, users } from '@/db/schema'
import { claimAttachments } from '@/lib/attachments/commands'
import type { ContributorSide } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { addWorkingDays, romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { actingAs } from '@/lib/contributors/acting'
import { titleLabels } from '@/lib/contributors/titles'
import { visibleDrafts } from '@/lib/drafts/policy'
import { findDraft } from '@/lib/drafts/queries'
import { env } from '@/lib/env'
import { spend } from '@/lib/limits/count'
import { holdNotice, recordAnswer } from '@/lib/notices/commands/contributor'
import { takeProtocollo } from '@/lib/protocol/counter'
import { Refusal } from '@/lib/refusal'
import { type Checked, checkRequest, searchableText } from '../check'
import { visibleRequests } from '../policy'
import { hashOf, type ReceiptContent } from '../receipt'
import { answerWorkingDays } from '../status'
import { holdWorkers } from './workers'

/**
 * «Invia»: the draft becomes a request, in one transaction with its attachments, protocol, receipt, trace and promised
 * messages. A hundred identical posts are one request: the draft is locked, and gone once it was sent. When it answers a
 * notice, that is recorded too; a notice that can no longer be answered refuses the whole, and the draft stays.
 * @returns the id of the request, which is that of the draft
 * @throws Invalid when the draft is not complete (any more); Refusal when it is not there or too many were sent
 */
export async function submitRequest(actor: ContributorSide, { draftId }: { draftId: string }) {
  const draft = await findDraft(actor, draftId)
  // Read before the transaction: inside it every connection of the pool may be waiting for this very draft.
  const checked = draft && (await checkRequest(actor, draft.content))
  const sent = await change(actor, 'request.submitted', async (tx) => {
    const [locked] = await tx
      .select({ version: drafts.version })
      .from(drafts)
      .where(and(visibleDrafts(actor), eq(drafts.id, draftId), eq(drafts.kind, 'request')))
      .for('update')
    if (!locked || !checked) {
      if (await wasSent(actor, tx, draftId)) return undefined
      throw new Refusal('not-found', 'Questa bozza non c’è più: forse è stata eliminata.')
    }
    if (locked.version !== draft.version)
      throw new Refusal(
        'conflict',
        'La bozza è cambiata in un’altra scheda: ricarica la pagina e controllala di nuovo.',
      )
    const { noticeId } = checked.typed
    if (noticeId) await holdNotice(actor, tx, noticeId)
    await holdWorkers(actor, tx, checked.workers)
    await spendRequest(actor, tx)
    await fileRequest(actor, tx, draftId, checked)
    if (noticeId) await recordAnswer(actor, tx, { noticeId, requestId: draftId })
    return { id: draftId, entryId: draftId, ...(noticeId && { details: { noticeId } }) }
  })
  return sent ?? { id: draftId }
}

async function wasSent(actor: ContributorSide, tx: Transaction, id: string) {
  const [request] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(visibleRequests(actor), eq(requests.id, id)))
  return request !== undefined
}

/** Said past a limit. */
export const tooManyRequests = 'Hai inviato molte richieste in poco tempo: riprova più tardi. La bozza è salva.'

async function spendRequest(actor: ContributorSide, tx: Transaction) {
  await spend(tx, pseudonym('requests', actor.id), env.LIMIT_REQUESTS_PER_PERSON, tooManyRequests)
  await spendOfContributor(actor, tx)
}

/** Counts one request more among those of the contributor. */
export const spendOfContributor = (actor: ContributorSide, tx: Transaction) =>
  spend(
    tx,
    pseudonym('requests-of-contributor', actor.contributorId),
    env.LIMIT_REQUESTS_PER_CONTRIBUTOR,
    tooManyRequests,
  )

/** Part of a sending: the draft of that id, judged, becomes the request of that id with its entry, files and receipt. */
export async function fileRequest(actor: ContributorSide, tx: Transaction, id: string, checked: Checked) {
  const { typed, topic, facts, workers } = checked
  const now = new Date()
  const today = romeDate(now)
  const parties = await findParties(actor, tx, topic.unitCode)
  const expectedBy = addWorkingDays(today, answerWorkingDays, parties.patronDay ?? undefined)
  const protocollo = await takeProtocollo(tx, parties.officeCode, today)

  await tx.insert(requests).values({
    id,
    contributorId: actor.contributorId,
    protocollo,
    officeCode: parties.officeCode,
    unitCode: topic.unitCode,
    topicCode: topic.code,
    areaCode: topic.areaCode,
    areaLabel: topic.areaLabel,
    topicLabel: topic.label,
    facts,
    email: typed.email ?? null,
    mobile: typed.mobile ?? null,
    landline: typed.landline ?? null,
    fax: typed.fax ?? null,
    notifyByEmail: typed.notifyByEmail === 'on',
    notifyBySms: typed.notifyBySms === 'on',
    submittedBy: actor.id,
    submittedAt: now,
    workers,
    updatedAt: now,
    expectedBy,
    search: sql`to_tsvector('italian', ${searchableText({ protocollo, topic, facts, text: typed.text })})`,
  })
  await tx.insert(threadEntries).values({
    id,
    requestId: id,
    contributorId: actor.contributorId,
    act: 'submit',
    side: 'contributor',
    authorId: actor.id,
    ...actingAs(actor),
    officeCode: parties.officeCode,
    unitCode: topic.unitCode,
    text: typed.text,
    createdAt: now,
  })
  const attachments = await claimAttachments(actor, tx, {
    draftId: id,
    contributorId: actor.contributorId,
    requestId: id,
    entryId: id,
  })
  const content: ReceiptContent = {
    protocollo,
    submittedAt: now.toISOString(),
    expectedBy,
    contributor: { denomination: parties.denomination, codiceFiscale: parties.contributorCodiceFiscale },
    sender: {
      name: `${parties.firstName} ${parties.lastName}`,
      codiceFiscale: parties.senderCodiceFiscale,
      title: titleLabels[actor.title],
      ...(parties.firm && { firm: parties.firm }),
    },
    office: { code: parties.officeCode, name: parties.officeName, unit: parties.unitName },
    topic: { area: topic.areaLabel, subject: topic.label },
    facts,
    ...(workers.length > 0 && { workers }),
    text: typed.text,
    attachments,
  }
  await tx
    .insert(receipts)
    .values({ requestId: id, contributorId: actor.contributorId, content, sha256: hashOf(content), issuedAt: now })
  await tx.delete(drafts).where(eq(drafts.id, id))
}

/** Sender, contributor and competent office: the contributor's own office, the topic's unit. */
async function findParties(actor: ContributorSide, tx: Transaction, unitCode: typeof units.$inferSelect.code) {
  const [parties] = await tx
    .select({
      denomination: contributors.denomination,
      contributorCodiceFiscale: contributors.codiceFiscale,
      firstName: users.firstName,
      lastName: users.lastName,
      senderCodiceFiscale: users.codiceFiscale,
      firm: firms.denomination,
      officeCode: offices.code,
      officeName: offices.name,
      patronDay: offices.patronDay,
      unitName: units.name,
    })
    .from(contributors)
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .innerJoin(users, eq(users.id, actor.id))
    .innerJoin(units, eq(units.code, unitCode))
    .leftJoin(firms, eq(firms.id, sql`${actor.delegation?.firmId ?? null}::uuid`))
    .where(eq(contributors.id, actor.contributorId))
  return parties!
}
