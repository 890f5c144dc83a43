import { describe, expect, it } from 'vitest'
import { spoken, takeApart } from '@/test/tagged-pdf'
import { hashOf, type ProvisionContent } from './provision'
import { provisionPdf } from './provision-pdf'

const content: ProvisionContent = {
  protocollo: 'INPS.7000.26/11/2026.0000042',
  decidedAt: '2026-11-26T09:30:00.000Z',
  outcome: 'partly_granted',
  application: {
    protocollo: 'INPS.7000.02/11/2026.0000007',
    submittedAt: '2026-11-02T08:00:00.000Z',
    label: 'Rateazione',
    summary: '36 rate, debito 12.000,00 €',
  },
  contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: '01234567897' },
  office: { code: '7000', name: 'Direzione provinciale di Roma', unit: 'Recupero crediti' },
  responsible: 'Clara Bianchi',
  facts: 'Il debito è confermato.\n\nLa difficoltà è documentata.',
  law: 'Art. 23 L. 203/2024',
  decided: {
    step: 'piano',
    title: 'Il piano',
    facts: [
      { name: 'instalments', kind: 'count', label: 'Numero di rate', value: 24 },
      { name: 'iban', kind: 'iban', label: 'IBAN', value: 'IT60X0542811101000000123456' },
    ],
    table: {
      legend: 'Debiti',
      headers: ['Avviso', 'Importo'],
      rows: [
        [
          { name: 'number', kind: 'text', label: 'Avviso', value: 'N-1' },
          { name: 'amount', kind: 'amount', label: 'Importo', value: 1_200_000 },
        ],
        [{ name: 'number', kind: 'text', label: 'Avviso', value: 'N-2' }],
      ],
    },
  },
  figures: [
    {
      title: 'Piano di rateazione',
      source: 'Art. 3 c. 4 DL 318/1996',
      lines: [{ term: 'Totale con interessi', value: '12.650,00 €' }],
      table: { headers: ['Rata', 'Importo'], rows: Array.from({ length: 60 }, (_, at) => [`${at + 1}`, '527,08 €']) },
    },
  ],
  effects: ['Comunicazione INPS.7000.01/10/2026.0000001: in lavorazione.'],
  attachments: [{ name: 'conteggio.pdf', size: 2048, sha256: 'c3'.repeat(32) }],
}
const printed = (changes: Partial<ProvisionContent> = {}) => {
  const told = { ...content, ...changes }
  return provisionPdf({ content: told, sha256: hashOf(told), decidedAt: new Date(told.decidedAt) })
}

describe('the provision as a PDF', () => {
  it('is a tagged, titled document in Italian', async () => {
    const { file } = takeApart(await printed())
    for (const sign of ['%PDF-1.7', '/Marked true', '/Lang (it-IT)', '/DisplayDocTitle true', 'pdfuaid:part>1<'])
      expect(file).toContain(sign)
    expect(file).toContain(`(Provvedimento ${content.protocollo})`)
  })

  it('is read in the order in which a person needs it', async () => {
    const { said } = takeApart(await printed())
    expect(spoken(said, 'H1', 'H2')).toEqual([
      'Provvedimento',
      'Su quale istanza',
      'Chi ha deciso',
      'Motivi di fatto',
      'Motivi di diritto',
      'Il piano',
      'Piano di rateazione',
      'Che cosa è cambiato',
      'Allegati',
      'Se non sei d’accordo',
      'Come controllare questo provvedimento',
    ])
    expect(spoken(said, 'P').slice(3, 9)).toEqual([
      'Numero di protocollo',
      content.protocollo,
      'Del',
      '26 novembre 2026, ore 10:30',
      'Esito',
      'Parzialmente accolta',
    ])
  })

  it('says outcome, reasons, what was granted with its figures, what changed, who answers for it and how to contest it', async () => {
    const { said } = takeApart(await printed())
    const words = spoken(said, 'TD', 'P', 'LBody', 'TH')
    for (const word of [
      'Clara Bianchi',
      'Il debito è confermato.',
      'La difficoltà è documentata.',
      'Art. 23 L. 203/2024',
      '24',
      'IT60 … 3456',
      '12.000,00 €',
      'N-2',
      '12.650,00 €',
      'Regola: Art. 3 c. 4 DL 318/1996',
      content.effects[0],
      'conteggio.pdf',
      hashOf(content),
    ])
      expect(words).toContain(word)
    expect(words.filter((word) => word === '527,08 €')).toHaveLength(60)
    expect(words.join()).not.toContain('IT60X0542811101000000123456')
    expect(words.join()).toContain('entro 90 giorni')
  })

  it('of a refusal has reasons and the way to contest it, and nothing that was not decided', async () => {
    const { decided: _, ...refused } = { ...content, outcome: 'not_granted' as const }
    const { said } = takeApart(
      await provisionPdf({
        content: { ...refused, figures: [], effects: [], attachments: [] },
        sha256: hashOf(content),
        decidedAt: new Date(content.decidedAt),
      }),
    )
    expect(spoken(said, 'H2')).toEqual([
      'Su quale istanza',
      'Chi ha deciso',
      'Motivi di fatto',
      'Motivi di diritto',
      'Se non sei d’accordo',
      'Come controllare questo provvedimento',
    ])
  })

  it('gives the same bytes for the same provision, others for another', async () => {
    const [once, again, other] = await Promise.all([printed(), printed(), printed({ law: 'Art. 2 L. 241/1990' })])
    expect(Buffer.compare(once, again)).toBe(0)
    expect(Buffer.compare(once, other)).not.toBe(0)
  })

  it('never lets a word run over the margins, and turns the page before the foot', async () => {
    const { runs, said } = takeApart(
      await printed({
        facts: 'parolalunghissima'.repeat(470),
        law: '漢字 😀',
        effects: ['W'.repeat(400)],
        contributor: { denomination: 'M'.repeat(300), codiceFiscale: '01234567897' },
      }),
    )
    expect(Math.max(...runs.map(({ right }) => right))).toBeLessThan(595.28 - 55)
    expect(Math.min(...runs.filter(({ mark }) => mark !== 'Artifact').map(({ y }) => y))).toBeGreaterThan(70)
    expect(spoken(said, 'P').join()).toContain('Il segno ¤')
  })
})
