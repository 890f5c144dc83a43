import 'server-only'
import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { drafts, notes, offices, requests, users } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { isWorkingDay, romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { Invalid, Refusal } from '@/lib/refusal'
import { visibleRequests } from '../policy'
import type { closeSchema, Message, requestDocumentsSchema, transferSchema } from '../schema'
import { act, sentOnce } from './entry'

type Typed<S extends z.ZodType> = Omit<
  z.output<S>,
  'act' | 'version' | 'writer' | 'files' | 'attachmentIds' | 'removeAttachment' | 'saveDraft'
>
type OnRequest = { requestId: string }

/** «Prendi in carico». Of two officers at once exactly one wins; the other is told by whom. */
export function takeUpRequest(actor: Officer, { requestId }: OnRequest) {
  return act(actor, 'take_up', {
    entryId: v7(),
    requestId,
    columns: () => ({ officerId: actor.id }),
    conflict: async (tx) => {
      const holder = await holderOf(actor, tx, requestId)
      return holder
        ? `${holder.what} è già stata presa in carico da ${holder.who}.`
        : 'Non è più da prendere in carico: ricarica la pagina.'
    },
  })
}

async function holderOf(actor: Officer, tx: Transaction, requestId: string) {
  const [holder] = await tx
    .select({
      id: users.id,
      firstName: users.firstName,
      lastName: users.lastName,
      applicationKind: requests.applicationKind,
    })
    .from(requests)
    .innerJoin(users, eq(users.id, requests.officerId))
    .where(and(visibleRequests(actor), eq(requests.id, requestId)))
  return (
    holder && {
      what: holder.applicationKind === null ? 'La richiesta' : 'L’istanza',
      who: holder.id === actor.id ? 'te' : `${holder.firstName} ${holder.lastName}`,
    }
  )
}

/** «Rilascia»: back to the queue of the unit, for a colleague. */
export function releaseRequest(actor: Officer, { requestId }: OnRequest) {
  return act(actor, 'release', { entryId: v7(), requestId, columns: () => ({ officerId: null }) })
}

/** «Trasferisci» to another unit or office, with a reason that the sender reads. */
export function transferRequest(
  actor: Officer,
  { draftId, requestId, officeCode, unitCode, text }: Typed<typeof transferSchema>,
) {
  return act(actor, 'transfer', {
    entryId: draftId,
    requestId,
    text,
    destination: { officeCode, unitCode },
    columns: (before) => {
      if (before.officeCode === officeCode && before.unitCode === unitCode)
        throw new Invalid({ unitCode: ['È già di questa unità: scegline un’altra'] })
      return { officerId: null }
    },
    require: async (tx) => {
      const [office] = await tx.select({ code: offices.code }).from(offices).where(eq(offices.code, officeCode))
      if (!office) throw new Invalid({ officeCode: ['Scegli la sede'] })
    },
  })
}

/** Farthest day an officer may set for documents, in calendar days. */
const farthestTermDays = 60

/** «Chiedi documenti», with a term: the promised answer stands still until they come. */
export function requestDocuments(
  actor: Officer,
  { draftId, requestId, text, dueBy }: Typed<typeof requestDocumentsSchema>,
) {
  const now = new Date()
  const today = romeDate(now)
  const farthest = romeDate(new Date(now.getTime() + farthestTermDays * 86_400_000))
  return act(actor, 'request_documents', {
    entryId: draftId,
    requestId,
    text,
    dueBy,
    columns: (_, patronDay) => {
      if (dueBy <= today || dueBy > farthest || !isWorkingDay(dueBy, patronDay))
        throw new Invalid({ dueBy: ['Scegli un giorno lavorativo tra domani e i prossimi 60 giorni'] })
      return { documentsDueBy: dueBy, pausedOn: today, closureNoticeEndsOn: null }
    },
  })
}

/** «Rispondi» without closing. */
export function replyToRequest(
  actor: Officer,
  { draftId, requestId, text }: Pick<Message, 'draftId' | 'requestId' | 'text'>,
) {
  return act(actor, 'reply', { entryId: draftId, requestId, text })
}

/** «Chiudi» with a reasoned outcome. One request at a time: no command closes many. */
export function closeRequest(actor: Officer, { draftId, requestId, outcome, text }: Typed<typeof closeSchema>) {
  return act(actor, 'close', {
    entryId: draftId,
    requestId,
    text,
    outcome,
    columns: () => ({ outcome, closedAt: new Date() }),
  })
}

/** «Nota interna»: kept apart, read by the office alone, whatever the status. */
export function writeNote(
  actor: Officer,
  { draftId, requestId, text }: Pick<Message, 'draftId' | 'requestId' | 'text'>,
) {
  return change(actor, 'request.noted', async (tx) => {
    const [request] = await tx
      .select({ id: requests.id, officeCode: requests.officeCode, contributorId: requests.contributorId })
      .from(requests)
      .where(and(visibleRequests(actor), eq(requests.id, requestId)))
    if (!request) throw new Refusal('not-found', 'Questa richiesta non c’è più.')
    const [written] = await tx
      .insert(notes)
      .values({ id: draftId, requestId, officeCode: request.officeCode, authorId: actor.id, text })
      .onConflictDoNothing()
      .returning({ id: notes.id })
    if (!written) return refuseOther(actor, tx, { draftId, text })
    await tx.delete(drafts).where(and(eq(drafts.id, draftId), eq(drafts.authorId, actor.id)))
    return request
  })
}

/** The same note twice is one note; another under its id would be lost, and is refused. */
async function refuseOther(actor: Officer, tx: Transaction, { draftId, text }: { draftId: string; text: string }) {
  const [same] = await tx
    .select({ id: notes.id })
    .from(notes)
    .where(and(eq(notes.id, draftId), eq(notes.authorId, actor.id), eq(notes.text, text)))
  if (!same) throw new Refusal('conflict', sentOnce)
  return undefined
}
