import { examineArchive } from './archive'
import { isOle, isZip, oleFinding } from './entry-content'
import type { KindName } from './kinds'
import { examineP7m } from './p7m'
import { examinePdf } from './pdf'
import type { Finding } from './refusals'
import { opensWith, signatureOf } from './signature'
import { examineMessage, examinePlainText, examineXml } from './text'
import { endsWithZip } from './trailing-zip'

/** What is wrong with the content of a file that claims to be of a kind; undefined when nothing is. */
export async function examine(kind: KindName, bytes: Buffer): Promise<Finding | undefined> {
  switch (kind) {
    case 'pdf':
      return examinePdf(bytes) ?? examineSigned(bytes, ['%PDF-'], ['pdf'])
    case 'jpg':
      return examineSigned(bytes, ['\xff\xd8\xff'], ['jpg'])
    case 'png':
      return examineSigned(bytes, ['\x89PNG\r\n\x1a\n'], ['png', 'apng'])
    case 'tiff':
      return examineSigned(bytes, ['II*\0', 'MM\0*'], ['tif'])
    case 'docx':
    case 'xlsx':
    case 'odt':
    case 'ods':
    case 'zip':
      return examineContainer(kind, bytes)
    case 'p7m':
      return examineP7m(bytes)
    case 'xml':
      return recognised(bytes, examineXml(bytes))
    case 'csv':
    case 'txt':
      return recognised(bytes, examinePlainText(bytes))
    case 'eml':
      return recognised(bytes, examineMessage(bytes))
  }
}

/** A format with a signature: at the first byte, confirmed by `file-type`, and with no archive hung on its end. */
async function examineSigned(bytes: Buffer, openings: string[], signatures: string[]): Promise<Finding | undefined> {
  const signature = await signatureOf(bytes)
  if (!opensWith(bytes, ...openings) || !signature || !signatures.includes(signature)) return { reason: 'disguised' }
  return endsWithZip(bytes) ? { reason: 'polyglot' } : undefined
}

async function examineContainer(
  kind: 'docx' | 'xlsx' | 'odt' | 'ods' | 'zip',
  bytes: Buffer,
): Promise<Finding | undefined> {
  if (kind !== 'zip' && isOle(bytes)) {
    return oleFinding(bytes)?.reason === 'encrypted' ? { reason: 'encrypted' } : { reason: 'disguised' }
  }
  if (!isZip(bytes)) return { reason: 'disguised' }
  // Programs and books in ZIP clothes have names of their own (jar, apk, epub); documents are told by what they hold.
  const signature = kind === 'zip' ? await signatureOf(bytes) : undefined
  if (signature && signature !== 'zip') return { reason: 'disguised' }
  const examined = await examineArchive(bytes)
  if ('reason' in examined) return kind === 'zip' ? examined : { reason: examined.reason }
  if (examined.entries === 0) return { reason: 'empty' }
  return examined.shape === (kind === 'zip' ? 'archive' : kind) ? undefined : { reason: 'disguised' }
}

/** Content that is not text gets the truer of two reasons: another format by another name, or nothing readable. */
async function recognised(bytes: Buffer, finding: Finding | undefined): Promise<Finding | undefined> {
  if (finding?.reason !== 'not-text' || opensWith(bytes, '\xff\xfe', '\xfe\xff')) return finding
  return (await signatureOf(bytes)) ? { reason: 'disguised' } : finding
}
