import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as cells from './cells'
import { columns } from './columns'
import type { Finding, ReadNotice } from './group'
import { readNotices } from './read'
import { type FileRecord, readRecords } from './records'

const today = '2026-11-26'
const header = columns.join(';')

const debt: Record<string, string> = {
  numero: 'N-1',
  tipo: 'DEB-OMI',
  codice_fiscale: '01234567897',
  anno: '2024',
  periodo_da: '03/2024',
  periodo_a: '03/2024',
  elaborata_il: '03/11/2025',
  totale_contributi: '1.000,00',
  totale_sanzioni: '0,00',
  riga: 'C',
  mese: '03/2024',
  causale: 'CXX',
  dovuto: '1.500,00',
  versato: '500,00',
}
const line = (changes: Record<string, string> = {}) =>
  columns.map((column) => ({ ...debt, ...changes })[column] ?? '').join(';')
const fileOf = (...lines: string[]) => [header, ...lines, ''].join('\n')

/** In pieces of any size: nothing may hang on where one ends. */
async function* inPieces(bytes: Uint8Array, size = 7) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function read(file: string | Uint8Array, size?: number) {
  const found = { lines: 0, refused: 0, notices: [] as ReadNotice[], findings: [] as Finding[] }
  for await (const reading of readNotices(inPieces(Buffer.from(file as string), size), today)) {
    found.lines += reading.lines
    found.refused += reading.refusedNotice ? 1 : 0
    found.findings.push(...reading.findings)
    if (reading.notice) found.notices.push(reading.notice)
  }
  return found
}
async function recordsOf(text: string, size?: number) {
  const records: FileRecord[] = []
  for await (const record of readRecords(inPieces(Buffer.from(text), size))) records.push(record)
  return records
}

describe('what a file is written in', () => {
  const town = { riga: 'F', filiale: '47121 FORLÌ', dovuto: '', versato: '', importo: '1.000,00' }
  const text = fileOf(line(), line(town))

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its BOM', Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['no end of the last line', Buffer.from(text.trimEnd())],
    ['blank lines here and there', Buffer.from(`\n${text.replaceAll('\n', `\n;;;;\n\n`)}`)],
    [
      'UTF-8 but for one late line',
      Buffer.concat([Buffer.from(text), Buffer.from(line({ ...town, numero: 'N-2' }), 'latin1')]),
    ],
  ])('%s is read all the same', async (_name, bytes) => {
    for (const size of [1, 7, 100_000]) {
      const { notices } = await read(bytes, size)
      expect(notices[0]).toMatchObject({
        externalNumber: 'N-1',
        contributionsCents: 100_000,
        dueBy: null,
        content: { f24: [{ branch: '47121 FORLÌ', from: '2024-03', to: null, amount: 100_000 }] },
      })
    }
  })

  test('commas divide as well, quoted where amounts have them', async () => {
    const quoted = fileOf(line())
      .split('\n')
      .map((one) =>
        one
          .split(';')
          .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
          .join(','),
      )
    expect((await read(quoted.join('\n'))).notices).toHaveLength(1)
  })

  test('the columns may stand in another order, in capitals', async () => {
    const turned = fileOf(line())
      .split('\n')
      .map((one) => one.split(';').reverse().join(';'))
    turned[0] = turned[0]!.toUpperCase()
    expect((await read(turned.join('\n'))).notices).toHaveLength(1)
  })

  test('whatever a cell holds comes back as it was written, at its line', async () => {
    const cell = fc.stringMatching(/^[a-z";,=\n è€]{0,12}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 }), async (rows) => {
        const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
        const records = await recordsOf(['a;b;c', ...written].join('\n'), 3)
        expect(records.slice(1).map(({ cells: found }) => found)).toEqual(rows)
        const height = (row: string[]) => row.join('').split('\n').length
        const starts = rows.map((_, index) => rows.slice(0, index).reduce((sum, row) => sum + height(row), 2))
        expect(records.slice(1).map((record) => record.line)).toEqual(starts)
      }),
    )
  })
})

