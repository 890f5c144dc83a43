import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { actOnNoticeSchema, correctNoticeSchema, publishNoticeSchema, typedAgain } from './schema'

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-26T10:00:00Z') }))
afterEach(() => vi.useRealTimers())

const typed = {
  codiceFiscale: '00000000018',
  externalNumber: 'RM-2026/000123',
  kind: 'DEB-OMI',
  year: '2024',
  periodFrom: '03/2024',
  periodTo: '4/2024',
  elaboratedOn: '02/11/2026',
  dueBy: '',
  contributions: '03/2024;CXX;1.200,00;400,00\r\n\r\n04/2024;CXX;601,20;0\n',
  sanctions: '03/2024;16/04/2024;;930;800,00;a;58,30',
  f24: '03/2024\t04/2024\tCXX\t00144 ROMA\t1.459,50',
}
const sanctionsOnly = {
  ...typed,
  kind: 'DEB-SAN',
  periodFrom: '',
  periodTo: '',
  contributions: '',
  f24: '05/2024;;CXX;00144 ROMA;58,30',
}
const read = (changes: Partial<typeof typed> = {}) => publishNoticeSchema.parse({ ...typed, ...changes }).notice
const faults = (changes: Record<string, string>, from: Record<string, string> = typed) => {
  const issues = publishNoticeSchema.safeParse({ ...from, ...changes }).error?.issues ?? []
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a notice typed in the form', () => {
  test('is read as the file is, and its totals are those of its rows', () =>
    expect(publishNoticeSchema.parse(typed)).toEqual({
      codiceFiscale: '00000000018',
      notice: {
        externalNumber: 'RM-2026/000123',
        kind: 'DEB-OMI',
        year: 2024,
        periodFrom: '2024-03',
        periodTo: '2024-04',
        elaboratedOn: '2026-11-02',
        dueBy: null,
        contributionsCents: 140_120,
        sanctionsCents: 5_830,
        content: {
          contributions: [
            { month: '2024-03', causale: 'CXX', due: 120_000, paid: 40_000 },
            { month: '2024-04', causale: 'CXX', due: 60_120, paid: 0 },
          ],
          sanctions: [
            { month: '2024-03', term: '2024-04-16', paidOn: null, days: 930, base: 80_000, rule: 'a', amount: 5_830 },
          ],
          f24: [{ causale: 'CXX', branch: '00144 ROMA', from: '2024-03', to: '2024-04', amount: 145_950 }],
        },
      },
    }))

  test('is for its whole year when it is of sanctions alone, whether 0/aaaa is written or not', () => {
    const whole = { periodFrom: '2024-00', periodTo: '2024-00', contributionsCents: 0, sanctionsCents: 5_830 }
    expect(publishNoticeSchema.parse(sanctionsOnly).notice).toMatchObject(whole)
    const written = { ...sanctionsOnly, periodFrom: '0/2024', periodTo: '0/2024' }
    expect(publishNoticeSchema.parse(written).notice).toMatchObject(whole)
  })

  test('says of an excess payment what was paid too much, and asks for nothing', () =>
    expect(read({ kind: 'ANO-VER', contributions: '03/2024;CXX;100,00;150,00', sanctions: '', f24: '' })).toMatchObject(
      { contributionsCents: 0, sanctionsCents: 0 },
    ))

  test('may have no rows when it is no debt', () =>
    expect(read({ kind: 'RIS-INT', contributions: '', sanctions: '', f24: '' }).content).toEqual({
      contributions: [],
      sanctions: [],
      f24: [],
    }))

  test.each([
    ['its number', { externalNumber: '=cmd|x' }, 'externalNumber'],
    ['its kind', { kind: 'DEB-XXX' }, 'kind'],
    ['a wrong check digit', { codiceFiscale: '00000000019' }, 'codiceFiscale'],
    ['a missing month', { periodFrom: '' }, 'periodFrom'],
    ['a month that is not', { periodTo: '13/2024' }, 'periodTo'],
    ['a period the wrong way round', { periodFrom: '05/2024' }, 'periodTo'],
    ['0/aaaa for contributions', { periodFrom: '0/2024' }, 'periodFrom'],
    ['a day that is not', { elaboratedOn: '31/02/2026' }, 'elaboratedOn'],
    ['an elaboration still to come', { elaboratedOn: '27/11/2026' }, 'elaboratedOn'],
    ['a term already past', { dueBy: '25/11/2026' }, 'dueBy'],
    ['a debt of nothing', { contributions: '', sanctions: '', f24: '' }, 'contributions'],
    ['more paid than due', { contributions: '03/2024;CXX;1,00;2,00', f24: '' }, 'contributions'],
    ['sanctions to a public body', { kind: 'DEB-PA' }, 'sanctions'],
    ['an F24 that does not agree', { f24: '03/2024;;CXX;00144 ROMA;1.459,49' }, 'f24'],
    ['an F24 the wrong way round', { f24: '04/2024;03/2024;CXX;00144 ROMA;1.459,50' }, 'f24'],
  ])('is refused on the field that is wrong: %s', (_what, changes, field) => {
    const said = faults(changes as Record<string, string>)
    expect(said.map((fault) => fault.split(':')[0])).toEqual([field])
  })

  test('has no contributions when it is of sanctions alone, nor another year', () => {
    expect(faults({ contributions: typed.contributions, f24: '' }, sanctionsOnly)).toEqual([
      expect.stringContaining('contributions: '),
    ])
    expect(faults({ periodFrom: '0/2023', periodTo: '0/2023' }, sanctionsOnly)).toEqual([
      expect.stringContaining('0/2024 – 0/2024'),
    ])
  })

  test('names line and value of what is wrong in a table', () => {
    expect(faults({ contributions: '03/2024;CXX;100,00\n3/2024;CXX;cento;0' })).toEqual([
      'contributions: Riga 1: servono 4 valori separati da punto e virgola, qui ce ne sono 3. ' +
        'Riga 2: dovuto «cento». Non è un importo: scrivilo come 1.234,56, senza segno né simbolo dell’euro.',
    ])
    expect(faults({ sanctions: 'x\n'.repeat(61) })).toEqual([expect.stringContaining('Al massimo 60 righe')])
    expect(faults({ f24: 'x'.repeat(20_001) })).toEqual([expect.stringContaining('troppo lunga')])
  })

  test('carries nothing else', () => expect(faults({ contributionsCents: '1' })).toHaveLength(1))
})

