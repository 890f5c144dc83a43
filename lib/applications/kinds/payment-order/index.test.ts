import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '@/lib/calendar/days'
import { decisionExample, example } from '@/test/application-examples/avviso-addebito'
import { answersIn, mistakesIn, readingDay } from '@/test/application-reading'
import { readStep } from '../../read'
import { paymentOrder } from '.'
import { effect } from './effect'
import { lastDays, totalOf } from './figures'

const answers = (typed: Record<string, string> = {}) => answersIn(paymentOrder, { ...example, ...typed })
const mistakes = (typed: Record<string, string>) => mistakesIn(paymentOrder, { ...example, ...typed })
const decide = (
  typed: Record<string, string>,
  outcome: 'granted' | 'partly_granted',
  asked: Record<string, string> = {},
) => {
  const read = readStep(paymentOrder.decision!.step, typed, readingDay)
  if ('errors' in read) return Promise.reject({ errors: read.errors })
  return effect(
    undefined as never,
    undefined as never,
    { answers: answers(asked), decided: read.answers, outcome } as never,
  )
}

describe('what an istanza on an avviso di addebito says of the terms', () => {
  test('is said before it is written, and again among its figures', () => {
    expect(paymentOrder.limits.join(' ')).toMatch(/NON sospende.*40 giorni.*20 giorni.*60 giorni/s)
    const [terms] = paymentOrder.figures!(answers(), [], readingDay)
    expect(terms!.title).toContain('NON si fermano')
    expect(terms!.lines.map(({ value }) => value)).toEqual([
      '22/11/2026 (già passato)',
      '12/12/2026 (mancano 16 giorni)',
      '01/01/2027 (mancano 36 giorni)',
    ])
  })

  test('counts today and tomorrow as such', () => {
    const valueOn = (today: string) => paymentOrder.figures!(answers(), [], today)[0]!.lines[0]!.value
    expect([valueOn('2026-11-21'), valueOn('2026-11-22')]).toEqual([
      '22/11/2026 (scade domani)',
      '22/11/2026 (scade oggi)',
    ])
  })

  test('is 20, 40 and 60 days from the notification, over leap days and changes of the clock', () => {
    const days = fc
      .date({ min: new Date('2011-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, (day) => {
        const { form, merits, payment } = lastDays(day)
        expect([form, merits, payment].map((last) => daysBetween(day, last))).toEqual([20, 40, 60])
      }),
    )
  })

  test('is ticked as understood', () => {
    expect(Object.keys(mistakes({ motivo_understood: '' }))).toEqual(['motivo_understood'])
  })
})

describe('what is typed of an avviso', () => {
  test('reads in one line, with the total', () => {
    expect(paymentOrder.summary(answers())).toBe('Annullamento dell’avviso 39720260001234567000, 1.591,71 €')
    expect(totalOf(answers({ importi_sanctions: '', importi_interest: '' }).importi)).toBe(140_120)
  })

  test.each([
    ['a number with letters', { avviso_number: 'AVA-12' }, 'avviso_number'],
    ['a number too short', { avviso_number: '123 456' }, 'avviso_number'],
    ['a notification to come', { avviso_notifiedOn: '01/01/2030' }, 'avviso_notifiedOn'],
    ['a notification before avvisi existed', { avviso_notifiedOn: '31/12/2010' }, 'avviso_notifiedOn'],
    ['a day that is none', { avviso_notifiedOn: '30/02/2026' }, 'avviso_notifiedOn'],
    ['an amount beyond the sea', { importi_capital: '1000000000000000' }, 'importi_capital'],
    ['a negative amount', { importi_capital: '-10,00' }, 'importi_capital'],
    ['a third decimal', { importi_interest: '1,234' }, 'importi_interest'],
    ['an opposition without its court', { motivo_opposition: 'si' }, 'motivo_court'],
    ['a ground that is not offered', { motivo_ground: 'simpatia' }, 'motivo_ground'],
  ])('%s is refused on its field', (_, typed, field) => {
    expect(Object.keys(mistakes(typed))).toEqual([field])
  })

  test('no amount at all is refused', () => {
    const none = { importi_capital: '', importi_sanctions: '', importi_interest: '' }
    expect(mistakes(none)).toEqual({ importi_capital: ['Scrivi almeno una delle somme.'] })
  })
})

describe('the provision', () => {
  test('as in the example is a grant in part', async () => {
    expect(await decide(decisionExample, 'partly_granted')).toEqual([])
    await expect(decide(decisionExample, 'granted')).rejects.toHaveProperty('errors.provvedimento_kind')
  })

  test('of what was asked is a grant, and no grant in part', async () => {
    expect(await decide({ provvedimento_kind: 'annullamento' }, 'granted')).toEqual([])
    await expect(decide({ provvedimento_kind: 'annullamento' }, 'partly_granted')).rejects.toHaveProperty('errors')
    const suspended = { provvedimento_kind: 'sospensione', provvedimento_until: '31/12/2026' }
    expect(await decide(suspended, 'granted', { motivo_asked: 'sospensione' })).toEqual([])
  })

  test.each([
    ['a part without its amount', { provvedimento_kind: 'parziale' }, 'annulled'],
    ['a part as large as the whole', { ...decisionExample, provvedimento_annulled: '1.591,71' }, 'annulled'],
    ['an amount of what is not a part', { ...decisionExample, provvedimento_kind: 'annullamento' }, 'annulled'],
    ['a day of what is not a suspension', { ...decisionExample, provvedimento_until: '31/12/2026' }, 'until'],
  ])('refuses %s', async (_, typed, question) => {
    await expect(decide(typed, 'partly_granted')).rejects.toHaveProperty(`errors.provvedimento_${question}`)
  })
})
