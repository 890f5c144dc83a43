import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { contributors, noticeEvents, notices } from '@/db/schema'
import type { NoticeAct } from '@/db/vocabulary'
import type { Officer } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { change, type Transaction } from '@/lib/change'
import { canonicalJson } from '@/lib/evidence/canonical'
import { announceNotices } from '@/lib/notifications/announce'
import { takeProtocolli } from '@/lib/protocol/counter'
import { Invalid, Refusal } from '@/lib/refusal'
import { visibleNotices } from '../policy'
import type { ReasonedAct, TypedNotice } from '../schema'
import { statusesFor, transitions } from '../status'
import { publishNotices } from './publish'

const changed = () =>
  new Refusal('conflict', 'La comunicazione nel frattempo è cambiata: ricarica la pagina e guarda la sua storia.')

/**
 * «Pubblica» one notice, and tells those who may act for its contributor. The same form twice is one notice.
 * @returns the id of the notice
 * @throws Invalid when nobody of the officer's office has that codice fiscale, or another notice has that number
 */
export async function publishNotice(
  actor: Officer,
  { codiceFiscale, notice }: { codiceFiscale: string; notice: TypedNotice },
) {
  let id = ''
  await change(actor, 'notice.published', async (tx) => {
    const contributorId = await findOwnContributor(actor, tx, codiceFiscale)
    const fresh = { ...notice, contributorId }
    const twin = await findTwin(actor, tx, notice.externalNumber)
    if (twin && isSame(actor, twin, fresh)) {
      id = twin.id
      return undefined
    }
    if (twin) throw numberTaken(twin)
    const published = await publishOne(actor, tx, fresh)
    id = published.id
    return { id, contributorId, details: { protocollo: published.protocollo } }
  })
  return { id }
}

/** Of another office's contributor, as of one that does not exist, nothing is said. */
async function findOwnContributor(actor: Officer, tx: Transaction, codiceFiscale: string) {
  const [contributor] = await tx
    .select({ id: contributors.id })
    .from(contributors)
    .where(and(eq(contributors.codiceFiscale, codiceFiscale), eq(contributors.officeCode, actor.officeCode)))
  if (!contributor)
    throw new Invalid({ codiceFiscale: ['Nessun contribuente della tua sede ha questo codice fiscale: controllalo.'] })
  return contributor.id
}

/** What this office has already published under a number. From here until the change ends nobody else publishes in it. */
async function findTwin(actor: Officer, tx: Transaction, externalNumber: string) {
  await takeProtocolli(tx, actor.officeCode, romeDate(new Date()), 0)
  const [twin] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.officeCode, actor.officeCode), eq(notices.externalNumber, externalNumber)))
  return twin
}
type Row = typeof notices.$inferSelect
type Fresh = TypedNotice & { contributorId: string }

const numberTaken = ({ protocollo }: Row) =>
  new Invalid({ externalNumber: [`La sede ha già pubblicato una comunicazione con questo numero: ${protocollo}.`] })

/** Whether the notice already published is this very one, by the same hand: the second of a double click. */
const isSame = (actor: Officer, twin: Row, fresh: Fresh) =>
  twin.publishedBy === actor.id &&
  twin.correctsId === null &&
  twin.campaignId === null &&
  (fresh.dueBy === null || twin.dueBy === fresh.dueBy) &&
  canonicalJson(saidBy(twin)) === canonicalJson(saidBy(fresh))

const saidBy = ({ kind, contributorId, year, periodFrom, periodTo, elaboratedOn, content }: Row | Fresh) => ({
  kind,
  contributorId,
  year,
  periodFrom,
  periodTo,
  elaboratedOn,
  content,
})

async function publishOne(actor: Officer, tx: Transaction, fresh: Fresh, correctsId?: string) {
  const origin = {
    officeCode: actor.officeCode,
    publishedBy: actor.id,
    ...(correctsId !== undefined && { correctsId }),
  }
  const [published] = await publishNotices(actor, tx, origin, [fresh])
  await announceNotices(tx, { noticeId: published!.id }, [fresh.contributorId])
  return published!
}

type Deed = {
  /** Made with the form: done twice, it is one act. */
  eventId: string
  noticeId: string
  text: string
}

/**
 * What the office does to a published notice with a reason, which the contributor reads. Of two officers at once one wins.
 * @throws Refusal('conflict') when the notice is not (or no longer) in a status that allows it, or is not the office's
 */
