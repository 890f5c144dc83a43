import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAmount } from '@/lib/format'
import { amount } from './cells'

const largest = 10 ** 12 - 1

test('an amount written as people read it is read back to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: largest }), (cents) => {
      const written = formatAmount(cents).replace(' €', '')
      expect(amount.read(written)).toBe(cents)
      expect(amount.read(written.replaceAll('.', ''))).toBe(cents)
    }),
  )
})

test.each([
  ['1.234,56', 123_456],
  ['1234,5', 123_450],
  ['0,01', 1],
  ['7', 700],
])('«%s» is %i cents', (text, cents) => expect(amount.read(text)).toBe(cents))

test.each([
  '1,234.56',
  '1.234',
  '12.34,56',
  '1.2345,00',
  '-1,00',
  '+1,00',
  '1e3',
  '1,234',
  '€ 1,00',
  '',
  '12345678901,00',
])('«%s» is no amount', (text) => expect(amount.read(text)).toBeUndefined())
