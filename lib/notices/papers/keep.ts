import 'server-only'
import type { PaperKind } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { enclosedIn } from '@/lib/paper/enclosure'
import { keepPaper } from '../commands/papers'
import { findKeptHash, findNoticeToPrint, findPaper, findReading } from '../queries/papers'
import { noticePdf } from './notice-pdf'
import { codeOfReading, type ReadingContent } from './reading'
import { readingReceiptPdf } from './receipt-pdf'

type Reader = ContributorSide | Officer

/** A document as it is given: its bytes are the same at every asking. */
export type IssuedPaper = { bytes: Uint8Array<ArrayBuffer>; sha256: string; name: string }

const makers: Record<PaperKind, (actor: Reader, noticeId: string) => Promise<Uint8Array | undefined>> = {
  notice: async (actor, noticeId) => {
    const notice = await findNoticeToPrint(actor, noticeId)
    return notice && noticePdf(notice)
  },
  reading_receipt: async (actor, noticeId) => {
    const content = await findReading(actor, noticeId)
    return content && readingReceiptPdf(content)
  },
}

/** Made and kept, if it was not yet. @returns whether there is one to give */
async function make(actor: Reader, kind: PaperKind, noticeId: string) {
  const bytes = await makers[kind](actor, noticeId)
  if (bytes) await keepPaper(actor, kind, noticeId, bytes)
  return bytes !== undefined
}

/** The document of this kind, made at the first asking; whoever asks meanwhile gets the one that was kept. */
const issue = async (actor: Reader, kind: PaperKind, noticeId: string) =>
  (await findPaper(actor, kind, noticeId)) ??
  ((await make(actor, kind, noticeId)) ? findPaper(actor, kind, noticeId) : undefined)

const fileName = (begins: string, protocollo: string, extension: string) =>
  `${begins}-${protocollo.replaceAll('/', '-')}.${extension}`

/**
 * A notice as a tagged PDF.
 * @returns undefined for who may not see it, and for the contributor until they have read it
 */
export async function noticePaper(actor: Reader, noticeId: string): Promise<IssuedPaper | undefined> {
  const paper = await issue(actor, 'notice', noticeId)
  if (!paper) return undefined
  const { bytes, sha256, protocollo } = paper
  return { bytes: new Uint8Array(bytes), sha256, name: fileName('comunicazione', protocollo, 'pdf') }
}

/** The SHA-256 of the PDF that `noticePaper` gives, hexadecimal, with no need to fetch its bytes. */
export const findPaperHash = async (actor: Reader, noticeId: string) =>
  (await findKeptHash(actor, 'notice', noticeId)) ??
  ((await make(actor, 'notice', noticeId)) ? findKeptHash(actor, 'notice', noticeId) : undefined)

/**
 * Ricevuta di lettura: what it certifies, the code with which anyone checks it, and its two files.
 * @returns undefined for who may not see the notice, and while nobody has read it
 */
export async function readingReceipt(actor: Reader, noticeId: string) {
  const paper = await issue(actor, 'reading_receipt', noticeId)
  if (!paper) return undefined
  const { bytes, sha256, protocollo } = paper
  // What it said when it was issued: names may change since, and the code must stand.
  const json = new Uint8Array(enclosedIn(bytes))
  const content = JSON.parse(new TextDecoder().decode(json)) as ReadingContent
  return {
    content,
    code: codeOfReading(content),
    json: { bytes: json, name: fileName('ricevuta-di-lettura', protocollo, 'json') },
    pdf: { bytes: new Uint8Array(bytes), sha256, name: fileName('ricevuta-di-lettura', protocollo, 'pdf') },
  }
}
