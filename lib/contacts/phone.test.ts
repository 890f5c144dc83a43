import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { landlineSchema, mobileSchema } from './phone'

const messageOf = (schema: typeof mobileSchema, typed: unknown) =>
  schema.safeParse(typed).error?.issues.map((issue) => issue.message)

describe('a mobile number', () => {
  test.each([
    ['333 123 4567', '+393331234567'],
    ['+39 333-123-4567', '+393331234567'],
    ['0039 3331234567', '+393331234567'],
    ['(333) 123.45.67', '+393331234567'],
    ['333/1234567', '+393331234567'],
    ['331234567', '+39331234567'],
    ['33312345678', '+3933312345678'],
    ['３３３１２３４５６７', '+393331234567'],
  ])('typed %j is kept as %s', (typed, kept) => {
    expect(mobileSchema.parse(typed)).toBe(kept)
  })

  test.each([
    ...['33312345', '333123456789', '0612345678', '+44 3331234567', '+39 +39 3331234567', '333 123 45o7', '+39'],
    ...['333123\u00004567', '3331234567\n', '٣٣٣١٢٣٤٥٦٧', '-', 'a', '3'.repeat(1_000_000), ['3331234567'], 3331234567],
  ])('%j is refused', (typed) => {
    expect(messageOf(mobileSchema, typed)).toEqual(['Il numero di cellulare non è valido.'])
  })
})

describe('a fixed line or a fax', () => {
  test.each([
    ['06 1234567', '+39061234567'],
    ['+39 06 1234567', '+39061234567'],
    ['0039-081-123456', '+39081123456'],
    ['012345', '+39012345'],
    ['01234567890', '+3901234567890'],
  ])('typed %j is kept as %s', (typed, kept) => {
    expect(landlineSchema.parse(typed)).toBe(kept)
  })

  test.each([
    '01234',
    '012345678901',
    '3331234567',
    '1234567',
    '00123456',
    '+390039061234',
    'zero sei',
    '06\r\n1234567',
  ])('%j is refused', (typed) => {
    expect(messageOf(landlineSchema, typed)).toEqual(['Il numero non è valido: controlla il prefisso.'])
  })
})

describe.each([
  ['mobile', mobileSchema, '3'],
  ['fixed', landlineSchema, '06'],
] as const)('a %s number', (_, schema, prefix) => {
  test.each(['', '  ', undefined])('%j is no number at all', (typed) => {
    expect(schema.parse(typed)).toBeUndefined()
  })

  test('comes out the same however it was spaced, and is accepted again unchanged', () => {
    const national = fc
      .array(fc.nat({ max: 9 }), { minLength: 8, maxLength: 9 })
      .map((rest) => `${prefix}${rest.join('')}`)
    const country = fc.constantFrom('', '+39', '0039', '+39 ')
    fc.assert(
      fc.property(national, country, fc.constantFrom('', ' ', '-', '.'), (number, code, gap) => {
        const kept = schema.parse(code + [...number].join(gap))
        expect(kept).toBe(`+39${number}`)
        expect(schema.parse(kept)).toBe(kept)
      }),
    )
  })

  test('a form without the field is a form without the number', () => {
    expect(z.object({ number: schema }).safeParse({}).success).toBe(true)
  })
})
