import { createHash } from 'node:crypto'
import type { TopicFact } from '@/db/topic-field'

/** What a receipt certifies (L. 241/1990 art. 18-bis): who presented what, to whom, when, and by when an answer is due. */
export type ReceiptContent = {
  protocollo: string
  submittedAt: string
  expectedBy: string
  contributor: { denomination: string; codiceFiscale: string }
  sender: { name: string; codiceFiscale: string; title: string }
  office: { code: string; name: string; unit: string }
  topic: { area: string; subject: string }
  facts: TopicFact[]
  text: string
  attachments: { name: string; size: number; sha256: string }[]
}

const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, ordered(inner)]),
        )
      : value

/** SHA-256 of the content as JSON with its keys in alphabetical order: the same facts give the same hash, wherever computed. */
export const hashOf = (content: ReceiptContent) =>
  createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex')
