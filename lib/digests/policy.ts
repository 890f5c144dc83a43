import { type SQL, sql } from 'drizzle-orm'

/**
 * Whether an item that waits is still news to the person it waits for: a notice nobody read, a reply they did not see, a
 * term still open, for a contributor they may still act for. What happened to a delegation is news to who lost it too.
 * @param item the row of `digest_items`, by its name in the statement
 * @param today ISO day in Rome
 */
export const isStillNews = (item: SQL, today: string) => sql`
  case when ${item}.kind = 'delegation' then
    ${item}.event <> 'expiring' or exists (
      select from delegations given where given.id = ${item}.item_id and given.status = 'active' and given.ends_on >= ${today}::date)
  else exists (
    select from accesses held where held.user_id = ${item}.user_id and held.contributor_id = ${item}.contributor_id
      and held.valid_from <= now() and (held.valid_to is null or held.valid_to > now())
  ) and case ${item}.kind
    when 'reply' then exists (
      select from unread_replies unread where unread.user_id = ${item}.user_id
        and unread.contributor_id = ${item}.contributor_id and unread.entry_id = ${item}.item_id)
    when 'notice' then exists (select from notices told where told.id = ${item}.item_id and told.unread)
    else exists (
      select from notices told where told.id = ${item}.item_id and told.status = 'open' and told.due_by >= ${today}::date)
  end end`
