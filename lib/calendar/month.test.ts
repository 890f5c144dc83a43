import { expect, test } from 'vitest'
import { formatMonth, monthAfter, monthsFrom, parseMonth } from './month'

test.each([
  ['03/2024', '2024-03'],
  ['3/2024', '2024-03'],
  ['03-2024', '2024-03'],
  ['12.2023', '2023-12'],
  ['2024-03', '2024-03'],
])('a month typed %s is %s', (typed, month) => {
  expect(parseMonth(typed)).toBe(month)
})

test.each(['13/2024', '00/2024', '0/2024', '03/24', '2024/03', '03 2024', 'marzo 2024', '', '01/03/2024'])(
  'a month typed %j is refused',
  (typed) => {
    expect(parseMonth(typed)).toBeUndefined()
  },
)

test('a month is shown month first', () => {
  expect(formatMonth('2024-03')).toBe('03/2024')
})

test('after December comes January of the next year, after any other month the next one', () => {
  expect([monthAfter('2024-12'), monthAfter('2024-09'), monthAfter('2024-01-31')]).toEqual([
    '2025-01',
    '2024-10',
    '2024-02',
  ])
})

test('a period holds both its ends, and nothing when it runs backwards', () => {
  expect(monthsFrom('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02'])
  expect(monthsFrom('2024-02', '2024-02')).toEqual(['2024-02'])
  expect(monthsFrom('2024-02', '2024-01')).toEqual([])
  expect(monthsFrom('9999-11', '9999-12')).toEqual(['9999-11', '9999-12'])
})
