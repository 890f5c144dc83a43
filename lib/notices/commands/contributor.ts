import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { noticeEvents, notices, paymentReceipts } from '@/db/schema'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { change, type Transaction } from '@/lib/change'
import { env } from '@/lib/env'
import { spend } from '@/lib/limits/count'
import { actingAs } from '@/lib/contributors/acting'
import { rightsOf } from '@/lib/contributors/rights'
import { Refusal } from '@/lib/refusal'
import { refusalToAnswer } from '../answering'
import { type ChosenReceipt, inspectReceipt, type PaymentReceipt } from '../payment-receipt'
import { visibleNotices } from '../policy'
import { readableNotices } from '../readable'
import { transitions } from '../status'

const gone = () => new Refusal('not-found', 'Questa comunicazione non c’è più.')

/** The notice that one is about to answer, locked until the change ends: the office's acts wait, or came before. */
async function lockNotice(actor: ContributorSide, tx: Transaction, noticeId: string) {
  const [notice] = await tx
    .select({ id: notices.id, status: notices.status, firstReadAt: notices.firstReadAt })
    .from(notices)
    .where(and(visibleNotices(actor), eq(notices.id, noticeId)))
    .for('update')
  if (!notice) throw gone()
  if (rightsOf[actor.title].partial)
    throw new Refusal(
      'forbidden',
      'La tua delega è parziale: a questa comunicazione risponde chi opera per tutta la posizione.',
    )
  return notice
}
type Locked = Awaited<ReturnType<typeof lockNotice>>

function refuseUnanswerable(act: 'answer' | 'declare_payment', notice: Locked) {
  const refusal = refusalToAnswer(act, notice)
  if (refusal) throw new Refusal('conflict', refusal)
}

/** The first answer puts the notice in the office's court; those after it find it there. */
async function moveOn(tx: Transaction, act: 'answer' | 'declare_payment', { id, status }: Locked) {
  const { to } = transitions[act]
  if (status !== to) await tx.update(notices).set({ status: to, statusAt: new Date() }).where(eq(notices.id, id))
}

/**
 * Part of `submitRequest`'s change, before anything is numbered: holds the notice that a request answers. An office that
 * corrects a notice takes notice and number in this order too, so that neither waits for the other.
 * @throws Refusal when the notice is not there, was not read, or can no longer be answered
 */
export async function holdNotice(actor: ContributorSide, tx: Transaction, noticeId: string) {
  refuseUnanswerable('answer', await lockNotice(actor, tx, noticeId))
}

/** Part of `submitRequest`'s change: the request just written is the answer to a notice, and stands in its history. */
export async function recordAnswer(
  actor: ContributorSide,
  tx: Transaction,
  { noticeId, requestId }: { noticeId: string; requestId: string },
) {
  const notice = await lockNotice(actor, tx, noticeId)
  refuseUnanswerable('answer', notice)
  await tx.insert(noticeEvents).values({
    id: requestId,
    noticeId,
    contributorId: actor.contributorId,
    createdAt: new Date(),
    act: 'answer',
    side: 'contributor',
    authorId: actor.id,
    ...actingAs(actor),
    requestId,
  })
  await moveOn(tx, 'answer', notice)
}

type Payment = {
  /** Made with the form: done twice, it is one payment. */
  eventId: string
  noticeId: string
  /** ISO day. */
  paidOn: string
  /** Whole cents. */
  paidCents: number
  file?: ChosenReceipt | undefined
}

/**
 * «Ho versato»: tells the office of a payment, with the receipt of it if there is one. The file is judged before anything
 * is written; the same form posted again is the same payment.
 * @throws Refusal when the notice cannot be answered (any more), or another payment was told from the same form
 * @throws Invalid when the file cannot be taken
 */
export async function declarePayment(actor: ContributorSide, { file, ...told }: Payment) {
  const receipt = file && (await inspectReceipt(actor, file))
  const done = await change(actor, 'notice.payment_declared', async (tx) => {
    const notice = await lockNotice(actor, tx, told.noticeId)
    if (await wasTold(actor, tx, told, receipt)) return undefined
    refuseUnanswerable('declare_payment', notice)
    await spend(
      tx,
      pseudonym('payments', actor.id),
      env.LIMIT_MESSAGES_PER_PERSON,
      'Hai comunicato molti versamenti in poco tempo: riprova più tardi.',
    )
    await tx.insert(noticeEvents).values({
      id: told.eventId,
      noticeId: told.noticeId,
      contributorId: actor.contributorId,
      createdAt: new Date(),
      act: 'declare_payment',
      side: 'contributor',
      authorId: actor.id,
      ...actingAs(actor),
      paidOn: told.paidOn,
      paidCents: told.paidCents,
    })
    if (receipt) await tx.insert(paymentReceipts).values({ eventId: told.eventId, ...receipt })
    await moveOn(tx, 'declare_payment', notice)
    return { id: told.noticeId, details: { eventId: told.eventId } }
  })
  return done ?? { id: told.noticeId }
}

/**
 * Whether this very payment was already told: the second of a double click.
 * @throws Refusal when another one was told from the same form: it is not swallowed
 */
async function wasTold(
  actor: ContributorSide,
  tx: Transaction,
  { eventId, noticeId, paidOn, paidCents }: Omit<Payment, 'file'>,
  receipt: PaymentReceipt | undefined,
) {
  const [event] = await tx
    .select({
      own: sql<boolean>`${and(
        eq(noticeEvents.noticeId, noticeId),
        eq(noticeEvents.authorId, actor.id),
        eq(noticeEvents.act, 'declare_payment'),
      )}`,
      paidOn: noticeEvents.paidOn,
      paidCents: noticeEvents.paidCents,
      sha256: paymentReceipts.sha256,
    })
    .from(noticeEvents)
    .leftJoin(paymentReceipts, eq(paymentReceipts.eventId, noticeEvents.id))
    .where(eq(noticeEvents.id, eventId))
  if (!event) return false
  const same =
    event.own && event.paidOn === paidOn && event.paidCents === paidCents && event.sha256 === (receipt?.sha256 ?? null)
  if (!same)
    throw new Refusal(
      'conflict',
      'Da questa pagina hai già comunicato un altro versamento, e quello resta. Torna alla comunicazione e premi di nuovo «Ho versato».',
    )
  return true
}

/** Leaves a trace of who took a copy of a receipt of payment. Of one they may not see nobody took a copy. */
export function recordReceiptDownload(actor: ContributorSide | Officer, { eventId }: { eventId: string }) {
  return change(actor, 'attachment.downloaded', async (tx) => {
    const [receipt] = await tx
      .select({ id: paymentReceipts.eventId, contributorId: noticeEvents.contributorId })
      .from(paymentReceipts)
      .innerJoin(noticeEvents, eq(noticeEvents.id, paymentReceipts.eventId))
      .innerJoin(notices, and(eq(notices.id, noticeEvents.noticeId), readableNotices(actor)))
      .where(eq(paymentReceipts.eventId, eventId))
    return receipt
  })
}
