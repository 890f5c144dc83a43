import { and, type SQL, sql } from 'drizzle-orm'

/** Papers of many contributors and the order they are listed in; columns as they are called in a query. */
export type Listed = {
  /** The ids of the contributors, as an array. */
  among: SQL
  from: SQL
  id: SQL
  contributorId: SQL
  /** What they are ordered by before their id, which way, and the same in a form that no index has. */
  key: SQL
  way: SQL
  keyOfNoIndex: SQL
  search: SQL
  chosen: SQL | undefined
  /** Whether an index holds all that `chosen` asks. */
  inIndex: boolean
  /** Whether one has everybody's in this order, and nothing is asked that it does not hold. */
  everyoneInOrder: boolean
  /** The stretch of the order to look through before the whole. */
  near?: SQL | undefined
  /** Papers seen by another right than over all of a contributor's: a query of `id` and `key` of so many at most. */
  apart?: ((most: number, more?: SQL) => SQL) | undefined
}

const mine = sql`(select ids from mine)::uuid[]`
const everyContributor = sql`unnest(${mine}) held(id)`
const inOrder = ({ way }: Listed, most: number) => sql`order by key ${way}, id ${way} limit ${most}`

/** `found`: what of it is among the rows found, unless all of it. */
type Part = { name: SQL; query: SQL; found?: SQL }

const allOf = (name: SQL) => sql`select id, key from ${name}`
const none = sql`select null::uuid as id, null as key where false`

/** The `parts`, each a query of `id` and `key` that may ask those before it, and the first of them all. */
function first(listed: Listed, parts: Part[], most: number, more?: SQL) {
  const named = parts.map(({ name, query }) => sql`${name} as materialized (${query})`)
  const found = parts.flatMap(({ name, found: some = allOf(name) }) => (some === none ? [] : [some]))
  if (listed.apart) found.push(sql`(${listed.apart(most, more)})`)
  return sql`with mine as materialized (select ${listed.among} as ids), ${sql.join(named, sql`, `)} select id, key from (${sql.join(found, sql` union `)}) found ${inOrder(listed, most)}`
}

/**
 * Whoever has more than `manyContributors` looks for theirs among so many papers of everybody, the first in order: for thousands
 * of contributors a page is soon filled, and where it is not the rest is asked as for the others.
 */
const lookedAhead = 5_000
const manyContributors = 200

/** A list of no more than this is read whole, and put in order then. */
const fewAltogether = 500

/**
 * The first papers in order, of many contributors at once, as a query of `id` and `key`. In the index each contributor's
 * stand in order, and all of theirs together do not. So: those among the first of everybody's, when they fill the page; or else
 * all there are, when they are few, as on a last page or under a
 * filter that finds little; or else those of the nearest stretch of the order; or else, when that does not fill the page,
 * the first of the contributors whose first paper comes first.
 */
export function firstOfMany(listed: Listed, most: number): SQL {
  const { from, id, contributorId, key, way, chosen, near, inIndex, everyoneInOrder } = listed
  const papers = sql`select ${id} as id, ${key} as key from ${from}`
  const ordered = (limit: number) => sql`order by ${key} ${way}, ${id} ${way} limit ${limit}`
  const ofOne = (contributor: SQL, limit: number, more?: SQL) =>
    sql`(${papers} where ${and(sql`${contributorId} = ${contributor}`, chosen, more)} ${ordered(limit)})`
  const ofEach = (limit: number, more: SQL | undefined, when: SQL) =>
    sql`select held.id as contributor_id, each.id, each.key from ${everyContributor} cross join lateral ${ofOne(sql`held.id`, limit, more)} each where ${when} order by each.key ${way}, each.id ${way} limit ${most}`
  // By an index alone an array is gone through fast; where rows are read, each might be compared with all of it.
  const together = (more: SQL | undefined, limits: SQL) =>
    sql`${papers} where ${and(sql`${contributorId} = any(${mine})`, chosen, more)} ${limits}`
  const upToFew = sql`limit ${fewAltogether + 1}`
  const notAhead = everyoneInOrder ? sql`(select count(*) from ahead) < ${most}` : sql`true`
  const areMany = sql`(select count(*) from altogether) > ${fewAltogether}`
  const stillFew = and(areMany, near && sql`(select count(*) from near) < ${most}`)!

  const ahead: Part = {
    name: sql`ahead`,
    query: sql`select id, key from (select ${id} as id, ${key} as key, ${contributorId} as contributor_id from ${from} where ${and(sql`(select cardinality(ids) from mine) > ${manyContributors}`, chosen)} ${ordered(lookedAhead)}) everyone where (contributor_id in (select held.id from ${everyContributor})) is true ${inOrder(listed, most)}`,
    found: sql`select id, key from ahead where not ${notAhead}`,
  }
  const altogether: Part = {
    name: sql`altogether`,
    query: inIndex
      ? together(notAhead, upToFew)
      : sql`${papers} join ${everyContributor} on ${contributorId} = held.id where ${and(sql`true`, chosen)} ${upToFew}`,
    found: sql`select id, key from altogether where not ${areMany}`,
  }
  const nearest: Part = {
    name: sql`near`,
    query: inIndex ? together(and(near, areMany), ordered(most)) : ofEach(most, near, areMany),
    found: allOf(sql`near`),
  }
  return first(
    listed,
    [
      ...(everyoneInOrder ? [ahead] : []),
      altogether,
      ...(near ? [nearest] : []),
      { name: sql`heads`, query: ofEach(1, undefined, stillFew), found: none },
      {
        name: sql`whole`,
        query: sql`select each.id, each.key from heads cross join lateral ${ofOne(sql`heads.contributor_id`, most)} each order by each.key ${way}, each.id ${way} limit ${most}`,
      },
    ],
    most,
  )
}

