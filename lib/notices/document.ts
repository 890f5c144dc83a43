import type { NewNotice } from '@/db/notice-content'
import { sha256Of } from '@/lib/evidence/canonical'

/** What a notice says, to whom and when: what its hash covers. Of the contributor the code alone, which never changes. */
export type NoticeDocument = Omit<NewNotice, 'contributorId'> & {
  protocollo: string
  officeCode: string
  codiceFiscale: string
  /** ISO instant. */
  publishedAt: string
}

/** The hash of a notice, hexadecimal: kept with it, written in its papers and in the receipt of its reading. */
export const hashOfNotice = (document: NoticeDocument) => sha256Of(document)
