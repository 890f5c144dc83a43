import { createReadStream } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as cells from './cells'
import type { Finding } from './group'
import { readNotices } from './read'

const today = '2026-11-26'

describe('the samples of docs/formats', () => {
  const sample = async (name: string) => {
    const found = { lines: 0, notices: 0, findings: [] as Finding[] }
    for await (const { lines, notice, findings } of readNotices(createReadStream(`docs/formats/${name}.csv`), today)) {
      found.lines += lines
      found.notices += notice ? 1 : 0
      found.findings.push(...findings)
    }
    return found
  }

  test('the one of 500 rows has nothing to be said of', async () => {
    expect(await sample('esempio-500-righe')).toEqual({ lines: 500, notices: 153, findings: [] })
  })

  test('the other has every kind of error', async () => {
    const { findings, notices } = await sample('esempio-con-errori')
    // A good one, one whose term has passed, one for another office's contributor.
    expect(notices).toBe(3)
    expect(findings.filter(({ severity }) => severity === 'warned')).toHaveLength(1)
    const told = findings.map(({ reason }) => reason).join('\n')
    const ofCells = Object.values(cells).map(({ reason }) => reason)
    const ofNotices = [
      'La cella è vuota',
      'In una riga C questa cella resta vuota',
      'Senza la lettera',
      'Non è una riga prevista',
      'La riga ha 12 colonne',
      'c’è un altro valore',
      'c’è già più in alto',
      'finisce prima di cominciare',
      'sia in periodo_da sia in periodo_a',
      'è solo delle comunicazioni DEB-SAN',
      'il periodo è 0/aaaa – 0/aaaa',
      'con l’anno della colonna anno',
      'non ha righe C',
      'non ha righe S',
      'maggiore di zero',
      'dovuto meno versato fa',
      'le righe S fanno',
      'Le righe F fanno',
      'mese finale viene prima',
      'non è ancora arrivata',
      'prima dell’elaborazione',
      'è già passata',
    ]
    for (const reason of [...ofCells, ...ofNotices]) expect.soft(told).toContain(reason)
  })
})
