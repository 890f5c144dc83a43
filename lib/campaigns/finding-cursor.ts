import { type SQL, sql } from 'drizzle-orm'
import { campaignFindings } from '@/db/schema'
import { isUuid } from '@/lib/identifiers/uuid'

/** Findings that come after the one an address names as `<line>_<id>`; all of them when it names none. */
export function findingsAfter(address: unknown): SQL | undefined {
  const [, line, id] = (typeof address === 'string' && /^(\d{1,9})_([0-9a-f-]{36})$/.exec(address)) || []
  if (line === undefined || id === undefined || !isUuid(id)) return undefined
  return sql`(${campaignFindings.line}, ${campaignFindings.id}) > (${Number(line)}, ${id}::uuid)`
}
