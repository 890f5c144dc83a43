import 'server-only'
import { createHash } from 'node:crypto'
import { cleanFileName, extensionOf, longestFileName, shortName } from './file-name'
import { examine } from './inspect/examine'
import { kindOf, mayBeDeclaredAs } from './inspect/kinds'
import { type Finding, type RefusalReason, refusalSentence } from './inspect/refusals'

export type Inspection =
  | { accepted: true; name: string; mediaType: string; sha256: string }
  | { accepted: false; reason: RefusalReason; message: string }

/**
 * Whether a file may be attached, judged before a byte of it is kept: extension, declared type and content must agree,
 * and the content must be whole, open and harmless (OWASP ASVS 5.0, V5). `declaredType` is what the browser said, '' when
 * it said nothing; `maxBytes` is in bytes. Gives the clean name, the media type of the kind and the SHA-256 in hex, or the
 * reason with its Italian sentence. Never throws on hostile input.
 */
export async function inspectFile(
  file: { name: string; declaredType: string; bytes: Uint8Array },
  limits: { maxBytes: number },
): Promise<Inspection> {
  const name = cleanFileName(file.name)
  const kind = kindOf(extensionOf(name))
  const refuse = ({ reason, inside }: Finding): Inspection => {
    const subject = {
      name: shortName(name),
      label: kind?.label ?? '',
      size: file.bytes.length,
      maxBytes: limits.maxBytes,
      inside: inside && shortName(cleanFileName(inside)),
    }
    return { accepted: false, reason, message: refusalSentence(reason, subject) }
  }

  if (name === '') return refuse({ reason: 'name-missing' })
  if ([...name].length > longestFileName) return refuse({ reason: 'name-too-long' })
  if (!kind) return refuse({ reason: 'extension' })
  if (file.bytes.length === 0) return refuse({ reason: 'empty' })
  if (file.bytes.length > limits.maxBytes) return refuse({ reason: 'too-large' })
  if (!mayBeDeclaredAs(kind, file.declaredType)) return refuse({ reason: 'declared-type' })

  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length)
  const finding = await examine(kind.name, bytes)
  if (finding) return refuse(finding)
  return {
    accepted: true,
    name,
    mediaType: kind.mediaType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
