import { randomInt, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { aFilledDecision, applicationContent, provisionContent, receiptContent } from './application-papers'

type Place = {
  contributorId: string
  /** Who sent them. */
  userId: string
  office: string
  /** Who has them in charge, and a colleague. */
  holderId: string
  colleagueId: string
}

/** An istanza in charge that a colleague proposes to refuse, and that its holder is deciding; and one that was granted. */
export async function newApplications(sql: Sql, place: Place) {
  const [open, decided] = [await newApplication(sql, place), await newApplication(sql, place)]
  await sql`
    insert into refusal_proposals (id, request_id, proposed_by, facts, law)
    values (${randomUUID()}, ${open.id}, ${place.colleagueId}, ${aFilledDecision.facts}, ${aFilledDecision.law})`
  const decision = randomUUID()
  await sql`
    insert into drafts (id, kind, author_id, contributor_id, request_id, content, version, expires_at)
    values (${decision}, 'entry', ${place.holderId}, ${place.contributorId}, ${open.id},
      ${sql.json({ act: 'decide', ...aFilledDecision })}, 1, now() + interval '30 days')`
  const provision = await provide(sql, place, decided)
  return {
    application: open.id,
    decided: decided.id,
    decision,
    secrets: [open.protocollo, decided.protocollo, provision, aFilledDecision.facts],
  }
}

const protocolloOf = (office: string) => `INPS.${office}.26/11/2026.${randomInt(1_000_000, 10_000_000)}`

async function newApplication(sql: Sql, { contributorId, userId, office, holderId }: Place) {
  const id = randomUUID()
  const protocollo = protocolloOf(office)
  const { answers, sections, declaration } = applicationContent
  await sql`
    insert into requests (id, contributor_id, protocollo, office_code, unit_code, application_kind, area_code, area_label,
      topic_label, facts, email, notify_by_email, notify_by_sms, status, officer_id, submitted_by, submitted_at, expected_by, search)
    values (${id}, ${contributorId}, ${protocollo}, ${office}, 'FC', 'rettifica-f24', 'IO', 'Istanze Online', 'Rettifica di F24',
      ${sql.json([])}, 'prova@esempio.it', false, false, 'taken_up', ${holderId}, ${userId}, now(), '2026-12-26',
      to_tsvector('italian', ${protocollo}))`
  await newEntry(sql, {
    id,
    requestId: id,
    contributorId,
    act: 'submit',
    side: 'contributor',
    authorId: userId,
    office,
  })
  await sql`
    insert into applications (request_id, contributor_id, kind_version, answers, sections, figures, declaration, term_days)
    values (${id}, ${contributorId}, 1, ${sql.json(answers)}, ${sql.json(sections)}, ${sql.json([])}, ${declaration}, 30)`
  await sql`
    insert into receipts (request_id, contributor_id, content, sha256)
    values (${id}, ${contributorId}, ${sql.json(receiptContent(protocollo, office))}, ${'0'.repeat(64)})`
  return { id, protocollo }
}

async function provide(
  sql: Sql,
  { contributorId, office, holderId }: Place,
  request: { id: string; protocollo: string },
) {
  const id = randomUUID()
  const protocollo = protocolloOf(office)
  await sql`update requests set status = 'closed', outcome = 'granted', closed_at = now() where id = ${request.id}`
  await newEntry(sql, {
    id,
    requestId: request.id,
    contributorId,
    act: 'decide',
    side: 'office',
    authorId: holderId,
    office,
  })
  await sql`
    insert into provisions (entry_id, request_id, contributor_id, protocollo, outcome, content, sha256, decided_by, decided_at)
    values (${id}, ${request.id}, ${contributorId}, ${protocollo}, 'granted',
      ${sql.json(provisionContent(protocollo, request.protocollo, office))}, ${'0'.repeat(64)}, ${holderId}, now())`
  return protocollo
}

type Entry = {
  id: string
  requestId: string
  contributorId: string
  act: 'submit' | 'decide'
  side: 'contributor' | 'office'
  authorId: string
  office: string
}

const newEntry = (sql: Sql, { id, requestId, contributorId, act, side, authorId, office }: Entry) => sql`
  insert into thread_entries (id, request_id, contributor_id, act, side, author_id, title, office_code, unit_code, outcome)
  values (${id}, ${requestId}, ${contributorId}, ${act}, ${side}, ${authorId},
    ${side === 'contributor' ? 'legal_representative' : null}, ${office}, 'FC', ${act === 'decide' ? 'granted' : null})`
