import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './days'
import { formatWeek, mondayOf } from './weeks'

test.each([
  ['a Thursday', '2026-11-26', '2026-11-23'],
  ['a Monday', '2026-11-23', '2026-11-23'],
  ['a Sunday', '2026-11-29', '2026-11-23'],
  ['New Year’s Day', '2027-01-01', '2026-12-28'],
  ['the night clocks go back', '2026-10-25', '2026-10-19'],
  ['the day after it', '2026-10-26', '2026-10-26'],
  ['the night clocks go forward', '2027-03-28', '2027-03-22'],
  ['a leap day', '2028-02-29', '2028-02-28'],
])('the week of %s', (_, day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})

test.each([
  ['within a month', '2026-12-14', 'dal 14 al 20 dicembre 2026'],
  ['over two months', '2026-11-30', 'dal 30 novembre al 6 dicembre 2026'],
  ['over New Year', '2026-12-28', 'dal 28 dicembre 2026 al 3 gennaio 2027'],
  ['before a vowel', '2027-03-08', 'dall’8 al 14 marzo 2027'],
  ['before another', '2027-01-11', 'dall’11 al 17 gennaio 2027'],
  ['that ends before a vowel', '2026-11-02', 'dal 2 all’8 novembre 2026'],
])('a week %s in words', (_, monday, words) => {
  expect(formatWeek(monday)).toBe(words)
})

test('every day is in exactly one week, of seven days, and the next begins where it ends', () => {
  const days = fc
    .date({ min: new Date('1996-04-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, (day) => {
      const monday = mondayOf(day)
      expect(monday <= day && day <= addDays(monday, 6)).toBe(true)
      expect(mondayOf(addDays(monday, 6))).toBe(monday)
      expect(mondayOf(addDays(monday, 7))).toBe(addDays(monday, 7))
    }),
  )
})
