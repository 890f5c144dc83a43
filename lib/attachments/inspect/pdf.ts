import type { Finding } from './refusals'

const openingBytes = 1024
const webPage = /<(?:!doctype\s+html|html|head|body|script|svg|iframe)[\s>/]/i

/** A PDF begins at its first byte, is no web page besides, and opens without a password (ISO 32000-1, 7.5.2 and 7.6). */
export function examinePdf(bytes: Buffer): Finding | undefined {
  const opening = bytes.subarray(0, openingBytes).toString('latin1')
  const start = opening.indexOf('%PDF-')
  if (start === -1) return { reason: 'disguised' }
  if (start > 0 || webPage.test(opening)) return { reason: 'polyglot' }
  if (isEncrypted(bytes.toString('latin1'))) return { reason: 'encrypted' }
  return undefined
}

/** An encryption dictionary is named by the trailer (or by the dictionary of a cross-reference stream) and nowhere else. */
function isEncrypted(text: string): boolean {
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/.test(withoutStreams(text))
}

/** The objects without the content of their streams, where a page may well print the word «/Encrypt». */
function withoutStreams(text: string): string {
  const parts: string[] = []
  let from = 0
  for (const opening of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (opening.index < from) continue
    const end = text.indexOf('endstream', opening.index)
    if (end === -1) break
    parts.push(text.slice(from, opening.index))
    from = end
  }
  return parts.concat(text.slice(from)).join('\n')
}
