import { randomInt, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { pdf } from '../files'
import { workingDayAhead } from './days'

type Place = { contributorId: string; office: string; officerId: string }

/** One month's debt of 120,00 € with its line of the F24, as a file or the form would bring it. */
const debtOf = (contributorId: string, externalNumber: string) => ({
  externalNumber,
  kind: 'DEB-OMI',
  contributorId,
  year: 2024,
  periodFrom: '2024-03',
  periodTo: '2024-03',
  elaboratedOn: '2026-11-02',
  dueBy: workingDayAhead(25),
  contributionsCents: 12_000,
  sanctionsCents: 0,
  content: {
    contributions: [{ month: '2024-03', causale: 'CXX', due: 20_000, paid: 8_000 }],
    sanctions: [],
    f24: [{ causale: 'CXX', branch: '00100 ROMA', from: '2024-03', to: null, amount: 12_000 }],
  },
})

/** A published notice of this test alone, read by nobody yet. */
export async function newNotice(sql: Sql, { contributorId, office, officerId }: Place) {
  const id = randomUUID()
  const said = debtOf(contributorId, `E2E-${id}`)
  const protocollo = `INPS.${office}.26/11/2026.${randomInt(1_000_000, 10_000_000)}`
  await sql`
    insert into notices (id, contributor_id, office_code, protocollo, external_number, kind, year, period_from, period_to,
      elaborated_on, due_by, contributions_cents, sanctions_cents, content, sha256, published_at, published_by, status_at, search)
    values (${id}, ${contributorId}, ${office}, ${protocollo}, ${said.externalNumber}, 'DEB-OMI', ${said.year},
      ${said.periodFrom}, ${said.periodTo}, ${said.elaboratedOn}, ${said.dueBy}, ${said.contributionsCents},
      ${said.sanctionsCents}, ${sql.json(said.content)}, ${'0'.repeat(64)}, now(), ${officerId}, now(),
      to_tsvector('italian', ${`${protocollo} ${said.externalNumber}`}))`
  return { id, protocollo, externalNumber: said.externalNumber }
}

/** Another, read by a person for its contributor: it has its papers, and its receipt. */
export async function newReadNotice(sql: Sql, { userId, ...place }: Place & { userId: string }) {
  const notice = await newNotice(sql, place)
  const { contributorId } = place
  await sql`update notices set first_read_at = now() where id = ${notice.id}`
  await sql`
    insert into notice_readings (id, notice_id, contributor_id, user_id, title, read_at, first)
    select ${randomUUID()}, id, contributor_id, ${userId}, 'legal_representative', first_read_at, true
    from notices where id = ${notice.id}`
  await sql`
    insert into audit_events (actor_kind, actor_id, title, contributor_id, change, entity_id, details)
    values ('contributor', ${userId}, 'legal_representative', ${contributorId}, 'notice.read', ${notice.id},
      ${sql.json({ sha256: '0'.repeat(64) })})`
  return notice
}

/** A campaign of one notice, checked and waiting to be looked at and approved; `officerId` loaded it. */
export async function newCampaign(sql: Sql, { contributorId, office, officerId }: Place) {
  const id = randomUUID()
  const said = debtOf(contributorId, `E2E-${id}`)
  const title = `Campagna riservata ${id}`
  await sql`
    insert into campaigns (id, office_code, title, file_name, file_size, file_sha256, status, bytes_read, lines, notices,
      total_cents, created_by)
    values (${id}, ${office}, ${title}, 'prova.csv', 512, ${'0'.repeat(64)}, 'validated', 512, 2, 1, 12000, ${officerId})`
  await sql`
    insert into staged_notices (campaign_id, position, office_code, external_number, contributor_id, notice, sampled_at, line)
    values (${id}, 1, ${office}, ${said.externalNumber}, ${contributorId}, ${sql.json(said)}, now(), 2)`
  return { id, title, externalNumber: said.externalNumber }
}

/** A payment that the contributor declared, with its receipt. */
export async function newPayment(
  sql: Sql,
  {
    notice,
    contributorId,
    userId,
    fileName,
  }: { notice: string; contributorId: string; userId: string; fileName: string },
) {
  const id = randomUUID()
  const bytes = pdf(id)
  await sql`
    insert into notice_events (id, notice_id, contributor_id, act, side, author_id, paid_on, paid_cents)
    values (${id}, ${notice}, ${contributorId}, 'declare_payment', 'contributor', ${userId}, '2026-11-20', 12000)`
  await sql`
    insert into payment_receipts (event_id, name, media_type, size, sha256, bytes)
    values (${id}, ${fileName}, 'application/pdf', ${bytes.length}, ${'0'.repeat(64)}, ${bytes})`
  return id
}
