import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@/lib/evidence/canonical'
import { enclosedIn } from '@/lib/paper/enclosure'
import { spoken, takeApart } from '@/test/tagged-pdf'
import { noticePdf, type PrintedNotice } from './notice-pdf'
import { codeOfReading, type ReadingContent } from './reading'
import { readingReceiptPdf } from './receipt-pdf'

const notice: PrintedNotice = {
  protocollo: 'INPS.7000.06/10/2015.0001234',
  externalNumber: 'N-2015-77',
  kind: 'DEB-OMI',
  year: 2015,
  periodFrom: '2015-03',
  periodTo: '2015-04',
  elaboratedOn: '2015-09-30',
  publishedAt: new Date('2015-10-05T22:30:00.000Z'),
  dueBy: '2015-11-05',
  contributionsCents: 140_120,
  sanctionsCents: 9_830,
  sha256: 'c3'.repeat(32),
  officeCode: '7000',
  officeName: 'Direzione provinciale di Roma',
  denomination: 'ALFA SERVIZI S.R.L.',
  codiceFiscale: '01234567897',
  content: {
    contributions: [
      { month: '2015-03', causale: 'CXX', due: 120_000, paid: 40_000 },
      { month: '2015-04', causale: 'C10', due: 60_120, paid: 0 },
    ],
    sanctions: [
      { month: '2015-03', term: '2015-04-16', paidOn: null, days: 172, base: 80_000, rule: 'a', amount: 5_830 },
      { month: '2015-04', term: '2015-05-18', paidOn: '2015-07-17', days: 60, base: 60_120, rule: 'b', amount: 4_000 },
    ],
    f24: [
      { causale: 'CXX', branch: '00144 ROMA', from: '2015-03', to: '2015-04', amount: 140_120 },
      { causale: 'CXX', branch: '00144 ROMA', from: '2015-03', to: null, amount: 9_830 },
    ],
  },
}
const printed = async (changes: Partial<PrintedNotice> = {}) => takeApart(await noticePdf({ ...notice, ...changes }))

