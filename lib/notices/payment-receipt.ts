import 'server-only'
import { inspectFile } from '@/lib/attachments/inspect'
import { scanFile } from '@/lib/attachments/scanner'
import type { ContributorSide } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { env } from '@/lib/env'
import { spendAnyway } from '@/lib/limits/count'
import { Invalid, Refusal } from '@/lib/refusal'

/** A file as a browser sent it; `declaredType` is '' when it said nothing. */
export type ChosenReceipt = { name: string; declaredType: string; bytes: Uint8Array }
export type PaymentReceipt = { name: string; mediaType: string; size: number; sha256: string; bytes: Uint8Array }

/**
 * Judges the one file of a declared payment, by the same checks as attachments and within the same allowance.
 * @returns what is kept of it
 * @throws Invalid under `file` when it cannot be taken; Refusal when nobody can tell now, or too many were sent
 */
export async function inspectReceipt(actor: ContributorSide, file: ChosenReceipt): Promise<PaymentReceipt> {
  if (!(await spendAnyway(pseudonym('uploads', actor.id), env.LIMIT_UPLOADS_PER_PERSON)))
    throw new Refusal('too-many', 'Hai caricato molti file in poco tempo: riprova più tardi, oppure invia senza file.')
  const inspected = await inspectFile(file, { maxBytes: env.ATTACHMENT_MAX_BYTES })
  if (!inspected.accepted) throw new Invalid({ file: [inspected.message] })
  const { name, mediaType, sha256 } = inspected
  const verdict = await scanFile(file.bytes, env.CLAMD_URL)
  if (verdict === 'infected') throw new Invalid({ file: [`«${name}» contiene un virus: non è stato caricato.`] })
  if (verdict === 'unavailable')
    throw new Refusal(
      'too-many',
      `Il controllo antivirus in questo momento non risponde: «${name}» non è stato caricato. Riprova tra qualche minuto, oppure invia senza file.`,
    )
  return { name, mediaType, sha256, size: file.bytes.byteLength, bytes: file.bytes }
}
