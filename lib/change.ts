import 'server-only'
import { auditEvents } from '@/db/schema'
import type { ChangeName } from '@/db/vocabulary'
import { type Transaction, transaction } from '@/db/write'
import { sentences } from './audit/sentences'
import type { Actor } from './auth/actor'
import { promiseMessages } from './notifications/messages'
import { Refusal } from './refusal'

export type { Transaction }

/** What was changed: its id, for the record, and the thread entry that people are told of. */
export type Changed = {
  id: string
  contributorId?: string
  entryId?: string
  details?: Record<string, string | number>
}

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
])

/**
 * The one door for writes: the rows, the trace of who wrote them and the messages they promise commit together, or not
 * at all. A `write` that gives nothing back has changed nothing, and nothing is recorded.
 * @throws Refusal('forbidden') when the actor's PIN only reads
 */
export function change<T extends Changed>(
  actor: Actor,
  name: ChangeName,
  write: (tx: Transaction) => Promise<T>,
): Promise<T>
export function change<T extends Changed>(
  actor: Actor,
  name: ChangeName,
  write: (tx: Transaction) => Promise<T | undefined>,
): Promise<T | undefined>
export async function change<T extends Changed>(
  actor: Actor,
  name: ChangeName,
  write: (tx: Transaction) => Promise<T | undefined>,
) {
  if ('pinLevel' in actor && actor.pinLevel === 'online' && !openToPinOnline.has(name))
    throw new Refusal('forbidden', 'Con il PIN online puoi leggere ma non inviare: serve il PIN dispositivo.')
  return transaction(async (tx) => {
    const changed = await write(tx)
    if (changed && sentences[name]) {
      await promiseMessages(tx, name, changed.entryId)
      // Last: the record is one chain, and whoever adds to it holds it until their transaction ends.
      await tx.insert(auditEvents).values({
        actorKind: actor.kind,
        actorId: 'id' in actor ? actor.id : null,
        title: actor.kind === 'contributor' ? actor.title : null,
        contributorId: changed.contributorId ?? (actor.kind === 'contributor' ? actor.contributorId : null),
        change: name,
        entityId: changed.id,
        details: changed.details ?? null,
      })
    }
    return changed
  })
}
