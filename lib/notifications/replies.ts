import 'server-only'
import { sql } from 'drizzle-orm'
import type { NotificationChannel } from '@/db/vocabulary'
import type { Transaction } from '@/db/write'
import { newsKind, onEachChannel, reached, type Reached } from './audience'

type Entry = { entryId: string; requestId: string; contributorId: string }

/**
 * Those who have an entry of the office to read, besides its sender who is told apart (`messages.ts`): who has a verified
 * contact hears of it at once or in the next digest, as they wish.
 * @param exceptFor who was told already
 * @returns the messages to be sent at once
 */
export async function tellReaders<T>(
  tx: Transaction,
  { entryId, requestId, contributorId }: Entry,
  exceptFor: string | undefined,
  words: (channel: NotificationChannel) => T,
) {
  const readers = sql`
    select distinct accesses.user_id, accesses.contributor_id from accesses
    join unread_replies unread on unread.user_id = accesses.user_id and unread.contributor_id = accesses.contributor_id
      and unread.request_id = ${requestId} and unread.entry_id = ${entryId}
    where accesses.contributor_id = ${contributorId} and accesses.user_id is distinct from ${exceptFor ?? null}::uuid
      and accesses.valid_from <= now() and (accesses.valid_to is null or accesses.valid_to > now())`
  const people = await tx.execute<Reached>(sql`
    with reached as materialized (${reached(readers, newsKind('reply'))}),
    waiting as (
      insert into digest_items (user_id, kind, item_id, event, contributor_id)
      select user_id, kind, ${entryId}::uuid, 'replied', contributor_id from reached
      where later and num_nonnulls(email, mobile) > 0
      on conflict do nothing
    )
    select user_id, email, mobile from reached where verified and not later`)
  return people.flatMap((person) => onEachChannel(person, words))
}
