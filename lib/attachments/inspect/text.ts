import { isUtf8 } from 'node:buffer'
import type { Finding } from './refusals'

const tab = 0x09
const lineFeed = 0x0a
const formFeed = 0x0c
const carriageReturn = 0x0d
/** Ctrl-Z, with which old programs end a text file. */
const endOfText = 0x1a
const undefinedInWindows1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const otherFormats = /^(?:%PDF-|%!PS|\{\\rtf|<\?php|#!\/)/i
const webPage = /^<(?:!doctype\s+html|html|head|body|script|svg|iframe)[\s>/]/i
const script = /<(?:[\w.-]{1,40}:)?script[\s>/]/i

/** CSV and TXT: text, and not the text of another format that a browser or a program would open. */
export function examinePlainText(bytes: Buffer): Finding | undefined {
  const text = textOf(bytes)
  if (text === undefined) return { reason: 'not-text' }
  if (otherFormats.test(text)) return { reason: 'disguised' }
  return webPage.test(afterProlog(text).rest) ? { reason: 'active-content' } : undefined
}

/** An e-mail message: text that begins with the header fields of RFC 5322. */
export function examineMessage(bytes: Buffer): Finding | undefined {
  const text = textOf(bytes)
  if (text === undefined) return { reason: 'not-text' }
  const header = text.slice(0, 16_384).split(/\r?\n\r?\n/, 1)[0]!
  const begins = /^(?:From [^\n]*\n)?[!-9;-~]{1,76}:/.test(header)
  const known = /^(?:from|to|date|subject|received|message-id|mime-version|return-path|delivered-to):/im
  return begins && known.test(header) ? undefined : { reason: 'disguised' }
}

/** XML: text with one root element that is neither a web page nor a drawing, without scripts and without entities. */
export function examineXml(bytes: Buffer): Finding | undefined {
  const text = textOf(bytes)
  if (text === undefined) return { reason: 'not-text' }
  const { rest, doctype } = afterProlog(text)
  if (webPage.test(rest) || doctype.includes('[') || script.test(rest)) return { reason: 'active-content' }
  const root = /^<(?:[^\s<>/:="'!?]+:)?([^\s<>/:="'!?]+)/.exec(rest)?.[1]
  if (!root) return { reason: 'disguised' }
  if (/^(?:html|svg)$/i.test(root)) return { reason: 'active-content' }
  return rest.trimEnd().endsWith('>') ? undefined : { reason: 'damaged' }
}

/** The text in UTF-8 or else in Windows-1252; undefined when it holds bytes that no text holds. */
function textOf(bytes: Buffer): string | undefined {
  const printable = bytes.every(
    (byte, at) =>
      byte >= 0x20 ||
      byte === tab ||
      byte === lineFeed ||
      byte === carriageReturn ||
      byte === formFeed ||
      (byte === endOfText && at === bytes.length - 1),
  )
  if (!printable) return undefined
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  return undefinedInWindows1252.some((byte) => bytes.includes(byte))
    ? undefined
    : new TextDecoder('windows-1252').decode(bytes)
}

/** What follows declarations, comments and document type: where the root element should be. */
function afterProlog(text: string): { rest: string; doctype: string } {
  let at = 0
  let doctype = ''
  for (;;) {
    while (at < text.length && text[at]!.trim() === '') at += 1
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined
    if (close) {
      const end = text.indexOf(close, at)
      if (end === -1) return { rest: '', doctype }
      at = end + close.length
    } else if (/^<!doctype\s+(?!html)/i.test(text.slice(at, at + 32))) {
      const end = text.indexOf('>', at)
      if (end === -1) return { rest: '', doctype }
      doctype = text.slice(at, end)
      at = end + 1
    } else return { rest: text.slice(at), doctype }
  }
}
