import { tmpdir } from 'node:os'
import { describe, expect, it, vi } from 'vitest'
import { spoken, takeApart } from '@/test/tagged-pdf'
import { hashOf, type ReceiptContent } from './receipt'
import { receiptPdf } from './receipt-pdf'

const content: ReceiptContent = {
  protocollo: 'INPS.7000.06/10/2015.0001234',
  submittedAt: '2015-10-05T22:30:00.000Z',
  expectedBy: '2015-10-13',
  contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567897' },
  sender: { name: 'Mario Rossi', codiceFiscale: 'RSSMRA85T10A562S', title: 'Legale rappresentante' },
  office: { code: '7000', name: 'Direzione provinciale di Roma', unit: 'Flussi contributivi' },
  topic: { area: 'Versamenti e F24', subject: 'F24 con dati errati' },
  facts: [
    { name: 'amount', kind: 'amount', label: 'Importo versato', value: 123456 },
    { name: 'iban', kind: 'iban', label: 'IBAN', value: 'IT60X0542811101000000123456' },
  ],
  text: 'Buongiorno,\nil periodo è sbagliato.\n\nCordiali saluti',
  attachments: [
    { name: 'F24 aprile.pdf', size: 213456, sha256: 'a1'.repeat(32) },
    { name: 'delega.pdf.p7m', size: 812, sha256: 'b2'.repeat(32) },
  ],
}
const printed = (changes: Partial<ReceiptContent> = {}) => {
  const told = { ...content, ...changes }
  return receiptPdf({ content: told, sha256: hashOf(told), issuedAt: new Date(told.submittedAt) })
}

