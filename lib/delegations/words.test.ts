import { expect, test } from 'vitest'
import { delegateWords, expiringWords, kindWords, termWords } from './words'

test('a delegation is said by scope, exclusivity and days', () => {
  expect(kindWords({ scope: 'total', exclusive: true })).toBe('Totale, esclusiva')
  expect(kindWords({ scope: 'partial', exclusive: false })).toBe('Parziale')
  expect(termWords({ startsOn: '2026-11-26', endsOn: null })).toBe('dal 26/11/2026, senza scadenza')
  expect(termWords({ startsOn: '2026-11-26', endsOn: '2027-06-30' })).toBe('dal 26/11/2026 al 30/06/2027')
})

test.each([
  ['2026-11-26', 'In scadenza: vale ancora per oggi'],
  ['2026-11-27', 'In scadenza: vale fino a domani'],
  ['2026-12-26', 'In scadenza: tra 30 giorni'],
  ['2026-12-27', undefined],
  ['2026-11-25', undefined],
  [null, undefined],
])('on 26 November a last day %s is announced as %s', (endsOn, words) =>
  expect(expiringWords(endsOn, '2026-11-26')).toBe(words),
)

test('a delegate is a code until they answer, then a name, with the firm it was given to', () => {
  const delegateCode = 'VRDGPP70R15F839P'
  expect(delegateWords({ delegateCode, delegateName: null, firmName: null })).toBe(delegateCode)
  expect(delegateWords({ delegateCode, delegateName: 'Giuseppe Verdi', firmName: null })).toBe('Giuseppe Verdi')
  expect(delegateWords({ delegateCode, delegateName: 'Giuseppe Verdi', firmName: 'Studio Verdi' })).toBe(
    'Giuseppe Verdi (Studio Verdi)',
  )
})
