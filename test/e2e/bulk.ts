import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'

const typed = { email: 'prova@prova.example', areaCode: '13', topicCode: '13.01' }

type Chosen = { userId: string; contributorId: string; text: string }

/** A request for many contributors, written for one so far and not sent; gives its id. */
export async function newBulk(sql: Sql, { userId, contributorId, text }: Chosen) {
  const id = randomUUID()
  await sql`insert into bulk_requests (id, author_id, content) values (${id}, ${userId}, '{}')`
  await sql`
    insert into bulk_request_items (bulk_id, contributor_id, request_id) values (${id}, ${contributorId}, ${randomUUID()})`
  await sql`
    insert into drafts (id, kind, author_id, contributor_id, content, version, expires_at)
    values (${id}, 'entry', ${userId}, ${contributorId}, ${sql.json({ ...typed, text })}, 1, now() + interval '30 days')`
  return id
}
