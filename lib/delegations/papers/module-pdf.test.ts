import { describe, expect, it } from 'vitest'
import { spoken, takeApart } from '@/test/tagged-pdf'
import { modulePdf, type PrintedDelegation } from './module-pdf'

const delegation: PrintedDelegation = {
  id: '01890000-0000-7000-8000-000000000001',
  denomination: 'ALFA SERVIZI S.R.L.',
  codiceFiscale: '01234567897',
  officeName: 'Roma',
  officeCode: '7000',
  delegateName: 'Giuseppe Verdi',
  delegateCode: 'VRDGPP70R15F839P',
  firmName: 'Studio Verdi',
  scope: 'partial',
  exclusive: true,
  workers: ['BNCLRA80A41H501D', 'MLLSNT75M50A952L'],
  startsOn: '2026-12-01',
  endsOn: null,
  createdAt: new Date('2026-11-26T09:00:00Z'),
}
const printed = async (changes: Partial<PrintedDelegation> = {}) =>
  takeApart(await modulePdf({ ...delegation, ...changes }))

describe('the module of an indirect delegation', () => {
  it('is a tagged, titled document in Italian with its letters inside', async () => {
    const { file, fonts } = await printed()
    for (const sign of ['%PDF-1.7', '/Marked true', '/Lang (it-IT)', '/DisplayDocTitle true', 'pdfuaid:part>1<'])
      expect(file).toContain(sign)
    expect(file).not.toContain('ALFA')
    expect(fonts().every(({ embedded }) => embedded)).toBe(true)
  })

  it('says who, to whom, for what, and where to sign', async () => {
    const { said } = await printed()
    expect(spoken(said, 'H1', 'H2')).toEqual([
      'Delega all’intermediario',
      'Chi dà la delega',
      'A chi',
      'Per che cosa',
      'I 2 collaboratori',
      'Che cosa permette',
      'Quando vale',
      'Firma del contribuente',
      'Che cosa fare di questo modulo',
    ])
    const words = spoken(said, 'P', 'TD', 'LBody')
    for (const word of [
      ...['ALFA SERVIZI S.R.L.', '01234567897', 'Giuseppe Verdi', 'VRDGPP70R15F839P', 'Studio Verdi'],
      ...['BNCLRA80A41H501D', '1 dicembre 2026', 'Luogo e data', 'Firma'],
    ])
      expect(words).toContain(word)
    expect(words.join(' ')).toContain('5 anni successivi')
  })

  it('is the same file for the same delegation, however long its list', async () => {
    const workers = Array.from({ length: 300 }, () => 'BNCLRA80A41H501D')
    expect(Buffer.from(await modulePdf({ ...delegation, workers }))).toEqual(
      Buffer.from(await modulePdf({ ...delegation, workers })),
    )
  })

  it('of a total one lists nobody, and says it opens everything', async () => {
    const { said } = await printed({
      scope: 'total',
      workers: [],
      exclusive: false,
      firmName: null,
      endsOn: '2027-12-31',
    })
    expect(spoken(said, 'H2')).not.toContain('I 2 collaboratori')
    expect(spoken(said, 'TD')).toContain('31 dicembre 2027')
  })
})