export async function actOnNotice(actor: Officer, act: ReasonedAct, deed: Deed) {
  await change(actor, transitions[act].change, async (tx) => {
    const moved = await moveNotice(actor, tx, act, deed)
    return moved && { ...moved, details: { eventId: deed.eventId } }
  })
  return { id: deed.noticeId }
}

/**
 * Part of a change: the act itself. Gives nothing when it was already done.
 * @throws Refusal as `actOnNotice`
 */
export async function moveNotice(actor: Officer, tx: Transaction, act: ReasonedAct, deed: Deed) {
  const [moved] = await tx
    .update(notices)
    .set({ status: transitions[act].to, statusAt: new Date() })
    .where(and(visibleNotices(actor), eq(notices.id, deed.noticeId), inArray(notices.status, statusesFor(act))))
    .returning({ id: notices.id, contributorId: notices.contributorId })
  if (await findDone(actor, tx, act, deed)) return undefined
  if (!moved) throw changed()
  await tx.insert(noticeEvents).values(eventOf(actor, act, deed, moved.contributorId))
  return moved
}

const eventOf = (actor: Officer, act: NoticeAct, { eventId, noticeId, text }: Deed, contributorId: string) => ({
  id: eventId,
  noticeId,
  contributorId,
  act,
  side: 'office' as const,
  authorId: actor.id,
  text,
  createdAt: new Date(),
})

/**
 * This very act, if it was already done: the second of a double click.
 * @throws Refusal when something else was done from the same form: it is not swallowed
 */
async function findDone(actor: Officer, tx: Transaction, act: NoticeAct, { eventId, noticeId, text }: Deed) {
  const [done] = await tx
    .select({
      correctedById: noticeEvents.correctedById,
      same: sql<boolean>`${and(
        eq(noticeEvents.noticeId, noticeId),
        eq(noticeEvents.authorId, actor.id),
        eq(noticeEvents.act, act),
        eq(noticeEvents.text, text),
      )}`,
    })
    .from(noticeEvents)
    .where(eq(noticeEvents.id, eventId))
  if (done && !done.same)
    throw new Refusal(
      'conflict',
      'Da questa pagina hai già inviato un altro testo, e quello resta: torna alla comunicazione e guarda la sua storia.',
    )
  return done
}

/**
 * «Correggi»: publishes the notice that takes the place of another, for the same contributor, and strikes the other. The
 * old one is held before anything is numbered, as by whoever answers it: neither waits for the other.
 * @returns `correctedById`, the notice that counts from now on
 * @throws Invalid when the new one has a number already used; Refusal('conflict') as `actOnNotice`
 */
export async function correctNotice(actor: Officer, { notice, ...deed }: Deed & { notice: TypedNotice }) {
  let correctedById = ''
  await change(actor, transitions.correct.change, async (tx) => {
    const [held] = await tx
      .select({ id: notices.id, contributorId: notices.contributorId })
      .from(notices)
      .where(and(visibleNotices(actor), eq(notices.id, deed.noticeId), inArray(notices.status, statusesFor('correct'))))
      .for('update')
    const done = await findDone(actor, tx, 'correct', deed)
    if (done) {
      correctedById = done.correctedById!
      return undefined
    }
    if (!held) throw changed()
    correctedById = (await replaceNotice(actor, tx, held, { ...deed, notice })).id
    return { ...held, details: { eventId: deed.eventId, correctedById } }
  })
  return { id: deed.noticeId, correctedById }
}

/**
 * Part of a change: the correction itself, of a notice held in a status that allows it.
 * @returns the notice that counts from now on
 * @throws Invalid when it has a number already used
 */
export async function replaceNotice(
  actor: Officer,
  tx: Transaction,
  { id, contributorId }: { id: string; contributorId: string },
  { notice, ...deed }: Deed & { notice: TypedNotice },
) {
  const twin = await findTwin(actor, tx, notice.externalNumber)
  if (twin) throw numberTaken(twin)
  const published = await publishOne(actor, tx, { ...notice, contributorId }, id)
  await tx.update(notices).set({ status: transitions.correct.to, statusAt: new Date() }).where(eq(notices.id, id))
  await tx
    .insert(noticeEvents)
    .values({ ...eventOf(actor, 'correct', deed, contributorId), correctedById: published.id })
  return published
}
