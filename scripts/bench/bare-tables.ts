import type { Sql } from 'postgres'

/**
 * Does what writes many rows while the tables have no foreign keys and no indexes but those of their constraints; then
 * makes them anew, which checks every row. Loading a million rows takes minutes so, and an hour otherwise.
 */
export async function onBareTables(sql: Sql, load: () => Promise<void>) {
  const keys = await sql<{ place: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as place, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conindid = indexrelid)`
  for (const { place, name } of keys) await sql.unsafe(`alter table ${place} drop constraint ${name}`)
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  await load()
  for (const { definition } of indexes) await sql.unsafe(definition)
  for (const { place, name, definition } of keys)
    await sql.unsafe(`alter table ${place} add constraint ${name} ${definition}`)
}