/** How many of the first in order are looked through one by one for words, before the index of words is asked. */
const lookedThrough = 200
/** Up to so many contributors the index of words is asked for each of them; beyond, for all the papers that say the words. */
const askedOneByOne = 500

/** The same, by words: those found among the first in order. What is often said is soon found there. */
export const wordsAmongFirst = (listed: Listed, query: SQL, most: number): SQL =>
  sql`select id, key from (${firstOfMany(listed, lookedThrough)}) first_ones where exists (select from ${listed.from} where ${listed.id} = first_ones.id and ${listed.search} @@ ${query}) ${inOrder(listed, most)}`

/** The same, by the index of words: the whole of what it finds, and then in order. */
export function wordsAmongAll(listed: Listed, query: SQL, most: number): SQL {
  const { from, id, contributorId, key, keyOfNoIndex, way, search, chosen } = listed
  const says = and(sql`${search} @@ ${query}`, chosen)
  const howMany = sql`(select cardinality(ids) from mine)`
  const order = sql`order by ${keyOfNoIndex} ${way}, ${id} ${way} limit ${most}`
  return first(
    listed,
    [
      {
        name: sql`of_few`,
        query: sql`select ${id} as id, ${key} as key from ${from} where ${and(sql`${contributorId} = any(${mine})`, says, sql`${howMany} <= ${askedOneByOne}`)} ${order}`,
      },
      {
        name: sql`said`,
        query: sql`select ${id} as id, ${key} as key, ${contributorId} as contributor_id from ${from} where ${and(says, sql`${howMany} > ${askedOneByOne}`)}`,
        found: none,
      },
      {
        name: sql`of_many`,
        // `is true` has the contributors looked up in a table of theirs, and never compared with one after the other.
        query: sql`select id, key from said where (contributor_id in (select held.id from ${everyContributor})) is true ${inOrder(listed, most)}`,
      },
    ],
    most,
    sql`${search} @@ ${query}`,
  )
}

/** All of them in order, as a query of `id` and `key`. */
export function allOfMany({ among, from, id, contributorId, key, way, chosen, apart }: Listed): SQL {
  const held = sql`select ${id} as id, ${key} as key from ${everyContributor} join ${from} on ${contributorId} = held.id where ${and(sql`true`, chosen)}`
  const more = apart ? sql` union all (${apart(everyOne)})` : sql``
  return sql`with mine as materialized (select ${among} as ids) select id, key from (${held}${more}) held order by key ${way}, id ${way}`
}

/** More than any contributor has. */
export const everyOne = 2_147_483_647

/** How many there are in all, or `most` if there are more, as a query of `n`. */
export function countOfMany({ among, from, contributorId, search, chosen, apart }: Listed, most: number, query?: SQL) {
  const says = query && sql`${search} @@ ${query}`
  const condition = and(sql`true`, chosen, says)
  const held = sql`select 1 from ${everyContributor} join ${from} on ${contributorId} = held.id where ${condition} limit ${most}`
  const more = apart ? sql` + (select count(*)::int from (${apart(everyOne, says)}) apart)` : sql``
  return sql`with mine as materialized (select ${among} as ids) select (select count(*)::int from (${held}) held)${more} as n`
}