describe('the receipt as a PDF', () => {
  it('is a tagged, titled document in Italian with its letters inside', async () => {
    const { file, fonts } = takeApart(await printed())
    for (const sign of ['%PDF-1.7', '/Marked true', '/Lang (it-IT)', '/DisplayDocTitle true', 'pdfuaid:part>1<'])
      expect(file).toContain(sign)
    expect(file).toContain(`(Ricevuta ${content.protocollo})`)
    expect(file).toContain('(D:20151005223000Z)')
    expect(fonts().map(({ embedded }) => embedded)).toEqual([true, true, true])
  })

  it('is read in the order in which a person needs it', async () => {
    const { said } = takeApart(await printed())
    expect(said[0]).toMatchObject({ tag: 'Document' })
    expect(spoken(said, 'H1', 'H2')).toEqual([
      'Ricevuta di presentazione della richiesta',
      'Chi l’ha presentata',
      'A chi e per che cosa',
      'Testo della richiesta',
      'Allegati',
      'Come proseguire',
      'Che cosa attesta',
    ])
    expect(spoken(said, 'P').slice(3, 9)).toEqual([
      'Numero di protocollo',
      'INPS.7000.06/10/2015.0001234',
      'Presentata il',
      '6 ottobre 2015, ore 00:30',
      'Risposta attesa entro il',
      '13 ottobre 2015 (5 giorni lavorativi)',
    ])
    expect(spoken(said, 'LBody')[0]).toContain('«Lista richieste»')
  })

  it('says who, to whom and about what, each under its own heading, with the IBAN by its ends', async () => {
    const { said } = takeApart(await printed())
    expect(said.filter(({ tag }) => tag === 'TH').map(({ text, scope }) => `${text} (${scope})`)).toEqual([
      'Contribuente (Row)',
      'C.F. del contribuente (Row)',
      'Inviata da (Row)',
      'C.F. di chi invia (Row)',
      'Sede competente (Row)',
      'Unità (Row)',
      'Oggetto (Row)',
      'Importo versato (Row)',
      'IBAN (Row)',
      'Nome del file e impronta SHA-256 (Column)',
      'Dimensione (Column)',
    ])
    expect(spoken(said, 'TD').slice(0, 9)).toEqual([
      'ALFA SERVIZI S.R.L.',
      '01234567897',
      'Mario Rossi, legale rappresentante',
      'RSSMRA85T10A562S',
      'Direzione provinciale di Roma (7000)',
      'Flussi contributivi',
      'Versamenti e F24 › F24 con dati errati',
      '1.234,56 €',
      'IT60 … 3456',
    ])
  })

  it('carries each file with its size and its hash in one piece, and its own hash', async () => {
    const { said } = takeApart(await printed())
    const words = spoken(said, 'TD', 'P')
    for (const file of [
      ['F24 aprile.pdf', 'a1'.repeat(32), '208,5 kB'],
      ['delega.pdf.p7m', 'b2'.repeat(32), '812 byte'],
    ])
      expect(words.slice(words.indexOf(file[0]!), words.indexOf(file[0]!) + 3)).toEqual(file)
    expect(words).toContain(hashOf(content))
  })

  it('of an istanza holds all of what it contains, with its figures and the term of the law', async () => {
    const told = await printed({
      text: '12 rate',
      application: {
        sections: [
          {
            step: 'debiti',
            title: 'I debiti',
            facts: [{ name: 'why', kind: 'prose', label: 'Motivo', value: 'Calo degli incassi' }],
            table: {
              legend: 'Debiti',
              headers: ['Mese', 'Importo'],
              rows: [
                [
                  { name: 'month', kind: 'month', label: 'Mese', value: '2024-03' },
                  { name: 'amount', kind: 'amount', label: 'Importo', value: 70060 },
                ],
              ],
            },
          },
        ],
        figures: [{ title: 'Il piano', source: 'L. 389/1989', lines: [{ term: 'Rate', value: '12' }] }],
        declaration: 'Dichiaro che quanto scritto è vero.',
        term: { days: 30, source: 'L. 241/1990, art. 2' },
      },
    })
    const { said } = takeApart(told)
    const text = said.map((run) => run.text).join('\n')
    for (const words of [
      'Ricevuta di presentazione dell’istanza',
      '13 ottobre 2015 (30 giorni)',
      'Calo degli incassi',
      '03/2024',
      '700,60 €',
      'Il piano',
      'Regola: L. 389/1989',
      'Dichiaro che quanto scritto è vero.',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('richiesta')
  })

  it('says that there are no files', async () => {
    expect(spoken(takeApart(await printed({ attachments: [] })).said, 'P')).toContain('Nessun allegato.')
  })

  it('keeps the lines and paragraphs of the text', async () => {
    const paragraphs = spoken(takeApart(await printed()).said, 'P')
    expect(paragraphs).toContain('Buongiorno, il periodo è sbagliato.')
    expect(paragraphs).toContain('Cordiali saluti')
  })

  it('holds the longest text whole, over as many numbered pages as it takes', async () => {
    const text = 'Chiediamo la verifica dei versamenti già quietanzati. '.repeat(80).slice(0, 4000).trim()
    const { pages, runs, said } = takeApart(await printed({ text }))
    expect(spoken(said, 'P')).toContain(text)
    expect(pages.length).toBeGreaterThan(2)
    const decorations = runs.filter(({ mark }) => mark === 'Artifact').map(({ text }) => text)
    pages.forEach((_, index) => expect(decorations).toContain(`pagina ${index + 1} di ${pages.length}`))
    expect(spoken(said, 'P').join()).not.toContain('pagina 1')
  })

  it('gives the same bytes for the same receipt, others for another', async () => {
    const [once, again, other] = await Promise.all([
      printed(),
      printed(),
      printed({ text: 'Un’altra cosa del tutto.' }),
    ])
    expect(Buffer.compare(once, again)).toBe(0)
    expect(Buffer.compare(once, other)).not.toBe(0)
  })

  it('replaces what its letters cannot write, says so, and keeps it for whoever listens', async () => {
    const { said } = takeApart(await printed({ text: 'Grazie 😀 \u202Eda 漢字\uD800 </P> (\\) %%EOF' }))
    expect(said).toContainEqual({ tag: 'P', text: 'Grazie ¤ da ¤¤¤ </P> (\\) %%EOF', scope: undefined, actual: true })
    expect(spoken(said, 'P').join()).toContain('Il segno ¤ sta per un carattere che qui non si può scrivere')
    expect(spoken(takeApart(await printed()).said, 'P').join()).not.toContain('¤')
  })

  it('never lets a word run over the margins, however long', async () => {
    const long = { denomination: 'W'.repeat(300), codiceFiscale: '01234567897' }
    const names = ['m'.repeat(150), 'Ricevuta di versamento '.repeat(7).slice(0, 150), '漢'.repeat(150)]
    const { runs, said } = takeApart(
      await printed({
        contributor: long,
        facts: [{ name: 'codes', kind: 'codiciFiscali', label: 'Codici', value: Array(200).fill('RSSMRA85T10A562S') }],
        text: 'parolalunghissima'.repeat(235) + '\n'.repeat(5),
        attachments: names.map((name, index) => ({ name, size: 3 * 1024 * 1024, sha256: String(index).repeat(64) })),
      }),
    )
    expect(Math.max(...runs.map(({ right }) => right))).toBeLessThan(595.28 - 55)
    expect(Math.min(...runs.filter(({ mark }) => mark !== 'Artifact').map(({ y }) => y))).toBeGreaterThan(70)
    expect(spoken(said, 'TD')).toContain('W'.repeat(300))
    expect(spoken(said, 'P')).toContain('m'.repeat(150))
  })

  it('names every worker, a hundred in a row', async () => {
    const workers = Array.from({ length: 201 }, (_, at) => `RSSMRA85T10A${1000 + at}`)
    const { said } = takeApart(await printed({ workers }))
    expect(spoken(said, 'TH').filter((term) => term.startsWith('Collaboratori'))).toEqual([
      'Collaboratori',
      'Collaboratori (continua)',
      'Collaboratori (continua)',
    ])
    const told = spoken(said, 'TD').flatMap((value) => value.split(', '))
    expect(told.filter((code) => workers.includes(code))).toEqual(workers)
  })

  it('is not begun without its letters', async () => {
    const away = vi.spyOn(process, 'cwd').mockReturnValue(tmpdir())
    await expect(printed())
      .rejects.toThrow('ENOENT')
      .finally(() => away.mockRestore())
  })
})
