import { type AnyColumn, sql } from 'drizzle-orm'

/**
 * Whether a column of ids is one of many: one parameter, however many they are. As rows to join and not as an array, which an
 * index over something else would be asked for again and again.
 */
export const isAny = (column: AnyColumn, ids: string[]) => sql`${column} in (select unnest(${sql.param(ids)}::uuid[]))`
