import type { Figure, Section } from '@/db/application-content'
import type { Fact } from '@/db/question'
import { sha256Of } from '@/lib/evidence/canonical'

/** What a receipt certifies (L. 241/1990 art. 18-bis): who presented what, to whom, when, and by when an answer is due. */
export type ReceiptContent = {
  protocollo: string
  submittedAt: string
  expectedBy: string
  contributor: { denomination: string; codiceFiscale: string }
  /** `firm`, when they sent it for one. */
  sender: { name: string; codiceFiscale: string; title: string; firm?: string }
  office: { code: string; name: string; unit: string }
  topic: { area: string; subject: string }
  facts: Fact[]
  /** Codici fiscali of the workers it is about, when a partial delegate sent it. */
  workers?: string[]
  text: string
  attachments: { name: string; size: number; sha256: string }[]
  /** Of an istanza: all of what it contains, the term of the law and the rule that sets it. */
  application?: {
    sections: Section[]
    figures: Figure[]
    declaration: string
    term: { days: number; source: string }
  }
}

/** SHA-256 of the content: the same facts give the same hash, wherever computed. */
export const hashOf = (content: ReceiptContent) => sha256Of(content)

/** Who sent it, as the receipt says it: «Anna Prova, delegato – Studio Verdi». */
export const senderOf = ({ name, title, firm }: ReceiptContent['sender']) =>
  `${name}, ${title.toLowerCase()}${firm ? ` – ${firm}` : ''}`
