import 'server-only'
import { desc, lt } from 'drizzle-orm'
import { db } from '@/db/read'
import { outgoingMessages } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { env } from '@/lib/env'

const pageLength = 50

/**
 * What the portal has sent or is about to send, the newest first, 50 at a time: for whoever tries the demonstration, and
 * nobody else. Ids are sorted by birth.
 * @param after the last id of the page before; from the newest when missing
 * @returns the messages, and the id after which the next page begins, if there is one
 */
export async function listOutgoingMessages(_actor: Visitor, after?: string) {
  if (!env.DEMO) return { messages: [], next: undefined }
  const rows = await db
    .select({
      id: outgoingMessages.id,
      channel: outgoingMessages.channel,
      recipient: outgoingMessages.recipient,
      subject: outgoingMessages.subject,
      body: outgoingMessages.body,
      status: outgoingMessages.status,
      attempts: outgoingMessages.attempts,
      createdAt: outgoingMessages.createdAt,
    })
    .from(outgoingMessages)
    .where(after === undefined ? undefined : lt(outgoingMessages.id, after))
    .orderBy(desc(outgoingMessages.id))
    .limit(pageLength + 1)
  const messages = rows.slice(0, pageLength)
  return { messages, next: rows.length > pageLength ? messages.at(-1)?.id : undefined }
}
