import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { bulkRequestItems, bulkRequests, drafts } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { sideOf } from '@/lib/auth/session'
import { pseudonym } from '@/lib/auth/token'
import { change } from '@/lib/change'
import { rightsOf } from '@/lib/contributors/rights'
import { env } from '@/lib/env'
import { spend } from '@/lib/limits/count'
import { describeError } from '@/lib/logging/describe-error'
import { log } from '@/lib/logging/log'
import { Invalid, Refusal } from '@/lib/refusal'
import { checkRequest } from '@/lib/requests/check'
import { fileRequest, spendOfContributor, tooManyRequests } from '@/lib/requests/commands/submit'
import { workersField } from '@/lib/requests/workers'
import { ownBulkDrafts, ownBulks } from '../policy'
import { type BulkFile, findBulk, listBulkFiles, listUnsent } from '../queries/bulk'
import { copyToDraft } from './copy'

/** Milliseconds after which the rest is left for another press: no browser, and no proxy, waits for ever. */
const patience = 25_000

type Sending = { bulkId: string; version: number }
type Unsent = Awaited<ReturnType<typeof listUnsent>>[number]
type Words = { content: Record<string, string>; files: BulkFile[] }

/**
 * «Invia N richieste», and «Riprova»: what was written becomes a request of each contributor not served yet, with its own
 * protocollo, receipt and title, in a transaction of its own, so that one that cannot be sent stops no other. Sent twice, by a
 * double click or a retry, it is sent once: each contributor's request has had its id since it was chosen.
 * @param version of the draft that was looked at before sending
 * @throws Invalid when the draft is not complete; Refusal when it is not there, has changed, or too many were sent
 */
export async function sendBulk(actor: Portfolio, { bulkId, version }: Sending, until = Date.now() + patience) {
  const content = (await sealed(actor, bulkId)) ?? (await seal(actor, { bulkId, version }))
  // Before the list: files that went with the draft went because nobody was left to serve.
  const files = await listBulkFiles(actor, bulkId)
  const unsent = await listUnsent(actor, bulkId)
  if (unsent.length === 0) return
  const words = { content, files: filesOf(content, files) }
  for (const item of unsent) {
    if (Date.now() >= until) break
    await sendOne(actor, bulkId, item, words).catch((error: unknown) => keepError(actor, bulkId, item, error))
  }
  await dropDraft(actor, bulkId)
}

/** Text and names of files as they were written down when the sending began. */
async function sealed(actor: Portfolio, bulkId: string) {
  const bulk = await findBulk(actor, bulkId)
  if (!bulk) throw new Refusal('not-found', 'Questa richiesta non c’è più.')
  return bulk.sealed ? bulk.sealedContent : undefined
}

/** From here on text and files are what they are: every request says the same, and so does every retry. */
async function seal(actor: Portfolio, { bulkId, version }: Sending) {
  const bulk = await findBulk(actor, bulkId)
  const side = bulk?.hostId ? await sideOf(actor, bulk.hostId) : undefined
  if (!side || !bulk?.typed)
    throw new Refusal('conflict', 'Non puoi più agire per uno dei contribuenti: torna alla scelta dei contribuenti.')
  await checkRequest(side, bulk.typed)
  const files = await listBulkFiles(actor, bulkId)
  const content = { ...forMany(bulk.typed), attachmentIds: files.map(({ id }) => id).join(' ') }
  const now = await change(actor, 'bulk_request.tried', async (tx) => {
    const looked = and(ownBulkDrafts(actor), eq(drafts.id, bulkId), eq(drafts.version, version))
    const [row] = await tx
      .update(bulkRequests)
      .set({ content })
      .where(
        and(
          ownBulks(actor),
          eq(bulkRequests.id, bulkId),
          sql`${bulkRequests.content} = '{}'::jsonb`,
          sql`exists (select from ${drafts} where ${looked})`,
        ),
      )
      .returning({ id: bulkRequests.id })
    // One try for the person, however many it is for: they wrote once. Each contributor's own limit is counted with its request.
    if (row) await spend(tx, pseudonym('requests', actor.id), env.LIMIT_REQUESTS_PER_PERSON, tooManyRequests)
    return row
  })
  if (now) return content
  const byTwin = await sealed(actor, bulkId)
  if (byTwin) return byTwin
  throw new Refusal(
    'conflict',
    'La richiesta è cambiata in un’altra scheda: ricarica la pagina e controllala di nuovo.',
  )
}

