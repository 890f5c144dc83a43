import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import {
  contributors,
  firms,
  notes,
  offices,
  receipts,
  refusalProposals,
  requests,
  threadEntries,
  units,
  unreadReplies,
  users,
} from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { visibleRequests } from '../policy'
import type { ReceiptContent } from '../receipt'

const told = {
  id: requests.id,
  protocollo: requests.protocollo,
  submittedAt: requests.submittedAt,
  applicationKind: requests.applicationKind,
  areaCode: requests.areaCode,
  areaLabel: requests.areaLabel,
  topicCode: requests.topicCode,
  topicLabel: requests.topicLabel,
  facts: requests.facts,
  email: requests.email,
  mobile: requests.mobile,
  landline: requests.landline,
  fax: requests.fax,
  status: requests.status,
  phase: requests.phase,
  outcome: requests.outcome,
  expectedBy: requests.expectedBy,
  pausedOn: requests.pausedOn,
  documentsDueBy: requests.documentsDueBy,
  closedAt: requests.closedAt,
  reopenings: requests.reopenings,
  workers: requests.workers,
  officeName: offices.name,
  unitName: units.name,
  senderFirstName: users.firstName,
  senderLastName: users.lastName,
  /** Of the request's first entry, which bears the same id. */
  senderTitle: threadEntries.title,
  senderFirm: firms.denomination,
}

/** A request as its contributor sees it: who works on it inside the office is not among the columns. */
export async function findRequest(actor: ContributorSide, id: string) {
  const [request] = await db
    .select(told)
    .from(requests)
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .innerJoin(units, eq(units.code, requests.unitCode))
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .leftJoin(threadEntries, eq(threadEntries.id, requests.id))
    .leftJoin(firms, eq(firms.id, threadEntries.firmId))
    .where(and(visibleRequests(actor), eq(requests.id, id)))
  return request
}

/** A request as the office sees it, with its contributor and whoever took it up. */
export async function findDeskRequest(actor: Officer, id: string) {
  const [request] = await db
    .select({
      ...told,
      officeCode: requests.officeCode,
      unitCode: requests.unitCode,
      officerId: requests.officerId,
      officerName: sql<
        string | null
      >`(select holder.first_name || ' ' || holder.last_name from ${users} holder where holder.id = ${requests.officerId})`,
      senderCodiceFiscale: users.codiceFiscale,
      contributorId: requests.contributorId,
      contributorOffice: contributors.officeCode,
      denomination: contributors.denomination,
      contributorCodiceFiscale: contributors.codiceFiscale,
    })
    .from(requests)
    .innerJoin(contributors, eq(contributors.id, requests.contributorId))
    .innerJoin(offices, eq(offices.code, requests.officeCode))
    .innerJoin(units, eq(units.code, requests.unitCode))
    .innerJoin(users, eq(users.id, requests.submittedBy))
    .leftJoin(threadEntries, eq(threadEntries.id, requests.id))
    .leftJoin(firms, eq(firms.id, threadEntries.firmId))
    .where(and(visibleRequests(actor), eq(requests.id, id)))
  return request
}

const inThread = (actor: ContributorSide | Officer, requestId: string) =>
  and(
    eq(threadEntries.requestId, requestId),
    sql`${threadEntries.requestId} in (select ${requests.id} from ${requests} where ${visibleRequests(actor)})`,
  )

const entry = {
  id: threadEntries.id,
  act: threadEntries.act,
  side: threadEntries.side,
  text: threadEntries.text,
  dueBy: threadEntries.dueBy,
  outcome: threadEntries.outcome,
  createdAt: threadEntries.createdAt,
  title: threadEntries.title,
  firm: firms.denomination,
  officeName: offices.name,
  unitName: units.name,
}
const authorName = sql<string | null>`${users.firstName} || ' ' || ${users.lastName}`

/** The thread, oldest first: of the contributor's side with title and firm, of the office with the unit and not the person. */
export function listThread(actor: ContributorSide, requestId: string) {
  return db
    .select({
      ...entry,
      author: sql<string | null>`case when ${threadEntries.side} = 'contributor' then ${authorName} end`,
      fresh: sql<boolean>`exists (select from ${unreadReplies} where ${unreadReplies.entryId} = ${threadEntries.id} and ${unreadReplies.requestId} = ${threadEntries.requestId} and ${unreadReplies.contributorId} = ${actor.contributorId} and ${unreadReplies.userId} = ${actor.id})`,
    })
    .from(threadEntries)
    .leftJoin(offices, eq(offices.code, threadEntries.officeCode))
    .leftJoin(units, eq(units.code, threadEntries.unitCode))
    .leftJoin(users, eq(users.id, threadEntries.authorId))
    .leftJoin(firms, eq(firms.id, threadEntries.firmId))
    .where(inThread(actor, requestId))
    .orderBy(asc(threadEntries.createdAt), asc(threadEntries.id))
}

/** The same thread for the office, with every author by name. */
export function listDeskThread(actor: Officer, requestId: string) {
  return db
    .select({ ...entry, author: authorName })
    .from(threadEntries)
    .leftJoin(offices, eq(offices.code, threadEntries.officeCode))
    .leftJoin(units, eq(units.code, threadEntries.unitCode))
    .leftJoin(users, eq(users.id, threadEntries.authorId))
    .leftJoin(firms, eq(firms.id, threadEntries.firmId))
    .where(inThread(actor, requestId))
    .orderBy(asc(threadEntries.createdAt), asc(threadEntries.id))
}

/** Internal notes: no other query reads them, and this one takes an officer. */
export function listNotes(actor: Officer, requestId: string) {
  return db
    .select({ id: notes.id, text: notes.text, createdAt: notes.createdAt, author: authorName })
    .from(notes)
    .innerJoin(requests, and(eq(requests.id, notes.requestId), visibleRequests(actor)))
    .innerJoin(users, eq(users.id, notes.authorId))
    .where(eq(notes.requestId, requestId))
    .orderBy(asc(notes.createdAt), asc(notes.id))
}

/** The receipt of a request, as it was issued. */
export async function findReceipt(actor: ContributorSide, requestId: string) {
  const [receipt] = await db
    .select({ content: receipts.content, sha256: receipts.sha256, issuedAt: receipts.issuedAt })
    .from(receipts)
    .innerJoin(requests, and(eq(requests.id, receipts.requestId), visibleRequests(actor)))
    .where(eq(receipts.requestId, requestId))
  return receipt && { ...receipt, content: receipt.content as ReceiptContent }
}

/** Whether this person already sent something under this id: into the thread of a request, or beside it as a note or a proposal. */
export async function hasOwnEntry(actor: ContributorSide | Officer, id: string, requestId: string) {
  const [sent] = await db
    .select({ id: threadEntries.id })
    .from(threadEntries)
    .where(and(eq(threadEntries.id, id), eq(threadEntries.requestId, requestId), eq(threadEntries.authorId, actor.id)))
    .unionAll(
      db
        .select({ id: notes.id })
        .from(notes)
        .where(and(eq(notes.id, id), eq(notes.requestId, requestId), eq(notes.authorId, actor.id))),
    )
    .unionAll(
      db
        .select({ id: refusalProposals.id })
        .from(refusalProposals)
        .where(
          and(
            eq(refusalProposals.id, id),
            eq(refusalProposals.requestId, requestId),
            eq(refusalProposals.proposedBy, actor.id),
          ),
        ),
    )
  return sent !== undefined
}
