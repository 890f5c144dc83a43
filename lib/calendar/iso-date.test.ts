import { expect, test } from 'vitest'
import { formatItalianDate, isIsoDate, isRealDate, parseItalianDate } from './iso-date'

test.each([
  [2024, 2, 29, true],
  [2023, 2, 29, false],
  [1900, 2, 29, false],
  [2000, 2, 29, true],
  [2015, 4, 31, false],
  [2015, 0, 1, false],
  [2015, 13, 1, false],
  [2015, 1, 0, false],
  [Number.NaN, 1, 1, false],
])('year %d, month %d, day %d exists: %s', (year, month, day, exists) => {
  expect(isRealDate(year, month, day)).toBe(exists)
})

test.each(['2015-10-06', '2024-02-29', '9999-12-31'])('%s is a date', (text) => {
  expect(isIsoDate(text)).toBe(true)
})

test.each([
  '',
  '2015-02-30',
  '2015-1-01',
  '06/10/2015',
  '2015-10-06T00:00',
  '0999-01-01',
  ' 2015-10-06',
  '2015-10-06\n',
])('%j is not a date', (text) => {
  expect(isIsoDate(text)).toBe(false)
})

test.each([
  ['06/10/2015', '2015-10-06'],
  ['6/1/2015', '2015-01-06'],
  ['06-10-2015', '2015-10-06'],
  ['06.10.2015', '2015-10-06'],
  ['2015-10-06', '2015-10-06'],
])('a date typed %s is %s', (typed, date) => {
  expect(parseItalianDate(typed)).toBe(date)
})

test.each(['30/02/2024', '31/04/2015', '29/02/2023', '10/06/15', '2015/10/06', '12/13/2015', 'ieri', ''])(
  'a date typed %j is refused',
  (typed) => {
    expect(parseItalianDate(typed)).toBeUndefined()
  },
)

test('a date is shown day first', () => {
  expect(formatItalianDate('2015-10-06')).toBe('06/10/2015')
})
