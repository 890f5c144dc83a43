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
  /** ISO instant, by the server's clock. */
  readAt: string
  /** Number of the reading in the record, and the hash that chains it there. */
  sequence: number
  chainHash: string
}

/** The code printed on the receipt. */
export const codeOfReading = (content: ReadingContent) => codeOf(content.sequence, content)
