import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { contributors, drafts, firms, offices, receipts, requests, threadEntries, units, users } from '@/db/schema'
import type { UnitCode } from '@/db/vocabulary'
import { claimAttachments } from '@/lib/attachments/commands'
import type { ContributorSide } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import type { Transaction } from '@/lib/change'
import { actingAs } from '@/lib/contributors/acting'
import { titleLabels } from '@/lib/contributors/titles'
import { takeProtocollo } from '@/lib/protocol/counter'
import { hashOf, type ReceiptContent } from '../receipt'

type Row = typeof requests.$inferInsert

/** What is sent to the office: a plain request, or an istanza. */
export type Filing = {
  unitCode: UnitCode
  subject: Pick<Row, 'applicationKind' | 'topicCode' | 'areaCode' | 'areaLabel' | 'topicLabel' | 'facts'>
  reach: {
    email?: string | undefined
    mobile?: string | undefined
    landline?: string | undefined
    fax?: string | undefined
    notifyByEmail?: string | undefined
    notifyBySms?: string | undefined
  }
  workers: string[]
  text: string
  /** The day by which an answer is promised, or due by law. */
  expectedBy: (today: string, patronDay: string | undefined) => string
  /** What a search by words looks through. */
  wordsOf: (protocollo: string) => string
  /** Of an istanza, what the receipt says beyond a request's. */
  application?: ReceiptContent['application']
}

/** Part of a sending: what was in the draft of that id is filed under it, with protocol, first entry, files and receipt. */
export async function file(actor: ContributorSide, tx: Transaction, id: string, filing: Filing) {
  const { unitCode, subject, reach, workers, text } = filing
  const now = new Date()
  const today = romeDate(now)
  const parties = await findParties(actor, tx, unitCode)
  const expectedBy = filing.expectedBy(today, parties.patronDay ?? undefined)
  const protocollo = await takeProtocollo(tx, parties.officeCode, today)

  await tx.insert(requests).values({
    id,
    contributorId: actor.contributorId,
    protocollo,
    officeCode: parties.officeCode,
    unitCode,
    ...subject,
    email: reach.email ?? null,
    mobile: reach.mobile ?? null,
    landline: reach.landline ?? null,
    fax: reach.fax ?? null,
    notifyByEmail: reach.notifyByEmail === 'on',
    notifyBySms: reach.notifyBySms === 'on',
    submittedBy: actor.id,
    submittedAt: now,
    workers,
    updatedAt: now,
    expectedBy,
    search: sql`to_tsvector('italian', ${filing.wordsOf(protocollo)})`,
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
    unitCode,
    text: text || null,
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
    topic: { area: subject.areaLabel, subject: subject.topicLabel },
    facts: subject.facts,
    ...(workers.length > 0 && { workers }),
    text,
    attachments,
    ...(filing.application && { application: filing.application }),
  }
  await tx
    .insert(receipts)
    .values({ requestId: id, contributorId: actor.contributorId, content, sha256: hashOf(content), issuedAt: now })
  await tx.delete(drafts).where(eq(drafts.id, id))
  return { protocollo, expectedBy }
}

/** Sender, contributor and competent office: the contributor's own office, the unit of what is filed. */
async function findParties(actor: ContributorSide, tx: Transaction, unitCode: UnitCode) {
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
