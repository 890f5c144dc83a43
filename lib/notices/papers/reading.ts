import { codeOf } from '@/lib/evidence/code'

/** What a receipt of reading certifies: who read which notice, for whom, under which title, when, and where it is recorded. */
export type ReadingContent = {
  protocollo: string
  externalNumber: string
  /** SHA-256 of what the notice says, to whom and when. */
  noticeSha256: string
  reader: { name: string; codiceFiscale: string }
  contributor: { denomination: string; codiceFiscale: string }
  title: string
  /** The firm for which they read it, if any: those read before there were firms have not even the key. */
  firm?: string
  /** ISO instant, by the server's clock. */
  readAt: string
  /** Number of the reading in the record, and the hash that chains it there. */
  sequence: number
  chainHash: string
}

/** The code printed on the receipt. */
export const codeOfReading = (content: ReadingContent) => codeOf(content.sequence, content)

/** Who read it, as the receipt says it: «Anna Prova, delegato – Studio Verdi». */
export const readerOf = ({ reader, title, firm }: ReadingContent) =>
  `${reader.name}, ${title.toLowerCase()}${firm ? ` – ${firm}` : ''}`
