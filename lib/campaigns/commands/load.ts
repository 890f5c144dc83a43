import 'server-only'
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { campaignFiles, campaigns } from '@/db/schema'
import { cleanFileName, longestFileName, shortName } from '@/lib/attachments/file-name'
import type { Officer } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { change, type Transaction } from '@/lib/change'
import { env } from '@/lib/env'
import { formatBytes } from '@/lib/format'
import { promiseJob } from '@/lib/jobs/promise'
import { spendAnyway } from '@/lib/limits/count'
import { cleanProse } from '@/lib/prose/clean'
import { Refusal } from '@/lib/refusal'
import { titleLength } from '../lengths'

/** Bytes of the file in one row: all of it that is held at a time. */
const pieceSize = 1024 * 1024

type Told = {
  title: string
  fileName: string
  /** Bytes, when they are declared before the file is read. */
  size?: number | undefined
}

/**
 * Takes in a file of notices as it arrives, piece by piece, and promises its dry run. Nothing is published, and nothing is
 * left of a file that stops half-way.
 * @throws Refusal('invalid') for an empty file, one beyond `IMPORT_MAX_BYTES` (before a byte is read, when its size was
 * declared) or one that ends before or after the size declared; whatever `bytes` throws
 */
export async function loadCampaign(actor: Officer, { title, fileName, size }: Told, bytes: AsyncIterable<Uint8Array>) {
  if (size !== undefined && size > env.IMPORT_MAX_BYTES) throw tooLarge()
  const heading = { title: titleOf(title), fileName: fileNameOf(fileName) }
  if (!(await spendAnyway(pseudonym('uploads', actor.id), env.LIMIT_UPLOADS_PER_PERSON)))
    throw new Refusal('too-many', 'Hai caricato molti file in poco tempo: riprova più tardi.')
  const id = v7()
  return change(actor, 'campaign.loaded', async (tx) => {
    // Between two pieces the portal waits for the network, not for its own work.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = '2min'`)
    await tx
      .insert(campaigns)
      .values({ id, officeCode: actor.officeCode, ...heading, fileSize: 0, fileSha256: '', createdBy: actor.id })
    const kept = await keepPieces(tx, id, bytes)
    if (kept.fileSize === 0) throw new Refusal('invalid', 'Il file è vuoto: scegline un altro.')
    if (size !== undefined && size !== kept.fileSize)
      throw new Refusal('invalid', 'Il file non è arrivato intero: non è stato registrato nulla. Riprova.')
    await tx
      .update(campaigns)
      .set({ ...kept, heartbeatAt: new Date() })
      .where(eq(campaigns.id, id))
    await promiseJob(tx, 'validateCampaign', { campaignId: id }, { key: `validate:${id}` })
    return { id, details: { bytes: kept.fileSize, sha256: kept.fileSha256 } }
  })
}

async function keepPieces(tx: Transaction, campaignId: string, bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let [fileSize, position] = [0, 0]
  let held: Uint8Array[] = []
  let heldSize = 0
  const keep = async () => {
    if (heldSize === 0) return
    await tx.insert(campaignFiles).values({ campaignId, position: ++position, bytes: Buffer.concat(held) })
    held = []
    heldSize = 0
  }
  for await (const piece of bytes) {
    fileSize += piece.byteLength
    if (fileSize > env.IMPORT_MAX_BYTES) throw tooLarge()
    hash.update(piece)
    held.push(piece)
    heldSize += piece.byteLength
    if (heldSize >= pieceSize) await keep()
  }
  await keep()
  return { fileSize, fileSha256: hash.digest('hex') }
}

const tooLarge = () =>
  new Refusal('invalid', `Il file supera ${formatBytes(env.IMPORT_MAX_BYTES)}: dividilo in più file.`)

function titleOf(typed: string) {
  const title = cleanProse(typed).replace(/\s+/g, ' ').trim()
  if (title.length < titleLength.min || title.length > titleLength.max)
    throw new Refusal('invalid', `Scrivi un titolo da ${titleLength.min} a ${titleLength.max} caratteri.`)
  return title
}

const fileNameOf = (given: string) => shortName(cleanFileName(given), longestFileName) || 'senza nome'
