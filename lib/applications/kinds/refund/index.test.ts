import { describe, expect, test } from 'vitest'
import { rateRegister } from '@/db/rates'
import type { Officer } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/change'
import { Invalid } from '@/lib/refusal'
import { decisionExample, example } from '@/test/application-examples/rimborso'
import { answersIn, mistakesIn } from '@/test/application-reading'
import type { Granted } from '../../kind'
import { decision } from './decision'
import { effect } from './effect'
import { type Answers, figures, summary } from './figures'
import { steps } from './steps'

const today = '2026-11-26'
const answers = answersIn({ steps }, example)
const mistakes = (typed: Record<string, string>) => mistakesIn({ steps }, { ...example, ...typed })
const bornBy = (bearer: Answers['pagamento']['bearer']): Answers => ({
  ...answers,
  pagamento: { ...answers.pagamento, bearer },
})

describe('a refund as in the example', () => {
  test('reads in one line', () => {
    expect(summary(answers)).toBe('940,60 € per 2 collaboratori')
  })

  test('is split between contributor and workers, each row and the whole', () => {
    const [asked] = figures(answers, rateRegister)
    expect(asked!.lines).toEqual([
      { term: 'Totale chiesto', value: '940,60 €' },
      { term: 'Del committente', value: '627,07 €' },
      { term: 'Da rendere ai collaboratori', value: '313,53 €' },
    ])
    expect(asked!.table!.rows).toEqual([
      ['RSSMRA85T10A562S', '2025', '29.040,00 €', '240,00 €', '160,00 €', '80,00 €'],
      ['BNCLRA80A41H501D', '2026', '45.539,00 €', '700,60 €', '467,07 €', '233,53 €'],
    ])
  })

  test.each([
    ['contributor', '940,60 €', '0,00 €'],
    ['worker', '0,00 €', '940,60 €'],
  ] as const)('goes to who bore it: %s', (bearer, own, workers) => {
    expect(figures(bornBy(bearer), rateRegister)[0]!.lines.slice(1)).toEqual([
      { term: 'Del committente', value: own },
      { term: 'Da rendere ai collaboratori', value: workers },
    ])
  })

  test('shows what goes over the ceiling, and leaves to the office the year whose ceiling is not known', () => {
    const excess = figures(answers, rateRegister)[1]!
    expect(excess.table!.rows).toEqual([
      ['RSSMRA85T10A562S', '2025', '120.607,00 €', '28.800,00 €', '29.040,00 €', '240,00 €'],
      ['BNCLRA80A41H501D', '2026', '–', '–', '45.539,00 €', '–'],
    ])
    expect(excess.lines).toEqual([
      { term: 'Versato oltre il massimale', value: '240,00 €' },
      { term: 'Da calcolare in sede', value: 'Anni di cui il portale non ha il massimale: 2026.' },
    ])
    expect(excess.source).toContain('Circ. INPS 27/2025')
  })

  test('says where more is asked than goes over', () => {
    const workers = answers.somme.workers.map((row) => ({ ...row, asked: 24_001 }))
    const [, excess] = figures({ ...answers, somme: { ...answers.somme, workers } }, rateRegister)
    expect(excess!.lines[1]).toEqual({
      term: 'Righe in cui si chiede di più',
      value: '1: la sede può chiedere perché.',
    })
  })

  test('has no figure of the ceiling when the ceiling has nothing to do with it', () => {
    const undue = { ...answers, somme: { ...answers.somme, reason: 'undue' as const } }
    expect(figures(undue, rateRegister)).toHaveLength(1)
  })
})

