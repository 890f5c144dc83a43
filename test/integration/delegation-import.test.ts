import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '@/lib/calendar/days'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { importDelegations } from '@/lib/delegations/commands/import'
import { validateDelegations } from '@/lib/delegations/commands/validate-many'
import { columns } from '@/lib/delegations/file/columns'
import { mostBytes } from '@/lib/delegations/file/read'
import { findOwnDelegation, listOwnDelegations, listToValidate } from '@/lib/delegations/queries/delegate'
import { aContributor, execute, footprint, newCodiceFiscale, rows } from '../factories'
import { aFirm, portfolio } from '../portfolio-factories'

const today = romeDate(new Date())
const first = formatItalianDate(addDays(today, 1))

async function aHolder() {
  const firm = await aFirm()
  return portfolio(firm.holder.id, { id: firm.id, role: 'holder' })
}
type Actor = Awaited<ReturnType<typeof aHolder>>

const fileOf = (lines: string[]) => [columns.join(';'), ...lines, ''].join('\r\n')
const load = (actor: Actor, text: string) => {
  const bytes = Buffer.from(text)
  return importDelegations(actor, {
    size: bytes.length,
    bytes: (async function* () {
      yield bytes
    })(),
  })
}
const total = (code: string) => `${code};totale;;no;${first};`
const madeBy = async (actor: Actor) =>
  (await rows<{ many: number }>(sql`select count(*)::int as many from delegations where created_by = ${actor.id}`))[0]!
    .many

/** So many contributors, made at once; gives their codici fiscali. */
async function contributors(many: number) {
  const codes = Array.from({ length: many }, () => newCodiceFiscale())
  await execute(sql`insert into contributors (id, codice_fiscale, denomination, office_code)
    select gen_random_uuid(), code, 'DITTA ' || code, '7000' from unnest(${sql.param(codes)}::text[]) code`)
  return codes
}

beforeEach(() => execute(sql`delete from limits`))

describe('a file of delegations', () => {
  test('compiles every sound row and names the wrong one, its line, its column and why', async () => {
    const actor = await aHolder()
    const codes = await contributors(400)
    const lines = codes.map(total)
    const wrong = `${codes[369]!.slice(0, 15)}${codes[369]!.endsWith('A') ? 'B' : 'A'}`
    lines[369] = total(wrong)
    const imported = await load(actor, fileOf(lines))
    expect(imported.compiled).toHaveLength(399)
    expect(imported.refused).toEqual([
      {
        line: 371,
        column: 'codice_fiscale_contribuente',
        value: wrong,
        reason: expect.stringContaining('il controllo non torna'),
      },
    ])
    expect(await madeBy(actor)).toBe(399)
    expect(await findOwnDelegation(actor, imported.compiled[0]!.id)).toMatchObject({
      status: 'awaiting_signature',
      channel: 'indirect',
      codiceFiscale: codes[0],
    })
    const [{ many }] = (await rows<{ many: number }>(sql`select count(*)::int as many from audit_events
      where change = 'delegation.compiled' and actor_id = ${actor.id} and contributor_id is not null`)) as [
      { many: number },
    ]
    expect(many).toBe(399)

    const mended = await load(actor, imported.refusedFile!.replace(wrong, codes[369]!))
    expect(mended).toMatchObject({ compiled: [{ codiceFiscale: codes[369] }], present: [], refusedRows: 0 })
    expect(mended.refusedFile).toBeUndefined()
  })

  test('loaded again, or twice at the same instant, makes nothing twice', async () => {
    const actor = await aHolder()
    const workers = [newCodiceFiscale(), newCodiceFiscale()]
    const [one, two] = (await contributors(2)) as [string, string]
    const file = fileOf([total(one), `${two};parziale;${workers.join(' ')};si;${first};${first}`, total(one)])
    const both = await Promise.all([load(actor, file), load(actor, file)])
    expect(both.map(({ compiled }) => compiled.length).sort()).toEqual([0, 2])
    const again = await load(actor, file)
    expect(again).toMatchObject({ compiled: [], refusedRows: 0 })
    expect(again.present.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(await madeBy(actor)).toBe(2)
    const delegationIds = (await listToValidate(actor)).map(({ id }) => id)
    await validateDelegations(actor, { delegationIds, signedOn: today })
    expect((await load(actor, file)).present).toHaveLength(3)
    expect((await listOwnDelegations(actor)).rows).toHaveLength(2)
  })

  test('refuses, row by row, who is unknown, the delegate themselves and a second on the same perimeter', async () => {
    const actor = await aHolder()
    const [{ code: own }] = (await rows<{ code: string }>(
      sql`select codice_fiscale as code from users where id = ${actor.id}`,
    )) as [{ code: string }]
    const { codiceFiscale: one } = await aContributor()
    const imported = await load(
      actor,
      fileOf([total(newCodiceFiscale()), total(own), total(one), `${one};totale;;si;${first};`]),
    )
    expect(imported.compiled.map(({ line }) => line)).toEqual([4])
    expect(imported.refused.map(({ line, column }) => [line, column])).toEqual([
      [2, 'codice_fiscale_contribuente'],
      [3, 'codice_fiscale_contribuente'],
      [5, 'ambito'],
    ])
  })

  test('that cannot be read, is too large, or is loaded by who is no holder, leaves nothing', async () => {
    const actor = await aHolder()
    const [code] = (await contributors(1)) as [string]
    const before = await footprint()
    await expect(load(actor, 'a;b\n1;2')).rejects.toMatchObject({ errors: { file: [expect.any(String)] } })
    await expect(
      importDelegations(actor, { size: mostBytes + 1, bytes: (async function* () {})() }),
    ).rejects.toMatchObject({ errors: { file: [expect.stringContaining('2 MB')] } })
    const { id, firm } = actor
    for (const other of [portfolio(id, { id: firm!.id, role: 'collaborator' }), portfolio(id, firm, 'online')])
      await expect(load(other, fileOf([total(code)]))).rejects.toMatchObject({ kind: 'forbidden' })
    const { limits: _, ...after } = await footprint()
    const { limits: __, ...unchanged } = before
    expect(after).toEqual(unchanged)
  })

  test('of six hundred rows is compiled and validated whole', async () => {
    const actor = await aHolder()
    const codes = await contributors(600)
    expect((await load(actor, fileOf(codes.map(total)))).compiled).toHaveLength(600)
    const delegationIds = (await listToValidate(actor)).map(({ id }) => id)
    expect((await validateDelegations(actor, { delegationIds, signedOn: today })).validated).toHaveLength(600)
    const [{ many }] = (await rows<{ many: number }>(
      sql`select count(*)::int as many from accesses where user_id = ${actor.id} and title = 'delegate'`,
    )) as [{ many: number }]
    expect(many).toBe(600)
  })
})
