import 'server-only'
import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { requests, unreadReplies } from '@/db/schema'
import type { ContributorSide } from '@/lib/auth/actor'
import { addDays, daysBetween } from '@/lib/calendar/days'
import { addWorkingDays, romeDate, workingDaysBetween } from '@/lib/calendar/working-days'
import { change } from '@/lib/change'
import { Refusal } from '@/lib/refusal'
import { isReopenable, visibleRequests } from '../policy'
import type { Message } from '../schema'
import { answerWorkingDays } from '../status'
import { act } from './entry'

type Words = Pick<Message, 'draftId' | 'requestId' | 'text'>

/** «Rispondi»: writes in the thread while the office has not decided. */
export function sendMessage(actor: ContributorSide, { draftId, requestId, text }: Words) {
  return act(actor, 'message', { entryId: draftId, requestId, text })
}

/**
 * «Integra»: sends what the office asked for. The promised day moves on by the working days spent waiting; the term of an
 * istanza, which the law counts in calendar days, by those.
 */
export function supplementRequest(actor: ContributorSide, { draftId, requestId, text }: Words) {
  const today = romeDate(new Date())
  return act(actor, 'supplement', {
    entryId: draftId,
    requestId,
    text,
    columns: ({ expectedBy, pausedOn, applicationKind }, patronDay) => ({
      expectedBy:
        applicationKind === null
          ? addWorkingDays(expectedBy, pausedOn ? workingDaysBetween(pausedOn, today, patronDay) : 0, patronDay)
          : addDays(expectedBy, pausedOn ? daysBetween(pausedOn, today) : 0),
      pausedOn: null,
      documentsDueBy: null,
      closureNoticeEndsOn: null,
    }),
  })
}

/** «Ritira»: a request while nobody has taken it up, an istanza until it is decided. The trace stays. */
export function withdrawRequest(actor: ContributorSide, { requestId }: { requestId: string }) {
  return act(actor, 'withdraw', {
    entryId: v7(),
    requestId,
    columns: () => ({ closedAt: new Date() }),
    conflict: async (tx) => {
      const [request] = await tx
        .select({ status: requests.status, applicationKind: requests.applicationKind })
        .from(requests)
        .where(and(visibleRequests(actor), eq(requests.id, requestId)))
      if (request?.applicationKind) return 'L’istanza è già stata ritirata o decisa: ricarica la pagina.'
      return request?.status === 'withdrawn'
        ? 'La richiesta è già stata ritirata.'
        : 'La richiesta è già stata presa in carico: non si può più ritirare. Puoi scrivere alla sede con «Rispondi».'
    },
  })
}

/** «Riapri», within sixty days of closing and with a reason: same thread, same protocol, one more reopening. */
export function reopenRequest(actor: ContributorSide, { draftId, requestId, text }: Words) {
  const now = new Date()
  return act(actor, 'reopen', {
    entryId: draftId,
    requestId,
    text,
    columns: ({ closedAt, reopenings }, patronDay) => {
      if (!isReopenable(closedAt, now))
        throw new Refusal('conflict', 'Sono passati più di 60 giorni dalla chiusura: invia una nuova richiesta.')
      return {
        outcome: null,
        closedAt: null,
        officerId: null,
        reopenings: reopenings + 1,
        pausedOn: null,
        documentsDueBy: null,
        closureNoticeEndsOn: null,
        expectedBy: addWorkingDays(romeDate(now), answerWorkingDays, patronDay),
      }
    },
    conflict: 'La richiesta non è chiusa: puoi scrivere alla sede con «Rispondi».',
  })
}

/** The person has opened the request: its replies are no longer new to them. To others they still are. */
export function markRepliesRead(actor: ContributorSide, { requestId }: { requestId: string }) {
  return change(actor, 'replies.read', async (tx) => {
    const read = await tx
      .delete(unreadReplies)
      .where(
        and(
          eq(unreadReplies.userId, actor.id),
          eq(unreadReplies.contributorId, actor.contributorId),
          eq(unreadReplies.requestId, requestId),
        ),
      )
      .returning({ entryId: unreadReplies.entryId })
    return read.length > 0 ? { id: requestId, details: { replies: read.length } } : undefined
  })
}
