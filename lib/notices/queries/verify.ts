import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/read'
import { auditEvents, papers } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { sha256 } from '@/lib/evidence/canonical'
import { isCodeOf } from '@/lib/evidence/code'
import { parseCode } from '@/lib/evidence/parse-code'
import { enclosedIn } from '@/lib/paper/enclosure'
import type { ReadingContent } from '../papers/reading'

const same = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * Whether a code is the one of a receipt of reading as it was issued, and the record still bears the reading where the
 * receipt says. With a file: whether that file is the receipt, PDF or JSON, byte for byte.
 * @returns yes or no, and not why: whoever asks may be anybody
 */
export async function matchReceipt(_actor: Visitor, { code, file }: { code: string; file?: Uint8Array | undefined }) {
  const typed = parseCode(code)
  if (!typed) return false
  const [issued] = await db
    .select({ bytes: papers.bytes, chainHash: auditEvents.hash })
    .from(auditEvents)
    .innerJoin(papers, and(eq(papers.noticeId, auditEvents.entityId), eq(papers.kind, 'reading_receipt')))
    .where(and(eq(auditEvents.sequence, typed.sequence), eq(auditEvents.change, 'notice.read')))
  if (!issued) return false
  const json = enclosedIn(issued.bytes)
  const content = JSON.parse(json.toString()) as ReadingContent
  if (!isCodeOf(typed, content) || content.sequence !== typed.sequence || !same(content.chainHash, issued.chainHash))
    return false
  if (!file) return true
  const given = sha256(file)
  return [sha256(json), sha256(issued.bytes)].some((hash) => same(hash, given))
}