/** What belongs to one contributor alone is not said for many. */
const forMany = (typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'noticeId' && name !== workersField))

function filesOf(content: Record<string, string>, files: BulkFile[]) {
  const ids = (content.attachmentIds ?? '').split(' ').filter(Boolean)
  const found = files.filter(({ id }) => ids.includes(id))
  if (found.length < ids.length)
    throw new Refusal(
      'conflict',
      'I file di questa richiesta non ci sono più: per chi manca prepara una nuova richiesta.',
    )
  return found
}

async function sendOne(actor: Portfolio, bulkId: string, { contributorId, requestId }: Unsent, words: Words) {
  const side = await sideOf(actor, contributorId)
  if (!side) throw new Refusal('forbidden', 'Non puoi più agire per questo contribuente.')
  if (rightsOf[side.title].partial)
    throw new Refusal(
      'forbidden',
      'La tua delega è parziale: scrivi dalla pagina del contribuente, indicando i collaboratori.',
    )
  const checked = await checkRequest(side, words.content)
  await change(side, 'request.submitted', async (tx) => {
    const [sent] = await tx
      .update(bulkRequestItems)
      .set({ sentAt: sql`now()`, error: null })
      .where(and(ofContributor(bulkId, contributorId), isNull(bulkRequestItems.sentAt)))
      .returning({ requestId: bulkRequestItems.requestId })
    if (!sent) return undefined
    await spendOfContributor(side, tx)
    await copyToDraft(side, tx, requestId, words)
    await fileRequest(side, tx, requestId, checked)
    return { id: requestId, entryId: requestId, details: { bulk: bulkId } }
  })
}

const ofContributor = (bulkId: string, contributorId: string) =>
  and(eq(bulkRequestItems.bulkId, bulkId), eq(bulkRequestItems.contributorId, contributorId))

/** Why this one was not sent, for its row of the result. */
async function keepError(actor: Portfolio, bulkId: string, { contributorId }: Unsent, thrown: unknown) {
  if (!(thrown instanceof Refusal || thrown instanceof Invalid))
    log('error', 'bulk_request.failed', { ...describeError(thrown), entityId: bulkId, contributorId })
  await change(actor, 'bulk_request.tried', async (tx) => {
    const [kept] = await tx
      .update(bulkRequestItems)
      .set({ error: wordsOf(thrown) })
      .where(and(ofContributor(bulkId, contributorId), isNull(bulkRequestItems.sentAt)))
      .returning({ id: bulkRequestItems.requestId })
    return kept
  })
}

function wordsOf(thrown: unknown) {
  if (thrown instanceof Refusal) return thrown.message
  if (thrown instanceof Invalid) return 'Qualcosa nella richiesta non è più valido: prepara una nuova richiesta.'
  return 'Qualcosa non ha funzionato da parte nostra: riprova tra qualche minuto.'
}

/** Once everybody is served the draft has had its day; while somebody is not, its files wait for the retry. */
const dropDraft = (actor: Portfolio, bulkId: string) =>
  change(actor, 'bulk_request.tried', async (tx) => {
    const [dropped] = await tx
      .delete(drafts)
      .where(
        and(
          ownBulkDrafts(actor),
          eq(drafts.id, bulkId),
          sql`not exists (select from ${bulkRequestItems} where ${bulkRequestItems.bulkId} = ${bulkId} and ${bulkRequestItems.sentAt} is null)`,
        ),
      )
      .returning({ id: drafts.id })
    return dropped
  })