const [eventId, noticeId] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002']

test('a correction has its reason and no codice fiscale, and begins with what the notice said', () => {
  const { codiceFiscale: _, ...heading } = typed
  const { notice } = correctNoticeSchema.parse({ ...heading, eventId, noticeId, text: 'Importo sbagliato' })
  const again = typedAgain(notice)
  const retyped = correctNoticeSchema.parse({
    ...again,
    externalNumber: 'RM-2',
    eventId,
    noticeId,
    text: 'Di nuovo così',
  })
  expect(retyped.notice).toEqual({ ...notice, externalNumber: 'RM-2' })
  const alone = typedAgain(publishNoticeSchema.parse(sanctionsOnly).notice)
  expect([alone.periodFrom, alone.contributions]).toEqual(['', ''])
  expect(correctNoticeSchema.safeParse({ ...typed, eventId, noticeId, text: 'Importo sbagliato' }).success).toBe(false)
})

test.each([
  ['settle', 'Pagata il 16 aprile', true],
  ['settle', 'Pagata', false],
  ['correct', 'Importo sbagliato', false],
  ['answer', 'Importo sbagliato', false],
])('the office may %s with the reason %j: %s', (act, text, accepted) =>
  expect(actOnNoticeSchema.safeParse({ eventId, noticeId, act, text }).success).toBe(accepted),
)
