import 'server-only'
import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, favourites, firmClients, offices, visits } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { pageSize } from '@/lib/pagination'
import { chosenContributors } from '../policy'

/** How many of those entered last stand before the others. */
const recentOnes = 6

const marked = sql<boolean>`${favourites.contributorId} is not null`

/** One's contributors with what tells them apart: own client code too, of who is in a firm. */
const choices = (actor: Portfolio) =>
  db
    .select({
      id: contributors.id,
      denomination: contributors.denomination,
      codiceFiscale: contributors.codiceFiscale,
      officeName: offices.name,
      clientCode: firmClients.clientCode,
      favourite: marked,
    })
    .from(contributors)
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .leftJoin(
      firmClients,
      and(sql`${firmClients.firmId} = ${actor.firm?.id ?? null}::uuid`, eq(firmClients.contributorId, contributors.id)),
    )
    .leftJoin(favourites, and(eq(favourites.userId, actor.id), eq(favourites.contributorId, contributors.id)))
    .leftJoin(visits, and(eq(visits.userId, actor.id), eq(visits.contributorId, contributors.id)))

const mine = (actor: Portfolio) => sql`${contributors.id} in (${chosenContributors(actor)})`

/** Small letters without accents, on both sides of a comparison. */
const plain = (text: SQL) => sql`translate(lower(${text}), 'àáâäèéêëìíîïòóôöùúûü', 'aaaaeeeeiiiioooouuuu')`

const wordsOf = (typed: string) => typed.split(/\s+/).filter(Boolean)

/**
 * One's contributors of whom every word stands in the name, begins the codice fiscale, or stands in the firm's own code.
 * `offset 0` has what is looked in made once for each contributor, and for one's own alone.
 */
const saidBy = (actor: Portfolio, words: string[]) =>
  sql`${contributors.id} in (select looked.id from (
    select party.id, ${plain(sql`party.denomination || ' ' || coalesce(client.client_code, '')`)} as names, lower(party.codice_fiscale) as code
    from (${chosenContributors(actor)}) mine(id)
    join ${contributors} party on party.id = mine.id
    left join ${firmClients} client on client.firm_id = ${actor.firm?.id ?? null}::uuid and client.contributor_id = party.id
    offset 0) looked where ${and(
      ...words.map((word) => {
        const written = plain(sql`${word}::text`)
        return sql`(strpos(looked.names, ${written}) > 0 or starts_with(looked.code, ${written}))`
      }),
    )})`

/**
 * «Operi per…»: one's contributors by name, 25 at a time, all of them or those that the words find.
 * @param after the id of the last one of the page before
 */
export async function listChoices(
  actor: Portfolio,
  { words = '', after }: { words?: string; after?: string | undefined } = {},
) {
  const said = wordsOf(words)
  const rows = await choices(actor)
    .where(
      and(
        said.length > 0 ? saidBy(actor, said) : mine(actor),
        after
          ? sql`(${contributors.denomination}, ${contributors.id}) > (select party.denomination, party.id from ${contributors} party where party.id = ${after}::uuid and party.id in (${chosenContributors(actor)}))`
          : undefined,
      ),
    )
    .orderBy(asc(contributors.denomination), asc(contributors.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)!.id : undefined }
}

/** Those that the person marked, by name. */
export const listFavourites = (actor: Portfolio) =>
  choices(actor)
    .where(and(mine(actor), isNotNull(favourites.contributorId)))
    .orderBy(asc(contributors.denomination), asc(contributors.id))

/** Those that the person entered last. */
export const listRecent = (actor: Portfolio) =>
  choices(actor)
    .where(and(mine(actor), isNotNull(visits.at)))
    .orderBy(desc(visits.at), asc(contributors.id))
    .limit(recentOnes)
