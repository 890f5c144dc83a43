import 'server-only'
import { and, eq, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { accesses, drafts, officers, officerUnits, requests } from '@/db/schema'
import type { DraftKind } from '@/db/vocabulary'
import type { ContributorSide, Lapsed, Officer } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { isUuid } from '@/lib/identifiers/uuid'
import { Refusal } from '@/lib/refusal'
import { openAccesses } from '@/lib/contributors/policy'
import { visibleRequests } from '@/lib/requests/policy'
import { rightsOver } from '@/lib/requests/unread'
import { visibleDrafts } from './policy'
import { composingSchema, contentOf, contentSchemaOf, draftDays, type SaveDraft } from './schema'
import { isSent } from './sent'

const alreadySent = () => new Refusal('conflict', 'È già stata inviata: la trovi in Lista richieste.')
const elsewhere = () =>
  new Refusal(
    'conflict',
    'Questa bozza è stata cambiata in un’altra scheda. Ricarica la pagina per vedere l’ultima versione: qui non è stato perso nulla finché non la chiudi.',
  )

const expiry = sql`now() + make_interval(days => ${draftDays})`

/** Whether a form has seen the last version of a draft, or saved it itself. That of an istanza is saved step by step. */
const seen = (version: number, writer: string) =>
  and(ne(drafts.kind, 'application'), or(eq(drafts.version, version), eq(drafts.writer, writer)))

/**
 * The same draft once more, by a form that may. The same words are the same version: what one looked at before sending it does
 * not become another because the form saved late.
 */
const again = (content: Record<string, string>, writer: string, setWhere: SQL) => ({
  target: drafts.id,
  set: {
    content,
    writer,
    version: sql`${drafts.version} + (${drafts.content} is distinct from excluded.content)::int`,
    updatedAt: sql`now()`,
    expiresAt: expiry,
  },
  setWhere,
})

/**
 * Keeps what was typed so far. The draft is born with its first words. A form may save again and again without waiting
 * for the answers; a form opened elsewhere in the meantime must have seen the last version.
 * @param id made with the form: the id that what is sent will have
 * @returns the new version, to be given back with the next save
 * @throws Refusal('conflict') when another tab saved in the meantime, or when it was already sent
 */
export function saveDraft(
  actor: ContributorSide | Officer,
  id: string,
  { kind, requestId, version, writer, content }: SaveDraft,
) {
  return change(actor, 'draft.saved', async (tx) => {
    const contributorId = await contributorOf(actor, tx, requestId)
    const [draft] = await tx
      .insert(drafts)
      .values({
        id,
        kind,
        requestId: requestId ?? null,
        authorId: actor.id,
        contributorId,
        content,
        version: 1,
        writer,
        expiresAt: expiry,
      })
      .onConflictDoUpdate(again(content, writer, and(visibleDrafts(actor), seen(version, writer))!))
      .returning({ id: drafts.id, version: drafts.version, updatedAt: drafts.updatedAt })
    if (!draft) throw elsewhere()
    await refuseSent(tx, id)
    return { ...draft, contributorId }
  })
}

/** A draft to hang an attachment on: found or, unless it is of an istanza, begun empty. Locked, so that two uploads count each other. */
export async function draftForAttachment(
  actor: ContributorSide | Officer,
  tx: Transaction,
  { id, kind, requestId }: { id: string; kind: DraftKind; requestId: string | undefined },
) {
  const contributorId = await contributorOf(actor, tx, requestId)
  if (kind !== 'application')
    await tx
      .insert(drafts)
      .values({
        id,
        kind,
        requestId: requestId ?? null,
        authorId: actor.id,
        contributorId,
        content: {},
        version: 0,
        expiresAt: expiry,
      })
      .onConflictDoNothing()
  const [draft] = await tx
    .select({ id: drafts.id, contributorId: drafts.contributorId })
    .from(drafts)
    .where(and(visibleDrafts(actor), eq(drafts.id, id)))
    .for('update')
  if (!draft) throw new Refusal('not-found', 'Questa bozza non c’è più.')
  await refuseSent(tx, id)
  await filesChanged(actor, tx, id)
  return draft
}

/** The files of an istanza are looked at with the rest of it before it is sent: to change them is to change its draft. */
export async function filesChanged(_actor: ContributorSide | Officer, tx: Transaction, id: string) {
  await tx
    .update(drafts)
    .set({ version: sql`${drafts.version} + 1` })
    .where(and(eq(drafts.id, id), eq(drafts.kind, 'application')))
}

/** Whose papers a draft will belong to: the contributor one acts for, or that of the request one answers. */
async function contributorOf(actor: ContributorSide | Officer, tx: Transaction, requestId: string | undefined) {
  if (actor.kind === 'contributor' && !requestId) return actor.contributorId
  const [request] = requestId
    ? await tx
        .select({ contributorId: requests.contributorId })
        .from(requests)
        .where(and(visibleRequests(actor), eq(requests.id, requestId)))
    : []
  if (!request) throw new Refusal('not-found', 'Questa richiesta non c’è più.')
  return request.contributorId
}

/** The same for somebody whose session lapsed: their rights are read anew, and without one there is no draft. */
async function contributorOfLapsed(actor: Lapsed, tx: Transaction, requestId: string | undefined, profile: string) {
  const ofRequest = requestId ? eq(requests.id, requestId) : undefined
  if (isUuid(profile)) {
    const [access] = await tx
      .select({ contributorId: accesses.contributorId })
      .from(accesses)
      .leftJoin(requests, and(eq(requests.contributorId, accesses.contributorId), ofRequest))
      .where(
        and(
          openAccesses(actor),
          eq(accesses.contributorId, profile),
          requestId ? and(isNotNull(requests.id), rightsOver(requests.submittedBy)) : undefined,
        ),
      )
      .limit(1)
    return access?.contributorId
  }
  const [request] = await tx
    .select({ contributorId: requests.contributorId })
    .from(requests)
    .innerJoin(officers, and(eq(officers.userId, actor.id), eq(officers.officeCode, requests.officeCode)))
    .innerJoin(
      officerUnits,
      and(eq(officerUnits.officerId, officers.userId), eq(officerUnits.unitCode, requests.unitCode)),
    )
    .where(ofRequest ?? sql`false`)
  return request?.contributorId
}

/** Asked once the draft is in hand: whoever was sending it in the meantime has finished by then. */
async function refuseSent(tx: Transaction, id: string) {
  if (await isSent(tx, id)) throw alreadySent()
}

/** Discards a draft; its attachments are swept with the others that nobody claims. */
export function discardDraft(actor: ContributorSide | Officer, id: string) {
  return change(actor, 'draft.discarded', async (tx) => {
    const [draft] = await tx
      .delete(drafts)
      .where(and(visibleDrafts(actor), eq(drafts.id, id)))
      .returning({ id: drafts.id, contributorId: drafts.contributorId })
    if (!draft) throw new Refusal('conflict', 'Questa bozza non c’è più.')
    return draft
  })
}

/**
 * Keeps what a person was writing when their session went idle, under their name: in their draft, or beside it when that
 * one was sent, or changed elsewhere, in the meantime. What is not a composing form, or is not theirs, is left alone.
 * @param profile the contributor in whose name the form was posted; empty for an officer's
 * @returns the draft it was kept in, and nothing else of what is there
 */
export async function keepLapsedDraft(actor: Lapsed, values: Record<string, string>, profile: string) {
  const form = composingSchema.safeParse(values)
  const content = contentSchemaOf(values.requestId ? 'entry' : 'request').safeParse(contentOf(values))
  if (actor.pinLevel === 'online' || !form.success || !content.success) return undefined
  const { draftId, requestId, version, writer } = form.data
  return change(actor, 'draft.saved', async (tx) => {
    const contributorId = await contributorOfLapsed(actor, tx, requestId, profile)
    if (!contributorId) return undefined
    const words = {
      kind: requestId ? ('entry' as const) : ('request' as const),
      requestId: requestId ?? null,
      authorId: actor.id,
      contributorId,
      content: content.data,
      version: 1,
      writer,
      expiresAt: expiry,
    }
    const own = and(eq(drafts.authorId, actor.id), eq(drafts.contributorId, contributorId))
    const [kept] = (await isSent(tx, draftId))
      ? []
      : await tx
          .insert(drafts)
          .values({ id: draftId, ...words })
          .onConflictDoUpdate(again(content.data, writer, and(own, seen(version, writer))!))
          .returning({ id: drafts.id })
    if (kept) return kept
    const [beside] = await tx
      .insert(drafts)
      .values({ id: v7(), ...words })
      .returning({ id: drafts.id })
    return beside
  })
}
