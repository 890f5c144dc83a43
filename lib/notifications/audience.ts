import { type SQL, sql } from 'drizzle-orm'
import type { NewsKind } from '@/db/vocabulary'

/** A kind of news as a word of the database. */
export const newsKind = (kind: NewsKind) => sql`${kind}::news_kind`

/**
 * What a person said of a kind of news about a contributor: for that contributor, else for the groups of their firm that it
 * is in (told if any says so), else in general. Null is what nobody said.
 */
const wish = (kind: SQL) => sql`
  select coalesce(of_one.by_email, of_groups.by_email, in_general.by_email) as by_email,
    coalesce(of_one.by_sms, of_groups.by_sms, in_general.by_sms) as by_sms
  from (select) nobody
  left join notification_preferences of_one
    on of_one.user_id = person.user_id and of_one.contributor_id = person.contributor_id and of_one.kind = ${kind}
  left join notification_preferences in_general
    on in_general.user_id = person.user_id and in_general.kind = ${kind}
    and in_general.contributor_id is null and in_general.group_id is null
  cross join lateral (
    select bool_or(said.by_email) as by_email, bool_or(said.by_sms) as by_sms
    from notification_preferences said
    join client_groups held on held.id = said.group_id
    join client_group_members client on client.group_id = held.id and client.contributor_id = person.contributor_id
    join firm_members member on member.firm_id = held.firm_id and member.user_id = said.user_id
      and member.accepted_at is not null and member.ended_at is null
    where said.user_id = person.user_id and said.kind = ${kind}
  ) of_groups`

/**
 * Where people are reached for news of a contributor, as they wish it: at their own verified contacts (mail unless they said
 * no, SMS only if they said yes); who has none, where they consented to when they last wrote to an office.
 * `later` is who hears of it in a digest: has a verified contact, and wants one or has more contributors than one.
 * @param people rows with `user_id`, `contributor_id` and whatever else `kind` names of `person`
 * @returns rows of those people with `kind`, `email`, `mobile`, `verified`, `wanted`, `later`
 */
export const reached = (people: SQL, kind: SQL) => sql`
  select person.user_id, person.contributor_id, ${kind} as kind, own.verified,
    coalesce(wish.by_email, true) or coalesce(wish.by_sms, not own.verified) as wanted,
    case when coalesce(wish.by_email, true) then coalesce(own.email, last.email) end as email,
    case when coalesce(wish.by_sms, not own.verified) then case when own.verified then own.mobile else last.mobile end end as mobile,
    own.verified and coalesce(rhythm.rhythm, case when exists (
      select from accesses other where other.user_id = person.user_id and other.contributor_id <> person.contributor_id
        and other.valid_from <= now() and (other.valid_to is null or other.valid_to > now())
    ) then 'daily'::digest_rhythm else 'at_once' end) <> 'at_once' as later
  from (${people}) person
  join users on users.id = person.user_id and users.disabled_at is null
  cross join lateral (
    select max(value) filter (where contacts.kind = 'email') as email,
      max(value) filter (where contacts.kind = 'mobile') as mobile, count(*) > 0 as verified
    from contacts where contacts.user_id = person.user_id and contacts.status = 'verified'
  ) own
  left join lateral (
    select case when notify_by_email then email end as email, case when notify_by_sms then mobile end as mobile
    from requests where submitted_by = person.user_id order by submitted_at desc limit 1
  ) last on true
  left join notification_rhythms rhythm on rhythm.user_id = person.user_id
  cross join lateral (${wish(kind)}) wish`

/** A contributor's own address: its PEC, else its e-mail, once verified. One for each contributor. */
export const ownAddresses = (contributorIds: string[]) => sql`
  select distinct on (contributor_id) contributor_id, value as email from contacts
  where contributor_id = any(${sql.param(contributorIds)}::uuid[]) and status = 'verified' and kind in ('pec', 'email')
  order by contributor_id, kind`

export type Reached = { user_id: string; email: string | null; mobile: string | null }

/** One message for each channel on which a person is reached. */
export const onEachChannel = <T>(
  { user_id, email, mobile }: Reached,
  words: (channel: 'email' | 'sms') => T,
): ({ userId: string; channel: 'email' | 'sms'; recipient: string } & T)[] =>
  (
    [
      ['email', email],
      ['sms', mobile],
    ] as const
  ).flatMap(([channel, recipient]) =>
    recipient === null ? [] : [{ userId: user_id, channel, recipient, ...words(channel) }],
  )
