import 'server-only'
import { v7 } from 'uuid'
import type { DraftKind } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { env } from '@/lib/env'
import { spendAnyway } from '@/lib/limits/count'
import { turns } from '@/lib/limits/turns'
import { Refusal } from '@/lib/refusal'
import { keepAttachment } from './commands'
import { inspectFile } from './inspect'
import { portalStorage } from './portal-storage'
import { scanFile } from './scanner'
import { StorageUnavailable } from './storage'

type Chosen = {
  name: string
  declaredType: string
  bytes: Uint8Array
  /** Tried before, with the answer lost on the way: if it arrived then, it is the same file. */
  again?: boolean
}
type Into = { id: string; kind: DraftKind; requestId: string | undefined }

/** Bodies held in memory together: eight of 3 MB, whatever arrives. */
export const uploadInTurn = turns(8, 200)

/**
 * Takes in a file chosen for a draft: inspected, scanned, and only then kept. The one way in, with scripts and without.
 * @throws Refusal that names the file and says what to do
 */
export async function receiveFile(actor: ContributorSide | Officer, into: Into, file: Chosen) {
  if (!(await spendAnyway(pseudonym('uploads', actor.id), env.LIMIT_UPLOADS_PER_PERSON)))
    throw new Refusal('too-many', 'Hai caricato molti file in poco tempo: riprova più tardi. La bozza è salva.')
  const inspected = await inspectFile(file, { maxBytes: env.ATTACHMENT_MAX_BYTES })
  if (!inspected.accepted) throw new Refusal('invalid', inspected.message)
  const { name, mediaType, sha256 } = inspected
  const verdict = await scanFile(file.bytes, env.CLAMD_URL)
  if (verdict === 'infected') throw new Refusal('invalid', `«${name}» contiene un virus: non è stato caricato.`)
  if (verdict === 'unavailable')
    throw new Refusal(
      'too-many',
      `Il controllo antivirus in questo momento non risponde: «${name}» non è stato caricato. Riprova tra qualche minuto; quello che hai scritto è salvo.`,
    )
  const id = v7()
  const kept = await portalStorage.keep({ id, name, mediaType, bytes: file.bytes }).catch((error: unknown) => {
    throw error instanceof StorageUnavailable
      ? new Refusal(
          'too-many',
          `L’archivio dei file in questo momento non risponde: «${name}» non è stato caricato. Riprova tra qualche minuto; quello che hai scritto è salvo.`,
        )
      : error
  })
  const discard = async () => void (kept.driver === 'database' || (await portalStorage.discard(kept.key)))
  const size = file.bytes.byteLength
  const attachment = await keepAttachment(actor, into, { id, name, mediaType, size, sha256, kept }, file.again).catch(
    async (error: unknown) => {
      await discard()
      throw error
    },
  )
  if (attachment.id !== id) await discard()
  return { ...attachment, mediaType, size, sha256 }
}

/** The files of a form posted whole, without scripts; an empty choice is no file. */
export async function receiveFiles(actor: ContributorSide | Officer, into: Into, files: File[]) {
  for (const file of files)
    if (file.size > 0 || file.name !== '')
      await receiveFile(actor, into, {
        name: file.name,
        declaredType: file.type,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })
}