describe('what is typed for a refund', () => {
  test.each(['1000000000000000', '1.000.000.000.000.000,00', '-1,00', '1,005', '1.234,5', '0,00'])(
    'refuses «%s» as an amount, on its own cell',
    (amount) => {
      expect(Object.keys(mistakes({ somme_workers_0_asked: amount }))).toEqual(['somme_workers_0_asked'])
      expect(Object.keys(mistakes({ somme_workers_1_paid: amount }))).toEqual(['somme_workers_1_paid'])
      expect(Object.keys(mistakes({ somme_workers_0_used: amount }))).toEqual(['somme_workers_0_used'])
    },
  )

  test.each(['IT61X0542811101000000123456', 'IT60X054281110100000012345', 'IT60X0542811101000000123457'])(
    'refuses the IBAN %s',
    (iban) => {
      expect(mistakes({ pagamento_iban: iban })).toEqual({
        pagamento_iban: ["L'IBAN non è scritto correttamente: quelli italiani hanno 27 caratteri."],
      })
    },
  )

  test('refuses a year to come, a codice fiscale that is none, more than was paid', () => {
    expect(Object.keys(mistakes({ somme_workers_0_year: '2031' }))).toEqual(['somme_workers_0_year'])
    expect(Object.keys(mistakes({ somme_workers_0_worker: 'RSSMRA85T10A562X' }))).toEqual(['somme_workers_0_worker'])
    expect(mistakes({ somme_workers_0_asked: '29.040,01' })).toEqual({
      somme_workers_0_asked: ['Non puoi chiedere più di quanto hai versato: 29.040,00 €.'],
    })
  })

  test('names a worker once for each year and rate', () => {
    const same = { somme_workers_1_worker: 'RSSMRA85T10A562S', somme_workers_1_year: '2025' }
    expect(mistakes(same)).toEqual({})
    expect(Object.keys(mistakes({ ...same, somme_workers_1_cover: 'otherwise_insured' }))).toEqual([
      'somme_workers_1_year',
    ])
  })

  test('needs rate and fees over the ceiling, and only there', () => {
    const bare = { somme_workers_0_cover: '', somme_workers_0_fees: '' }
    expect(Object.keys(mistakes(bare))).toEqual(['somme_workers_0_cover', 'somme_workers_0_fees'])
    expect(mistakes({ ...bare, somme_reason: 'undue' })).toEqual({})
  })

  test('declares the account its own and the sums recovered nowhere else', () => {
    expect(Object.keys(mistakes({ pagamento_ownAccount: '', pagamento_notElsewhere: '' }))).toEqual([
      'pagamento_ownAccount',
      'pagamento_notElsewhere',
    ])
  })
})

describe('a decision to refund', () => {
  const order = (given: Answers, decided?: { amount: number }) =>
    decision.figures!(given, decided, rateRegister, today, today)[0]!.lines.map(({ value }) => value)
  const grant = (outcome: 'granted' | 'partly_granted', decided?: { amount: number }) =>
    effect({} as Officer, {} as Transaction, { answers, outcome, decided } as Granted<Answers>)

  test('orders a payment on an account that is masked', () => {
    expect(order(answers)).toEqual(['940,60 €', 'IT60 … 3456', '627,07 €', '313,53 €'])
    expect(mistakesIn({ steps: [decision.step] }, decisionExample)).toEqual({})
    expect(order(answers, { amount: 24_000 })).toEqual(['240,00 €', 'IT60 … 3456', '160,00 €', '80,00 €'])
    expect(order(bornBy('contributor'), { amount: 24_000 })).toEqual(['240,00 €', 'IT60 … 3456', '240,00 €', '0,00 €'])
  })

  test('grants no more than was asked, and in part less', async () => {
    expect(await grant('granted')).toEqual([])
    expect(await grant('partly_granted', { amount: 94_059 })).toEqual([])
    await expect(grant('partly_granted', { amount: 94_060 })).rejects.toThrow(Invalid)
    await expect(grant('partly_granted', { amount: 94_061 })).rejects.toMatchObject({
      errors: { decisione_amount: ['Non puoi riconoscere più di quanto è stato chiesto: 940,60 €.'] },
    })
  })
})
