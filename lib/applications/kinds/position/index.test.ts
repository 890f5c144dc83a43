import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionExample, example } from '@/test/application-examples/posizione'
import { answersIn, mistakesIn } from '@/test/application-reading'
import { position } from '.'
import { seatOf, seatParts } from './seat'

const change = example
const enrol = {
  domanda_asked: 'iscrizione',
  domanda_denomination: 'ALFA S.R.L.',
  domanda_address: 'Via Po 2',
  domanda_cap: '10123',
  domanda_comune: 'Torino',
  domanda_firstDay: '01/10/2026',
}
const cancel = {
  domanda_asked: 'cancellazione',
  domanda_lastDay: '31/10/2026',
  domanda_reason: 'Non ci sono più collaboratori.',
}
const mistakes = (typed: Record<string, string>) => Object.keys(mistakesIn(position, typed)).sort()
const summary = (typed: Record<string, string>) => position.summary(answersIn(position, typed))
const begun = (typed: Record<string, string>) => {
  const { id } = position.decision!.step
  const fields = position.decision!.begin(answersIn(position, typed))
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${id}_${name}`, value]))
}

describe('each choice', () => {
  test('reads in one line', () => {
    expect([enrol, change, cancel].map(summary)).toEqual([
      'Iscrizione come committente dal 01/10/2026',
      'Variazione dei dati del committente',
      'Cancellazione: committente fino al 31/10/2026',
    ])
  })

  test('asks only for what it needs', () => {
    expect(mistakes({ domanda_asked: 'iscrizione' })).toEqual(
      ['address', 'cap', 'comune', 'denomination', 'firstDay'].map((name) => `domanda_${name}`),
    )
    expect(mistakes({ domanda_asked: 'variazione' })).toEqual(['domanda_denomination', 'domanda_reason'])
    expect(mistakes({ domanda_asked: 'cancellazione' })).toEqual(['domanda_lastDay', 'domanda_reason'])
  })

  test('does not mind what the portal had filled in', () => {
    const contributor = { denomination: 'ALFA S.R.L.', codiceFiscale: '12345678903', seat: 'Via Po 2, 10123 Torino' }
    const filled = position.begin!({ contributor })
    expect(filled).toEqual({
      domanda_denomination: 'ALFA S.R.L.',
      domanda_address: 'Via Po 2',
      domanda_cap: '10123',
      domanda_comune: 'Torino',
    })
    expect(mistakes({ ...filled, ...cancel })).toEqual([])
  })

  test.each([
    ['a last day of what goes on', { ...change, domanda_lastDay: '31/10/2026' }, 'lastDay'],
    ['a first day of what ends', { ...cancel, domanda_firstDay: '31/10/2026' }, 'firstDay'],
    ['half a seat', { ...change, domanda_cap: '' }, 'cap'],
    ['a CAP of four digits', { ...change, domanda_cap: '0014' }, 'cap'],
    ['a first day before the Gestione separata', { ...enrol, domanda_firstDay: '31/03/1996' }, 'firstDay'],
    ['a last day years from now', { ...cancel, domanda_lastDay: '01/01/2035' }, 'lastDay'],
    ['a day that is none', { ...enrol, domanda_firstDay: '30/02/2026' }, 'firstDay'],
    ['a reason of one word', { ...change, domanda_reason: 'Sì' }, 'reason'],
  ])('refuses %s', (_, typed, question) => {
    expect(mistakes(typed)).toEqual([`domanda_${question}`])
  })
})

describe('the decision', () => {
  test('begins with what was asked, and is right as it is', () => {
    expect(begun(change)).toEqual(decisionExample)
    expect(begun(cancel)).toEqual({ posizione_lastDay: '31/10/2026' })
    for (const asked of [enrol, change, cancel])
      expect(mistakesIn({ steps: [position.decision!.step] }, begun(asked))).toEqual({})
  })

  test('writes something', () => {
    expect(Object.keys(mistakesIn({ steps: [position.decision!.step] }, {}))).toEqual(['posizione_denomination'])
  })
})

test('a seat comes apart as it was put together', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9' ]{0,20}[A-Za-z0-9]$/)
  fc.assert(
    fc.property(word, fc.stringMatching(/^\d{5}$/), word, (address, cap, comune) => {
      fc.pre(comune === comune.trim() && address === address.trim())
      expect(seatParts(seatOf({ address, cap, comune })!)).toEqual({ address, cap, comune })
    }),
  )
  expect(seatParts('Presso il notaio')).toEqual({})
  expect(seatParts(null)).toEqual({})
})