describe('a notice as a PDF', () => {
  it('is a tagged, titled document in Italian with its letters inside', async () => {
    const { file, fonts } = await printed()
    for (const sign of ['%PDF-1.7', '/Marked true', '/Lang (it-IT)', '/DisplayDocTitle true', 'pdfuaid:part>1<'])
      expect(file).toContain(sign)
    expect(file).not.toContain('ALFA')
    expect(fonts().every(({ embedded }) => embedded)).toBe(true)
  })

  it('is read in the order of its page', async () => {
    const { said } = await printed()
    expect(spoken(said, 'H1', 'H2')).toEqual([
      'Comunicazione di debito – omesso o parziale versamento',
      'A chi e per quale periodo',
      'Che cos’è',
      'Che cosa puoi fare',
      'Contributi mese per mese',
      'Sanzioni civili mese per mese (art. 116, comma 8, L. 388/2000)',
      'Come compilare l’F24',
      'Come controllare questa comunicazione',
    ])
    const words = spoken(said, 'P', 'TD')
    for (const word of [
      'INPS.7000.06/10/2015.0001234',
      'N-2015-77',
      '6 ottobre 2015, ore 00:30',
      '5 novembre 2015',
      'ALFA SERVIZI S.R.L.',
      '03/2015 – 04/2015',
      '1.499,50 €',
      'c3'.repeat(32),
    ])
      expect(words).toContain(word)
  })

  it('has three tables with a heading for each column and row, and totals that agree', async () => {
    const { said } = await printed()
    const cells = said.filter(({ tag }) => tag === 'TH' || tag === 'TD').map(({ text }) => text)
    const after = (text: string, many: number) => cells.slice(cells.indexOf(text), cells.indexOf(text) + many)
    expect(after('Mese', 10)).toEqual([
      ...['Mese', 'Causale', 'Dovuto', 'Versato', 'Differenza'],
      ...['03/2015', 'CXX', '1.200,00 €', '400,00 €', '800,00 €'],
    ])
    expect(after('Totale contributi', 5)).toEqual(['Totale contributi', '', '1.801,20 €', '400,00 €', '1.401,20 €'])
    expect(after('Termine', 13)).toEqual([
      ...['Termine', 'Versato il', 'Giorni', 'Calcolata su', 'Norma', 'Sanzione'],
      ...['03/2015', '16/04/2015', 'non versato', '172', '800,00 €', 'lett. a)', '58,30 €'],
    ])
    expect(after('Totale sanzioni', 7).at(-1)).toBe('98,30 €')
    expect(after('Riga 2', 7)).toEqual(['Riga 2', '7000', 'CXX', '00144 ROMA', '03/2015', 'lascia vuoto', '98,30 €'])
    const headers = said.filter(({ tag }) => tag === 'TH').map(({ text, scope }) => `${text} (${scope})`)
    for (const header of ['Differenza (Column)', 'Sanzione (Column)', '03/2015 (Row)', 'Totale sanzioni (Row)'])
      expect(headers).toContain(header)
  })

  it('says in words that it is about sanctions alone, and has no table that is empty', async () => {
    const { said } = await printed({
      kind: 'DEB-SAN',
      periodFrom: '2015-00',
      periodTo: '2015-00',
      contributionsCents: 0,
      content: { ...notice.content, contributions: [] },
    })
    expect(spoken(said, 'TD')).toContain('Solo sanzioni per ritardato versamento (0/2015 – 0/2015)')
    expect(spoken(said, 'H2')).not.toContain('Contributi mese per mese')
  })

  it('goes on over as many pages as its rows take, inside the margins, with the headings shown again', async () => {
    const row = notice.content.sanctions[0]!
    const { pages, runs, said } = await printed({
      denomination: 'W'.repeat(300),
      content: { ...notice.content, sanctions: Array.from({ length: 120 }, () => ({ ...row, base: 99_999_999_99 })) },
    })
    expect(pages.length).toBeGreaterThan(3)
    expect(spoken(said, 'TH').filter((text) => text === 'Calcolata su')).toHaveLength(1)
    const again = runs.filter(({ mark, text }) => mark === 'Artifact' && text.trim() === 'Calcolata su')
    expect(again.length).toBeGreaterThan(1)
    // A line that was broken ends with the blank at which it was.
    const shown = runs.filter(({ text }) => !text.endsWith(' '))
    expect(Math.max(...shown.map(({ right }) => right))).toBeLessThan(595.28 - 55)
    expect(Math.min(...runs.filter(({ mark }) => mark !== 'Artifact').map(({ y }) => y))).toBeGreaterThan(70)
  })

  it('gives the same bytes for the same notice, others for another', async () => {
    const [once, again, other] = await Promise.all([
      noticePdf(notice),
      noticePdf(notice),
      noticePdf({ ...notice, externalNumber: 'N-2015-78' }),
    ])
    expect(Buffer.compare(once, again)).toBe(0)
    expect(Buffer.compare(once, other)).not.toBe(0)
  })
})

const reading: ReadingContent = {
  protocollo: notice.protocollo,
  externalNumber: notice.externalNumber,
  noticeSha256: notice.sha256,
  reader: { name: 'Mario Rossi', codiceFiscale: 'RSSMRA85T10A562S' },
  contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567897' },
  title: 'Legale rappresentante',
  readAt: '2015-10-07T08:05:00.000Z',
  sequence: 1234,
  chainHash: 'd4'.repeat(32),
}

describe('a receipt of reading as a PDF', () => {
  it('says who read what, for whom, when, and how to check it', async () => {
    const { file, said } = takeApart(await readingReceiptPdf(reading))
    expect(file).toContain('pdfuaid:part>1<')
    const words = spoken(said, 'H1', 'P', 'TD')
    for (const word of [
      'Ricevuta di lettura',
      '7 ottobre 2015, ore 10:05',
      'Mario Rossi, legale rappresentante',
      'RSSMRA85T10A562S',
      'ALFA SERVIZI S.R.L.',
      'N-2015-77',
      '1234',
      'c3'.repeat(32),
      'd4'.repeat(32),
      codeOfReading(reading),
    ])
      expect(words).toContain(word)
  })

  it('encloses its own JSON, whatever people are called', async () => {
    const hostile = {
      ...reading,
      contributor: { ...reading.contributor, denomination: '漢 /Type /EmbeddedFile\nstream\n' },
    }
    for (const content of [reading, hostile])
      expect(enclosedIn(await readingReceiptPdf(content)).toString()).toBe(canonicalJson(content))
  })

  it('gives the same bytes for the same reading', async () => {
    expect(Buffer.compare(await readingReceiptPdf(reading), await readingReceiptPdf(reading))).toBe(0)
  })

  it('is asked for its enclosure in vain when it has none', async () => {
    const plain = await noticePdf(notice)
    expect(() => enclosedIn(plain)).toThrow('encloses no file')
  })
})
