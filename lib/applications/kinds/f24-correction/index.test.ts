import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { example } from '@/test/application-examples/rettifica-f24'
import { answersIn, mistakesIn } from '@/test/application-reading'
import { f24Correction } from '.'
import { type Answers, movesOf, refusalsOf } from './figures'

const answers = answersIn(f24Correction, example)
const mistakes = (typed: Record<string, string>) => mistakesIn(f24Correction, { ...example, ...typed })
const heed = (typed: Record<string, string>) =>
  f24Correction.heed!({} as never, answersIn(f24Correction, { ...example, ...typed }))

describe('a correction as in the example', () => {
  test('reads in one line', () => {
    expect(f24Correction.summary(answers)).toBe('F24 del 16/04/2024, 1.401,20 €')
  })

  test('shows from where to where the money moves, of which none is made', async () => {
    expect(await heed({})).toEqual({})
    const [figure] = f24Correction.figures!(answers, [], '2026-11-26')
    expect(figure!.lines).toEqual([
      { term: 'Totale versato', value: '1.401,20 €' },
      { term: 'Totale corretto', value: '1.401,20 €' },
    ])
    expect(figure!.table!.rows).toEqual([
      ['5100', 'C10', '00142 Roma', '03/2024', '1.401,20 €', '0,00 €', '-1.401,20 €'],
      ['7000', 'CXX', '00142 ROMA', '03/2024', '0,00 €', '700,60 €', '700,60 €'],
      ['7000', 'CXX', '00142 ROMA', '02/2024', '0,00 €', '700,60 €', '700,60 €'],
    ])
  })

  test('is refused when the totals are not the same, to the cent', async () => {
    expect(await heed({ corretto_rows_1_amount: '700,61' })).toEqual({
      corretto_rows: [
        'Il totale giusto è 1.401,21 €, quello versato 1.401,20 €: devono essere uguali, perché una rettifica sposta le somme e non le cambia.',
      ],
    })
  })

  test('is refused when nothing changes, however it is written', async () => {
    const same = { corretto_rows_0_office: '5100', corretto_rows_0_causale: 'C10', corretto_rows_0_month: '2024-03' }
    const split = {
      ...same,
      corretto_rows_1_office: '5100',
      corretto_rows_1_causale: 'C10',
      corretto_rows_1_month: '03/2024',
    }
    expect(await heed(same)).toEqual({})
    expect(Object.keys(await heed(split))).toEqual(['corretto_rows'])
  })
})

describe('what is typed of an F24', () => {
  test.each(['1000000000000000', '-1.401,20', '1.401,205', '1.234,5'])(
    'refuses «%s» as an amount, on its own cell',
    (amount) => {
      expect(Object.keys(mistakes({ versato_rows_0_amount: amount }))).toEqual(['versato_rows_0_amount'])
      expect(Object.keys(mistakes({ corretto_rows_1_amount: amount }))).toEqual(['corretto_rows_1_amount'])
    },
  )

  test.each(['30/02/2024', '2024-02-30', '29/02/2023', '01/01/2030'])('refuses %s as the day of payment', (paidOn) => {
    expect(Object.keys(mistakes({ versato_paidOn: paidOn }))).toEqual(['versato_paidOn'])
  })

  test('refuses a month to come', () => {
    expect(mistakes({ corretto_rows_0_month: '01/2027' })).toEqual({
      corretto_rows_0_month: ['Il mese non può venire dopo 12/2026.'],
    })
  })

  test.each(['510', '51000', 'ROMA', '5100 5100'])('refuses «%s» as an office', (office) => {
    expect(mistakes({ versato_rows_0_office: office })).toEqual({
      versato_rows_0_office: ['Il codice sede ha 4 cifre, per esempio 5100.'],
    })
  })

  test('takes as paid what no right line may say', () => {
    expect(mistakes({ versato_rows_0_branch: '7001234567', versato_rows_0_causale: 'DM10' })).toEqual({})
    expect(Object.keys(mistakes({ versato_rows_0_branch: '0'.repeat(18) }))).toEqual(['versato_rows_0_branch'])
    expect(Object.keys(mistakes({ corretto_rows_0_causale: 'DM10' }))).toEqual(['corretto_rows_0_causale'])
  })

  test.each(['Roma', '0142 ROMA', '00142ROMA', '00142 ', '00142 ROMA 2', '00142 ROCCABERNARDA'])(
    'refuses «%s» as the right CAP and comune',
    (branch) => {
      expect(Object.keys(mistakes({ corretto_rows_0_branch: branch }))).toEqual(['corretto_rows_0_branch'])
    },
  )

  test.each(['47121 Forlì', "67100 L'Aquila", '39100 BOLZANO', '00142 ROCCABERNAR'])(
    'takes «%s» as the right CAP and comune',
    (branch) => {
      expect(mistakes({ corretto_rows_0_branch: branch })).toEqual({})
    },
  )
})

describe('whatever the lines', () => {
  const rows = fc.array(
    fc.record({
      office: fc.constantFrom('5100', '7000'),
      causale: fc.constantFrom('CXX' as const, 'C10' as const),
      branch: fc.constantFrom('00142 ROMA', '80100 NAPOLI'),
      month: fc.constantFrom('2024-02', '2024-03'),
      amount: fc.integer({ min: 1, max: 100_000_000_000 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  const total = (amounts: number[]) => amounts.reduce((sum, cents) => sum + cents, 0)

  test('what moves is what was paid, and only equal totals pass', () => {
    fc.assert(
      fc.property(rows, rows, (paid, right) => {
        const given = { versato: { paidOn: '2024-04-16', rows: paid }, corretto: { rows: right } } satisfies Omit<
          Answers,
          'motivi'
        >
        const moves = movesOf(given)
        expect(total(moves.map(({ amount }) => amount))).toBe(total(paid.map(({ amount }) => amount)))
        expect(total(moves.map((move) => move.right))).toBe(total(right.map(({ amount }) => amount)))
        const moved = moves.some((move) => move.amount !== move.right)
        const equal = total(moves.map((move) => move.right - move.amount)) === 0
        expect(Object.keys(refusalsOf(given)).length === 0).toBe(equal && moved)
      }),
    )
  })

  test('lines only put in another order are no correction', () => {
    fc.assert(
      fc.property(rows, (paid) => {
        const given = { versato: { paidOn: '2024-04-16', rows: paid }, corretto: { rows: [...paid].reverse() } }
        expect(Object.keys(refusalsOf(given))).toEqual(['corretto_rows'])
      }),
    )
  })
})
