import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIban, maskIban, normaliseIban } from './iban'

const known = [
  'IT60X0542811101000000123456',
  'SM86U0322509800000000270100',
  'DE89370400440532013000',
  'GB82WEST12345698765432',
]

test.each(known)('%s is an IBAN', (iban) => {
  expect(isIban(iban)).toBe(true)
})

test.each([
  'IT60X0542811101000000123457',
  'IT60X054281110100000012345',
  'IT60 X0542811101000000123456',
  'it60x0542811101000000123456',
  'IT6010542811101000000123456',
  'DE89',
  '',
  'IT60X0542811101000000123456\n',
])('%j is not an IBAN', (iban) => {
  expect(isIban(iban)).toBe(false)
})

test('one wrong letter among letters, or digit among digits, is caught', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const digits = [...'0123456789']
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat({ max: 26 }), fc.nat({ max: 25 }), (iban, at, choice) => {
      const alike = digits.includes(iban[at] ?? '') ? digits : letters
      const other = alike[choice % alike.length] ?? ''
      fc.pre(at < iban.length && iban[at] !== other)
      expect(isIban(iban.slice(0, at) + other + iban.slice(at + 1))).toBe(false)
    }),
  )
})

test('spaces, dashes and lower case are forgiven when it is typed', () => {
  expect(normaliseIban('it60 x054-2811 1010 0000 0123 456')).toBe('IT60X0542811101000000123456')
})

test('only its ends are shown', () => {
  expect(maskIban('IT60X0542811101000000123456')).toBe('IT60 … 3456')
})
