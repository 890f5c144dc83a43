import { describe, expect, test } from 'vitest'
import { choosePinSchema, endSessionSchema, signInSchema } from './schema'

const wrong = 'Codice fiscale o PIN non corretti'
const refusals = (schema: typeof signInSchema | typeof choosePinSchema, typed: unknown) =>
  Object.fromEntries(
    (schema.safeParse(typed).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  )

describe('Accesso', () => {
  test.each(['rssmra85t10a562s', ' RSSMRA 85T10 A562S ', 'RSS-MRA-85T10-A562S', 'ＲＳＳＭＲＡ８５Ｔ１０Ａ５６２Ｓ'])(
    'forgives how the codice fiscale is written: %j',
    (codiceFiscale) => {
      expect(signInSchema.parse({ codiceFiscale, pin: 'DEMO2015' }).codiceFiscale).toBe('RSSMRA85T10A562S')
    },
  )

  test('takes the PIN as it is, spaces and case included', () => {
    expect(signInSchema.parse({ codiceFiscale: 'RSSMRA85T10A562S', pin: ' Demo2015 ' }).pin).toBe(' Demo2015 ')
  })

  test('asks for what is missing', () => {
    expect(refusals(signInSchema, { codiceFiscale: ' . ', pin: '' })).toEqual({
      codiceFiscale: 'Scrivi il tuo codice fiscale',
      pin: 'Scrivi il PIN',
    })
  })

  test.each([
    ['repeated fields', { codiceFiscale: ['RSSMRA85T10A562S', 'x'], pin: ['a', 'b'] }],
    ['over-long ones', { codiceFiscale: 'R'.repeat(61), pin: 'x'.repeat(201) }],
    ['none at all', {}],
  ])('says of %s no more than of a wrong PIN', (_, typed) => {
    expect(refusals(signInSchema, typed)).toEqual({ codiceFiscale: wrong, pin: wrong })
  })

  test('takes no field it does not know', () => {
    const typed = { codiceFiscale: 'RSSMRA85T10A562S', pin: 'DEMO2015', role: 'administrator' }
    expect(signInSchema.safeParse(typed).success).toBe(false)
  })
})

describe('the choice of a new PIN', () => {
  const typed = { currentPin: 'AC4DEF7GHJ9KMNPQ', newPin: 'cavallo di battaglia', repeatedPin: 'cavallo di battaglia' }

  test('needs the present one and the new one twice', () => {
    expect(choosePinSchema.safeParse(typed).success).toBe(true)
    expect(refusals(choosePinSchema, { currentPin: '', newPin: '', repeatedPin: '' })).toEqual({
      currentPin: 'Scrivi il PIN con cui sei entrato',
      newPin: 'Scrivi il nuovo PIN',
      repeatedPin: 'Riscrivi il nuovo PIN',
    })
  })

  test('is refused when the two do not match, on the second', () => {
    expect(refusals(choosePinSchema, { ...typed, repeatedPin: 'cavallo di Battaglia' })).toEqual({
      repeatedPin: 'I due PIN non coincidono: riscrivili uguali',
    })
  })

  test('ends the other sessions only when it is asked for', () => {
    expect(choosePinSchema.parse(typed).endOtherSessions).toBeUndefined()
    expect(choosePinSchema.parse({ ...typed, endOtherSessions: 'on' }).endOtherSessions).toBe('on')
    expect(choosePinSchema.safeParse({ ...typed, endOtherSessions: 'true' }).success).toBe(false)
  })
})

test('a session to end is named by its id and nothing else', () => {
  expect(endSessionSchema.safeParse({ sessionId: '1 or 1=1' }).success).toBe(false)
})