describe('a file that cannot be read as a whole says why', () => {
  const endless = fileOf(
    line(),
    line({ numero: 'N-2', causale: '"CXX' }),
    ...Array.from({ length: 9_000 }, () => line()),
  )
  test.each([
    ['a binary file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]), 'byte nulli'],
    ['a NUL late in the file', Buffer.from(fileOf(line(), line({ numero: 'N\0' }))), 'byte nulli'],
    ['UTF-16', Buffer.from(`\ufeff${fileOf(line())}`, 'utf16le'), 'UTF-16'],
    ['nothing but blank lines', Buffer.from('\n\n'), 'è vuoto'],
    ['no bytes at all', Buffer.alloc(0), 'è vuoto'],
    ['a column missing', Buffer.from(fileOf(line()).replace('scadenza;', '')), 'manca «scadenza»'],
    ['a column unknown', Buffer.from(fileOf(line()).replace('scadenza', '=cmd')), 'non è prevista «=cmd»'],
    ['a column twice', Buffer.from(fileOf(line()).replace('numero', 'numero;numero')), 'più di una volta «numero»'],
    ['another text', Buffer.from('Gentile sede,\nle scrivo per'), 'e altre 18'],
    [
      'a quote never closed, to the end',
      Buffer.from(fileOf(line(), line({ causale: '"CXX' }))),
      'alla riga 3 non si chiudono',
    ],
    ['a quote never closed, for long', Buffer.from(endless), 'alla riga 3 non si chiudono'],
    ['a quote in the middle of a cell', Buffer.from(fileOf(line({ causale: 'C"X' }))), 'Alla riga 2 le virgolette'],
    ['a quoted cell with a tail', Buffer.from(fileOf(line({ causale: '"CX"X' }))), 'Alla riga 2 le virgolette'],
    ['a line of 300 kB', Buffer.from(fileOf(line(), 'x'.repeat(300_000))), 'La riga 3 è troppo lunga'],
  ])('%s', async (_name, bytes, reason) => {
    await expect(read(bytes)).rejects.toThrow(reason)
  })

  test('a source that fails is a failure, not a bad file', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from(fileOf(line()))
        throw new TypeError('The database went away')
      })(),
    )
    const reading = async () => {
      for await (const _ of readNotices(broken, today)) continue
    }
    await expect(reading()).rejects.toThrow(TypeError)
  })
})

describe('a line that is not right', () => {
  test('of 10,000 columns is refused, and the others are read', async () => {
    const wide = `N-2${';x'.repeat(9_999)}`
    const { notices, findings, refused } = await read(fileOf(line(), wide, line({ numero: 'N-3' })), 50_000)
    expect(notices.map(({ externalNumber }) => externalNumber)).toEqual(['N-1', 'N-3'])
    expect(refused).toBe(1)
    expect(findings).toContainEqual({
      severity: 'refused',
      line: 3,
      column: 'numero',
      value: 'N-2',
      reason: 'La riga ha 10.000 colonne, l’intestazione ne ha 23.',
    })
  })

  test('takes its whole notice with it, and says its own number', async () => {
    const { notices, findings } = await read(fileOf(line(), line({ dovuto: 'mille' })))
    expect(notices).toEqual([])
    expect(findings).toMatchObject([{ line: 3, column: 'dovuto', value: 'mille', reason: cells.amount.reason }])
  })

  test('is quoted cut and without what is not text', async () => {
    const { findings } = await read(fileOf(line({ causale: `\u202e${'x'.repeat(5_000)}` })))
    expect(findings[0]!.value).toBe(`${'x'.repeat(99)}…`)
  })

  test('more paid than owed is for an ANO-VER alone, and asks for nothing', async () => {
    const paidTwice = { versato: '2.500,00', totale_contributi: '0,00' }
    const { notices, findings } = await read(
      fileOf(line({ ...paidTwice, tipo: 'ANO-VER' }), line({ ...paidTwice, numero: 'N-2', tipo: 'ANO-F24' })),
    )
    expect(notices).toMatchObject([{ externalNumber: 'N-1', contributionsCents: 0 }])
    expect(findings).toMatchObject([{ line: 3, column: 'totale_contributi' }])
  })

  test('a number that comes back later is refused, even when its first lines were', async () => {
    const back = await read(fileOf(line(), line({ numero: 'N-2' }), line()))
    expect(back.notices.map(({ externalNumber }) => externalNumber)).toEqual(['N-1', 'N-2'])
    expect(back.findings).toMatchObject([{ line: 4, column: 'numero', value: 'N-1' }])
    expect((await read(fileOf(line({ anno: 'x' }), line({ numero: 'N-2' }), line()))).notices).toHaveLength(1)
  })

  test('a notice without end is not held in memory', async () => {
    const rows = Array.from({ length: 2_300 }, () => line({ mese: 'x' }))
    let [most, lines] = [0, 0]
    for await (const reading of readNotices(inPieces(Buffer.from(fileOf(...rows)), 9_999), today)) {
      most = Math.max(most, reading.findings.length)
      lines += reading.lines
    }
    expect([most, lines]).toEqual([200, 2_300])
  })
})
