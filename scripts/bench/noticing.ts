import postgres, { type Sql } from 'postgres'
import { isEntityCodiceFiscale } from '../../lib/identifiers/codice-fiscale'
import type { Lifetime } from '../lifetime'
import { pause } from '../processes'
import type { Browser } from './browser'
import { measureRound, summary } from './measure'
import { growthDuring } from './memory'
import { few, many } from './notices'
import { plainPage } from './pages'
import { largeOffice, officer, representative } from './people'
import { withPortal } from './portal'
import { progress, report } from './report'
import { signIn } from './sign-in'

const fileRows = 100_000
const rowsOfNotice = 5
const rounds = 3

/** Gives the contributors of the measured office codes that a file's checks let pass. */
async function makeTrueCodes(sql: Sql) {
  const rows = await sql<{ id: string }[]>`select id from contributors where office_code = ${largeOffice} order by id`
  const codes = rows.map((_, index) => {
    const body = String(9_000_000_000 + index)
    return [...'0123456789'].map((check) => body + check).find(isEntityCodiceFiscale)!
  })
  await sql`
    update contributors set codice_fiscale = given.code
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${codes}::text[]) given(id, code) where contributors.id = given.id`
  return codes
}

/** A file of notices of five rows each: two months due, two sanctions, one line of the F24. */
function* fileOf(codes: string[]) {
  yield 'numero;tipo;codice_fiscale;anno;periodo_da;periodo_a;elaborata_il;scadenza;totale_contributi;totale_sanzioni;riga;mese;mese_a;causale;filiale;dovuto;versato;termine;pagato_il;giorni;base;norma;importo\r\n'
  for (let n = 0; n < fileRows / rowsOfNotice; n++) {
    const head = `MISURA-${n};DEB-OMI;${codes[n % codes.length]};2024;03/2024;04/2024;02/11/2026;;1.050,90;264,89`
    yield [
      `${head};C;03/2024;;CXX;;700,60;0,00;;;;;;`,
      `${head};C;04/2024;;CXX;;700,60;350,30;;;;;;`,
      `${head};S;03/2024;;;;;;16/04/2024;;930;700,60;a;178,51`,
      `${head};S;04/2024;;;;;;16/05/2024;;900;350,30;a;86,38`,
      `${head};F;03/2024;04/2024;CXX;00144 ROMA;;;;;;;;1.315,79`,
      '',
    ].join('\r\n')
  }
}

/** Waits for a campaign to stand in one of these statuses. @returns seconds waited */
async function untilStatus(sql: Sql, id: string, wanted: string[]) {
  const since = performance.now()
  for (;;) {
    const [campaign] = await sql<{ status: string }[]>`select status from campaigns where id = ${id}`
    if (wanted.includes(campaign!.status)) return (performance.now() - since) / 1000
    await pause(100)
  }
}

/** Loads, checks and publishes a file, and tells rows and notices a second, and what memory it took. */
async function measureImport(sql: Sql, browser: Browser, pid: number) {
  const body = Buffer.from([...fileOf(await makeTrueCodes(sql))].join(''))
  progress(`Carico un file di ${fileRows} righe`)
  const checking = await growthDuring(pid, async () => {
    const headers = { 'x-title': 'Misura', 'x-file-name': 'misura.csv' }
    const answer = await browser.post('/api/comunicazioni', { type: 'text/csv', body, headers })
    if (answer.status !== 201) throw new Error(`The upload answered ${answer.status}: ${answer.text().slice(0, 200)}`)
    const { id } = JSON.parse(answer.text()) as { id: string }
    return { id, seconds: await untilStatus(sql, id, ['validated', 'unreadable']) }
  })
  const { id, seconds } = checking.result
  const [checked] = await sql<{ notices: number; refused_lines: number }[]>`
    select notices, refused_lines from campaigns where id = ${id}`
  if (checked!.notices !== fileRows / rowsOfNotice) throw new Error(`Staged ${checked!.notices} notices`)
  report({
    what: 'import checked',
    rows: fileRows,
    'rows a second': fileRows / seconds,
    'memory (MB)': checking.growth,
  })

  progress('Pubblico')
  await sql`
    update campaigns set status = 'releasing', release_up_to = notices, approved_at = now(),
      approved_by = (select user_id from officers where office_code = ${largeOffice} and user_id <> created_by limit 1)
    where id = ${id}`
  const publishing = await growthDuring(pid, async () => {
    await sql`select graphile_worker.add_job('releaseCampaign', json_build_object('campaignId', ${id}::text))`
    return untilStatus(sql, id, ['done'])
  })
  report({
    what: 'notices published',
    notices: checked!.notices,
    'notices a second': checked!.notices / publishing.result,
    'memory (MB)': publishing.growth,
  })
}

/** The lists of a contributor with 70,000 unread notices and of one with 20,000, then a file from upload to publication. */
export async function measureNotices(life: Lifetime, url: string, rows: number, fewId: string) {
  const sql = postgres(url, { max: 1 })
  const [large] = await sql<{ id: string; few: string }[]>`
    select contributor_id as id, (select codice_fiscale from users join accesses on user_id = users.id where contributor_id = ${fewId} limit 1) as few
    from accesses join users on users.id = user_id where codice_fiscale = ${representative}`
  await withPortal(life, url, async ({ origin, pid }) => {
    const clerk = await signIn(origin, officer)
    const [one, other] = [await signIn(origin, representative), await signIn(origin, large!.few)]
    const lists = (browser: Browser, id: string, held: number) =>
      [
        ['da leggere', `/area/${id}/comunicazioni/da-leggere`],
        ['da leggere, by due date', `/area/${id}/comunicazioni/da-leggere?ordine=scadenza`],
        ['lette', `/area/${id}/comunicazioni/lette`],
      ].map(([what, path]) => ({ what: `${what}, of ${held}`, browser, path: path! }))
    for (const { what, browser, path } of [...lists(one, large!.id, many), ...lists(other, fewId, few)]) {
      for (let turn = 0; turn < 30; turn++) await browser.get(path)
      const made = []
      for (let round = 0; round < rounds; round++) made.push(await measureRound(browser, [path], plainPage))
      report({ rows, what, ...summary(made) })
    }
    await measureImport(sql, clerk, pid)
    for (const browser of [clerk, one, other]) browser.close()
  }).finally(() => sql.end())
}
