import 'server-only'
import { auditEvents } from '@/db/schema'
import type { ChangeName } from '@/db/vocabulary-changes'
import { type Transaction, transaction } from '@/db/write'
import { sentences } from './audit/sentences'
import type { Actor, ContributorSide } from './auth/actor'
import { promiseMessages } from './notifications/messages'
import { Refusal } from './refusal'

export type { Transaction }

/** What was changed: its id, for the record, and the thread entry that people are told of. */
export type Changed = {
  id: string
  contributorId?: string
  entryId?: string
  details?: Record<string, string | number>
  /** What else changed with it, that the record tells under a name of its own. */
  also?: ChangedToo[]
}
export type ChangedToo = Omit<Changed, 'entryId' | 'also'> & { name: ChangeName }

/** One of many things changed at once, each with its own event; for whom, and under which title, when the actor has many. */
export type ChangedOne = Changed & { as?: Acting }
type Acting = Pick<ContributorSide, 'contributorId' | 'title' | 'delegation'>

/** With a PIN *online* one reads everything and sends nothing (circ. 50/2011): what is left is one's own reading and leaving. */
const openToPinOnline: ReadonlySet<ChangeName> = new Set([
  'session.started',
  'session.ended',
  'pin.chosen',
  'attachment.downloaded',
  'replies.read',
  'notice.read',
  'notice.marked_read',
  'notice.marked_unread',
  'paper.kept',
  'calendar.opened',
  'calendar.closed',
  'favourite.kept',
  'firm.exported',
  'preferences.kept',
])

/**
 * The one door for writes: the rows, the trace of who wrote them and the messages they promise commit together, or not
 * at all. A `write` that gives nothing back has changed nothing, and nothing is recorded.
 * @throws Refusal('forbidden') when the actor's PIN only reads
 */
export function change<T extends Changed | ChangedOne[]>(
  actor: Actor,
  name: ChangeName,
  write: (tx: Transaction) => Promise<T>,
): Promise<T>
export function change<T extends Changed | ChangedOne[]>(
  actor: Actor,
  name: ChangeName,
  write: (tx: Transaction) => Promise<T | undefined>,
): Promise<T | undefined>
export async function change<T extends Changed | ChangedOne[]>(
  actor: Actor,
  name: ChangeName,
  write: (tx: Transaction) => Promise<T | undefined>,
) {
  if ('pinLevel' in actor && actor.pinLevel === 'online' && !openToPinOnline.has(name))
    throw new Refusal('forbidden', 'Con il PIN online puoi leggere ma non inviare: serve il PIN dispositivo.')
  return transaction(async (tx) => {
    const changed = await write(tx)
    const events = changed && sentences[name] ? [changed].flat() : []
    for (const { entryId } of events) await promiseMessages(tx, name, entryId)
    // Last: the record is one chain, and whoever adds to it holds it until their transaction ends.
    const told = events.flatMap((one) => [
      eventOf(actor, name, one),
      ...(one.also ?? []).map((other) => eventOf(actor, other.name, other)),
    ])
    for (let from = 0; from < told.length; from += eventsAtOnce)
      await tx.insert(auditEvents).values(told.slice(from, from + eventsAtOnce))
    return changed
  })
}

/** Rows of one statement: far from the most parameters that PostgreSQL takes. */
const eventsAtOnce = 1000

function eventOf(actor: Actor, name: ChangeName, { id, contributorId, details, as }: ChangedOne) {
  const acting = as ?? (actor.kind === 'contributor' ? actor : undefined)
  const { delegation } = acting ?? {}
  const firm = delegation ? delegation.firmId : actor.kind === 'portfolio' ? actor.firm?.id : undefined
  const told = { ...details, ...(delegation && { delegation: delegation.id }), ...(firm && { firm }) }
  return {
    actorKind: actor.kind,
    actorId: 'id' in actor ? actor.id : null,
    title: acting?.title ?? null,
    contributorId: contributorId ?? acting?.contributorId ?? null,
    change: name,
    entityId: id,
    details: Object.keys(told).length > 0 ? told : null,
  }
}
