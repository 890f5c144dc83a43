import type { Sql } from 'postgres'

/** Kinds of istanza, as they stand in the database and are read. */
const kinds = [
  { code: 'compensazione', label: 'Compensazione contributiva' },
  { code: 'rimborso', label: 'Rimborso di contributi' },
  { code: 'rateazione', label: 'Rateazione' },
]

const section = [
  {
    step: 'motivi',
    title: 'Motivi',
    facts: [{ name: 'explanation', kind: 'prose', label: 'Spiega', value: 'Il versamento è partito due volte.' }],
    table: {
      legend: 'Mesi',
      headers: ['Mese', 'Importo'],
      rows: Array.from({ length: 6 }, (_, month) => [
        { name: 'month', kind: 'month', label: 'Mese', value: `2024-0${month + 1}` },
        { name: 'amount', kind: 'amount', label: 'Importo', value: 70_060 },
      ]),
    },
  },
]

/** Makes istanze of every second request of each contributor: half a million of a million. Those closed have their provision. */
export async function loadApplications(sql: Sql) {
  const codes = kinds.map(({ code }) => code)
  const labels = kinds.map(({ label }) => label)
  await sql`
    create unlogged table bench.applications as
    select *, 1 + n % ${codes.length}::int as place from bench.requests where n / 10 % 2 = 0`
  await sql`
    update requests set application_kind = (${codes}::text[])[place], topic_code = null, area_code = 'IO',
      area_label = 'Istanze Online', topic_label = (${labels}::text[])[place],
      outcome = case requests.outcome when 'not_competent' then 'not_granted' else requests.outcome end
    from bench.applications istanze where istanze.id = requests.id`
  await sql`
    update unread_replies set to_application = true from bench.applications istanze where istanze.id = request_id`
  await sql`
    insert into applications (request_id, contributor_id, kind_version, answers, sections, figures, declaration, term_days)
    select id, contributor_id, 1, '{}', ${sql.json(section)}, '[]', 'Dichiaro che quanto scritto è vero.', 30
    from bench.applications`
  await sql`
    insert into provisions (entry_id, request_id, contributor_id, protocollo, outcome, content, sha256, decided_by, decided_at)
    select entries.id, istanze.id, istanze.contributor_id, replace(istanze.protocollo, 'INPS.', 'PROVV.'), entries.outcome,
      jsonb_build_object('protocollo', istanze.protocollo, 'outcome', entries.outcome, 'facts', istanze.words, 'law', 'L. 335/1995',
        'responsible', 'Prova', 'decidedAt', istanze.closed_at, 'figures', '[]'::jsonb, 'effects', '[]'::jsonb, 'attachments', '[]'::jsonb,
        'office', jsonb_build_object('code', istanze.office_code, 'name', 'Roma', 'unit', 'Flussi'),
        'contributor', jsonb_build_object('denomination', 'COMMITTENTE', 'codiceFiscale', '00000000000'),
        'application', jsonb_build_object('protocollo', istanze.protocollo, 'submittedAt', istanze.submitted_at, 'label', istanze.label, 'summary', '')),
      repeat('0', 64), istanze.officer_id, istanze.closed_at
    from bench.applications istanze
    join thread_entries entries on entries.request_id = istanze.id and entries.act = 'close'`
}
