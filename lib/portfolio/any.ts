import { type AnyColumn, sql } from 'drizzle-orm'

/** Whether a column of ids is one of many: one parameter, however many they are. */
export const isAny = (column: AnyColumn, ids: string[]) => sql`${column} = any(${sql.param(ids)}::uuid[])`
