import { type SQL, sql } from 'drizzle-orm'
import { offices, requests, unreadReplies, users } from '@/db/schema'

/** Replies that a person of the contributor's side has not read yet. */
export const unreadRepliesOf = (userId: string): SQL<number> =>
  sql<number>`(select count(*)::int from ${unreadReplies} where ${unreadReplies.userId} = ${userId} and ${unreadReplies.contributorId} = ${requests.contributorId} and ${unreadReplies.requestId} = ${requests.id})`

/** What every list shows of a request or an istanza, beside `unread`; asks for `users`, who sent it, and `offices`. */
export const listedColumns = {
  id: requests.id,
  protocollo: requests.protocollo,
  submittedAt: requests.submittedAt,
  areaLabel: requests.areaLabel,
  topicLabel: requests.topicLabel,
  senderFirstName: users.firstName,
  senderLastName: users.lastName,
  officeName: offices.name,
  status: requests.status,
  phase: requests.phase,
  outcome: requests.outcome,
  expectedBy: requests.expectedBy,
  reopenings: requests.reopenings,
}
