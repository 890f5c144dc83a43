import { expect, test } from 'vitest'
import { addMonths } from './days'

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2027-01-31', 2, '2027-03-31'],
  ['2026-12-16', 1, '2027-01-16'],
  ['2026-12-16', 0, '2026-12-16'],
  ['2027-01-15', 59, '2031-12-15'],
])('from %s, %i months later is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later)
})
