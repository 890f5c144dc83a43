import { expect, test } from 'vitest'
import { contributionTerm } from './terms'

test.each([
  ['2024-03', '2024-04-16'],
  ['2024-12', '2025-01-16'],
])('the contributions of %s are due on the 16th of the next month, %s', (month, term) => {
  expect(contributionTerm(month)).toBe(term)
})

test('a 16th on which nobody works gives way to the first day on which one does', () => {
  expect(contributionTerm('2024-05')).toBe('2024-06-17')
  expect(contributionTerm('2025-10')).toBe('2025-11-17')
})

test('in August there is time until the 20th', () => {
  expect(contributionTerm('2024-07')).toBe('2024-08-20')
  expect(contributionTerm('2022-07')).toBe('2022-08-22')
})
