import type { Sql } from 'postgres'

/** Writes a receipt for every request, and one or two attachments of a few bytes for every third. */
export async function loadPapers(sql: Sql) {
  await sql`
    insert into receipts (request_id, contributor_id, content, sha256, issued_at)
    select id, contributor_id, content, encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), submitted_at
    from (
      select *, jsonb_build_object('protocollo', protocollo, 'submittedAt', submitted_at, 'expectedBy', submitted_at::date + 7,
        'topic', jsonb_build_object('area', area_label, 'subject', label), 'text', words, 'facts', '[]'::jsonb,
        'attachments', '[]'::jsonb) as content
      from bench.requests
    ) issued order by submitted_at`
  await sql`
    create unlogged table bench.attachments as
    select uuidv7(submitted_at - now()) as attachment_id, requests.*, copy
    from bench.requests cross join generate_series(1, 2) copy where n % 3 = 0 and (copy = 1 or fate < 0.5)`
  await sql`
    insert into attachments (id, contributor_id, uploader_id, request_id, entry_id, name, media_type, size, sha256, storage, created_at)
    select attachment_id, contributor_id, user_id, id, id, 'quietanza-' || copy || '.pdf', 'application/pdf', 64,
      encode(sha256(convert_to(attachment_id::text, 'UTF8')), 'hex'), 'database', submitted_at
    from bench.attachments order by submitted_at`
  await sql`
    insert into attachment_contents (attachment_id, bytes)
    select attachment_id, convert_to(repeat('x', 64), 'UTF8') from bench.attachments order by submitted_at`
}
