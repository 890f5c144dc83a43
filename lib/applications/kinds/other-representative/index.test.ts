import { describe, expect, test, vi } from 'vitest'
import { addDays } from '@/lib/calendar/days'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { example } from '@/test/application-examples/altro-responsabile'
import { answersIn, mistakesIn } from '@/test/application-reading'

vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
const { otherRepresentative } = await import('.')

const mistakes = (typed: Record<string, string>) =>
  Object.keys(mistakesIn(otherRepresentative, { ...example, ...typed }))
const inDays = (days: number) => formatItalianDate(addDays(romeDate(new Date()), days))

describe('an other representative', () => {
  test('is told in one line', () => {
    expect(otherRepresentative.summary(answersIn(otherRepresentative, example))).toBe(
      `Mario Rossi, dal ${example.incarico_startsOn}`,
    )
  })

  test('may begin today', () => {
    expect(mistakes({ incarico_startsOn: inDays(0), incarico_endsOn: inDays(0) })).toEqual([])
  })

  test.each([
    ['a body', { persona_codiceFiscale: '12345678903' }, 'persona_codiceFiscale'],
    ['a wrong check character', { persona_codiceFiscale: 'RSSMRA85T10A562X' }, 'persona_codiceFiscale'],
    ['a name of digits', { persona_firstName: '12345' }, 'persona_firstName'],
    ['a name too long', { persona_lastName: 'R'.repeat(61) }, 'persona_lastName'],
    ['a first day that has passed', { incarico_startsOn: inDays(-1) }, 'incarico_startsOn'],
    ['a last day before the first', { incarico_startsOn: inDays(9), incarico_endsOn: inDays(8) }, 'incarico_endsOn'],
    ['a ground that is not offered', { incarico_basis: 'amicizia' }, 'incarico_basis'],
    ['powers in a word', { incarico_powers: 'Tutti' }, 'incarico_powers'],
    ['a person who does not know', { incarico_informed: '' }, 'incarico_informed'],
  ])('is not %s', (_, typed, field) => {
    expect(mistakes(typed)).toEqual([field])
  })
})
