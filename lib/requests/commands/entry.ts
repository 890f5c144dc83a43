import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { drafts, offices, requests, threadEntries } from '@/db/schema'
import type { RequestAct } from '@/db/vocabulary'
import { dropProposal } from '@/lib/applications/commands/proposals'
import { claimAttachments } from '@/lib/attachments/commands'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { actingAs } from '@/lib/contributors/acting'
import { env } from '@/lib/env'
import { spend } from '@/lib/limits/count'
import { plainWords } from '@/lib/prose/words'
import { pseudonym } from '@/lib/auth/token'
import { Refusal } from '@/lib/refusal'
import { actionable } from '../policy'
import { sortOf, transitions } from '../status'
import { markUnread } from '../unread'

export const sentOnce =
  'Da qui hai già inviato un altro testo, e quello resta. Copia questo, torna alla conversazione e invialo come messaggio nuovo.'

type Row = typeof requests.$inferSelect
type Columns = Partial<typeof requests.$inferInsert>

type Deed = {
  requestId: string
  /** The id of the draft it was written in: done twice, it is one entry. */
  entryId: string
  text?: string | undefined
  dueBy?: string
  outcome?: NonNullable<Row['outcome']>
  /** What else the act changes in the request, knowing how it stood. */
  columns?: (before: Row, patronDay: string | undefined) => Columns
  /** Where the act sends the request, when it leaves its unit. */
  destination?: { officeCode: string; unitCode: Row['unitCode'] }
  /** What else must be true of the rest of the database. */
  require?: (tx: Transaction) => Promise<void>
  /** Said when somebody else's act came first. */
  conflict?: string | ((tx: Transaction) => Promise<string>)
}

/**
 * Does one act of `status.ts`: the row is locked, state and right are checked on it at once, the entry is written with
 * its files, the readers of the other side are told. Doing the same deed again gives the first one back; only what was done
 * now says whether it was a request or an istanza (`sort`).
 * @throws Refusal('conflict') when the request is not (or no longer) in a status that allows it
 */
export async function act(actor: ContributorSide | Officer, name: RequestAct, deed: Deed) {
  const done = await change(actor, transitions[name].change, (tx) => perform(actor, tx, name, deed))
  return done ?? { id: deed.requestId, entryId: deed.entryId, sort: undefined }
}

async function perform(actor: ContributorSide | Officer, tx: Transaction, name: RequestAct, deed: Deed) {
  const [before] = await tx
    .select()
    .from(requests)
    .where(actionable(actor, deed.requestId, name))
    .for('update')
  if (!before) {
    if (await wasDone(actor, tx, deed)) return undefined
    throw new Refusal('conflict', await sayConflict(tx, deed))
  }
  if (await wasDone(actor, tx, deed)) return undefined
  await deed.require?.(tx)
  const [patron] = await tx.select({ day: offices.patronDay }).from(offices).where(eq(offices.code, before.officeCode))
  // Files still on their way to this draft arrive before it is sent, or are told that it was.
  await tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, deed.entryId)).for('update')
  if (deed.text !== undefined) await spendMessage(actor, tx)
  const rule = transitions[name]
  const words =
    deed.text === undefined ? undefined : sql`${requests.search} || to_tsvector('italian', ${plainWords(deed.text)})`
  await tx
    .update(requests)
    .set({
      ...deed.columns?.(before, patron?.day ?? undefined),
      ...deed.destination,
      ...('to' in rule && { status: rule.to }),
      ...(words && { search: words }),
      updatedAt: sql`now()`,
    })
    .where(eq(requests.id, before.id))
  await tx.insert(threadEntries).values({
    id: deed.entryId,
    requestId: before.id,
    contributorId: before.contributorId,
    act: name,
    side: actor.kind === 'officer' ? 'office' : 'contributor',
    authorId: actor.id,
    ...(actor.kind === 'contributor' && actingAs(actor)),
    officeCode: deed.destination?.officeCode ?? before.officeCode,
    unitCode: deed.destination?.unitCode ?? before.unitCode,
    text: deed.text ?? null,
    dueBy: deed.dueBy ?? null,
    outcome: deed.outcome ?? null,
    createdAt: new Date(),
  })
  await claimAttachments(actor, tx, {
    draftId: deed.entryId,
    contributorId: before.contributorId,
    requestId: before.id,
    entryId: deed.entryId,
  })
  await tx.delete(drafts).where(and(eq(drafts.id, deed.entryId), eq(drafts.authorId, actor.id)))
  if (actor.kind === 'officer' && deed.text !== undefined) await markUnread(tx, before, deed.entryId)
  const sort = sortOf(before)
  if (sort === 'application' && 'to' in rule) await dropProposal(actor, tx, before.id)
  return { id: before.id, entryId: deed.entryId, contributorId: before.contributorId, sort }
}

const sayConflict = async (tx: Transaction, { conflict }: Deed) =>
  typeof conflict === 'function'
    ? conflict(tx)
    : (conflict ?? 'Nel frattempo qualcosa è cambiato: ricarica la pagina e riprova.')

/**
 * Whether this very deed is already in the thread: the second of a double click.
 * @throws Refusal when something else was sent from the same form: it is not swallowed, and not sent twice over
 */
async function wasDone(actor: ContributorSide | Officer, tx: Transaction, { entryId, requestId, ...deed }: Deed) {
  const [done] = await tx
    .select({
      text: threadEntries.text,
      dueBy: threadEntries.dueBy,
      outcome: threadEntries.outcome,
      own: sql<boolean>`${and(eq(threadEntries.requestId, requestId), eq(threadEntries.authorId, actor.id))}`,
    })
    .from(threadEntries)
    .where(eq(threadEntries.id, entryId))
  if (!done) return false
  const same =
    done.text === (deed.text ?? null) && done.dueBy === (deed.dueBy ?? null) && done.outcome === (deed.outcome ?? null)
  if (!done.own || !same) throw new Refusal('conflict', sentOnce)
  return true
}

const spendMessage = (actor: ContributorSide | Officer, tx: Transaction) =>
  spend(
    tx,
    pseudonym('messages', actor.id),
    env.LIMIT_MESSAGES_PER_PERSON,
    'Hai inviato molti messaggi in poco tempo: riprova più tardi. Quello che hai scritto è salvo.',
  )
