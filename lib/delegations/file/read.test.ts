import { createReadStream } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Unreadable } from '@/lib/campaigns/file/unreadable'
import { columns } from './columns'
import { mostRows, readDelegations } from './read'
import { refusedFile } from './refused'

const header = columns.join(';')
const good = '01234567897;totale;;no;01/12/2026;'
const partial = 'RSSMRA85T10A562S;parziale;BNCLRA80A41H501D  mllsnt75m50a952l;si;01/12/2026;31/12/2090'

async function* inPieces(bytes: Uint8Array, size = 7) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const read = (text: string) => readDelegations(inPieces(Buffer.from(text)))
const fileOf = (...lines: string[]) => [header, ...lines, ''].join('\n')
const faultsOf = async (line: string) => (await read(fileOf(line)))[0]!.faults.map(({ column }) => column)

describe('a file of delegations', () => {
  test('says each delegation by its line, with or without BOM, CRLF, quotes and the columns in any order', async () => {
    const expected = [
      {
        line: 2,
        read: {
          codiceFiscale: '01234567897',
          scope: 'total',
          workers: [],
          exclusive: false,
          startsOn: '2026-12-01',
          endsOn: null,
        },
      },
      {
        line: 3,
        read: {
          codiceFiscale: 'RSSMRA85T10A562S',
          scope: 'partial',
          workers: ['BNCLRA80A41H501D', 'MLLSNT75M50A952L'],
          exclusive: true,
          startsOn: '2026-12-01',
          endsOn: '2090-12-31',
        },
      },
    ]
    expect(await read(fileOf(good, partial))).toMatchObject(expected)
    expect(await read(`\ufeff${fileOf(good, partial).replaceAll('\n', '\r\n')}`)).toMatchObject(expected)
    const turned = [header, good, partial]
      .map((line) => line.split(';').toReversed())
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    expect(await read(turned.join('\n').toUpperCase())).toMatchObject(expected)
  })

  test('names the one wrong row of many, its column and why, and reads all the others', async () => {
    const lines = Array.from({ length: 500 }, () => good)
    lines[369] = good.replace('01234567897', '01234567898')
    const rows = await read(fileOf(...lines))
    expect(rows.filter((row) => row.read)).toHaveLength(499)
    expect(rows.filter((row) => row.faults.length > 0)).toMatchObject([
      { line: 371, faults: [{ column: 'codice_fiscale_contribuente', reason: expect.stringContaining('controllo') }] },
    ])
  })

  test.each([
    ['1234567897;totale;;no;01/12/2026;', ['codice_fiscale_contribuente']],
    [';;;;;01/01/2090', ['codice_fiscale_contribuente', 'ambito', 'esclusiva', 'decorrenza']],
    ['01234567897;tutta;;forse;domani;mai', ['ambito', 'esclusiva', 'decorrenza', 'scadenza']],
    ['01234567897;constructor;;toString;01/12/2026;', ['ambito', 'esclusiva']],
    ['01234567897;totale;BNCLRA80A41H501D;no;01/12/2026;', ['lavoratori']],
    ['01234567897;parziale;;no;01/12/2026;', ['lavoratori']],
    ['01234567897;parziale;BNCLRA80A41H501E;no;01/12/2026;', ['lavoratori']],
    ['01234567897;totale;;no;30/02/2027;', ['decorrenza']],
    ['01234567897;totale;;no;02/12/2026;01/12/2026', ['scadenza']],
    ['01234567897;totale;;no;01/01/2020;31/12/2020', ['scadenza']],
    ['01234567897;totale;;no', ['codice_fiscale_contribuente']],
    ['01234567897;totale;;no;01/12/2026;;x', ['codice_fiscale_contribuente']],
  ])('refuses %s', async (line, wrong) => {
    expect(await faultsOf(line)).toEqual(wrong)
  })

  test.each([
    ['nothing', ''],
    ['a header alone', fileOf()],
    ['a column missing', good],
    ['a column that is not foreseen', fileOf(good).replace('ambito', 'ambiti')],
    ['a column twice', fileOf(good).replace('scadenza', 'scadenza;ambito')],
    ['NUL bytes', fileOf('\u0000')],
    ['quotes that do not close', fileOf('"01234567897')],
    ['too many rows', fileOf(...Array.from({ length: mostRows + 1 }, () => good))],
  ])('with %s cannot be read at all', async (_, text) => {
    await expect(read(text)).rejects.toBeInstanceOf(Unreadable)
  })

  test.each([
    ['01234567898', 'il controllo non torna'],
    ['RSSMRA85T10A562T', 'il controllo non torna'],
    ['1234567897', 'Ha 10 cifre'],
    ['ALFA SERVIZI', 'Non è un codice fiscale'],
  ])('says of %s why it is no codice fiscale', async (code, why) => {
    const [row] = await read(fileOf(good.replace('01234567897', code)))
    expect(row!.faults).toEqual([{ column: 'codice_fiscale_contribuente', reason: expect.stringContaining(why) }])
  })

  test('gives back the refused rows with their reasons, to be mended and loaded again', async () => {
    const [row] = await read(fileOf('01234567898;totale;;no;01/12/2026;'))
    const given = refusedFile([{ cells: row!.cells, reasons: row!.faults.map(({ reason }) => reason) }])
    expect(given).toContain('motivo')
    expect(await read(given)).toMatchObject([{ faults: [{ column: 'codice_fiscale_contribuente' }] }])
    expect(await read(given.replace('01234567898', '01234567897'))).toMatchObject([{ read: { scope: 'total' } }])
  })

  test('gives no spreadsheet a formula to run', () => {
    const cells = Object.fromEntries(columns.map((column) => [column, '=1+1'])) as Record<
      (typeof columns)[number],
      string
    >
    expect(refusedFile([{ cells, reasons: [] }])).not.toMatch(/(^|;)=/m)
  })
})

test('the sample of docs/formats has two good rows and a wrong one', async () => {
  const rows = await readDelegations(createReadStream('docs/formats/esempio-deleghe.csv'))
  expect(rows.map(({ faults }) => faults.map(({ column }) => column))).toEqual([
    [],
    [],
    ['codice_fiscale_contribuente'],
  ])
})
