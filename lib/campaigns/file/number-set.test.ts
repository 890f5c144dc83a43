import { expect, test } from 'vitest'
import { NumberSet } from './number-set'

test('a number met is known again, among tens of thousands', () => {
  const met = new NumberSet()
  const numbers = Array.from({ length: 20_000 }, (_, index) => `N-${index}`)
  expect(numbers.every((number) => met.add(number))).toBe(true)
  expect(numbers.some((number) => met.add(number))).toBe(false)
})
