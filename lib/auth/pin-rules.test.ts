import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonPins } from './common-pins'
import { initialPin, isCommonPin, pinSchema } from './pin-rules'

const codiceFiscale = 'RSSMRA85T10A562S'
const schema = pinSchema(codiceFiscale)
const refusals = (pin: unknown) => schema.safeParse(pin).error?.issues.map((issue) => issue.message) ?? []

const missing = 'Scrivi il PIN.'
const tooShort = 'Il PIN deve avere almeno 8 caratteri.'
const tooLong = 'Il PIN può avere al massimo 64 caratteri.'
const ownCode = 'Il PIN non può contenere 8 caratteri di seguito del tuo codice fiscale.'
const tooCommon = 'Questo PIN è tra i più usati e si indovina facilmente: scegline un altro.'

const demoCast = [
  ...['RSSMRA85T10A562S', 'BRGNDR88C18F839N', 'MLLSNT75M50A952L', 'MRTGLI84E61H501V'],
  ...['BNCLRA80A41H501D', 'GLLFNC82H23H501U', 'FRRCHR78D44F839L', 'CNTMRC69L12H501E'],
]

describe('the PIN a person chooses', () => {
  test.each([
    'DEMO2015',
    'cavallo di battaglia',
    '  spazi ai lati  ',
    'Trèviso#41',
    '🐎🐎🦆🐢🐇🐓🦉🦔',
    'kW7%qm2z',
    '71530924',
  ])('%j is accepted exactly as typed', (pin) => {
    expect(schema.parse(pin)).toBe(pin)
  })

  test.each(demoCast)('of the demonstration is accepted for %s', (code) => {
    expect(pinSchema(code).safeParse('DEMO2015').success).toBe(true)
  })

  test('has from 8 to 64 characters, counted as people count them', () => {
    const long = 'kW7%qm2z'.repeat(3) + 'Rf5!'.repeat(10)
    expect(refusals('kW7%qm2')).toEqual([tooShort])
    expect(refusals('🐎🐎🦆🐢🐇🐓🦉')).toEqual([tooShort])
    expect(long).toHaveLength(64)
    expect(refusals(long)).toEqual([])
    expect(refusals('🐎🦆'.repeat(31) + '🐢🐇')).toEqual([])
    expect(refusals(`${long}x`)).toEqual([tooLong])
    expect(refusals('x'.repeat(1_000_000))).toEqual([tooLong])
  })

  test.each([[''], [undefined], [null], [12345678], [['DEMO2015', 'DEMO2015']]])('%j is no PIN', (pin) => {
    expect(refusals(pin)).toEqual([missing])
  })

  test.each(['RSSMRA85', 'rssmra85', 'T10A562S', 'xxMRA85T10!', 'my-RSSMRA85T10A562S-pin', 'Mra85t10'])(
    '%s holds 8 characters in a row of the codice fiscale',
    (pin) => {
      expect(refusals(pin)).toEqual([ownCode])
    },
  )

  test('may hold 7 characters in a row of the codice fiscale, or 8 of somebody else', () => {
    expect(refusals('RSSMRA8#')).toEqual([])
    expect(refusals('BRGNDR88')).toEqual([])
  })

  test('any 8 characters in a row of the codice fiscale are refused, wherever they stand', () => {
    const around = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.boolean(), around, around, (start, lower, before, after) => {
        const run = codiceFiscale.slice(start, start + 8)
        expect(refusals(before + (lower ? run.toLowerCase() : run) + after)).toEqual([ownCode])
      }),
    )
  })

  test.each([
    ...[
      'password',
      'PASSWORD1',
      'P@ssw0rd',
      'qwerty123',
      'iloveyou',
      '1q2w3e4r',
      'forzanapoli',
      'FrancescO1',
      'amoremio',
    ],
    ...[
      'inps2015',
      'INPSinps',
      'cassetto',
      'cassetto1',
      'committenti',
      'gestioneseparata',
      'pindispositivo',
      'Italia2006',
    ],
  ])('%s is too common', (pin) => {
    expect(refusals(pin)).toEqual([tooCommon])
  })

  test.each([
    ['one character repeated', '00000000'],
    ['two characters repeated', 'ababababa'],
    ['four characters repeated', 'kqz7kqz7kqz7'],
    ['digits going up', '12345678'],
    ['digits going up past nine', '67890123'],
    ['digits going down', '9876543210'],
    ['the alphabet', 'CDEFGHIJ'],
    ['a row of the keyboard', 'asdfghjk'],
    ['a row of the keyboard backwards', 'poiuytre'],
    ['a date, day first', '10121985'],
    ['a date, month first', '12311985'],
    ['a date, year first', '19851210'],
    ['a date with slashes', '10/12/1985'],
    ['two years', '19851985'],
  ])('%s is too common', (_, pin) => {
    expect(refusals(pin)).toEqual([tooCommon])
  })

  test.each(['10121885', '31021985', '39129999'])('%s is eight digits and no date', (pin) => {
    expect(isCommonPin(pin)).toBe(false)
  })
})

describe('the shipped list', () => {
  test('has at least 3,000 entries, each of 8 characters or more, in lower case, without spaces', () => {
    expect(commonPins.size).toBeGreaterThanOrEqual(3_000)
    expect([...commonPins].filter((pin) => pin.length < 8 || pin !== pin.toLowerCase() || /\s/.test(pin))).toEqual([])
  })

  test('leaves the PIN of the demonstration alone', () => {
    expect(commonPins.has('demo2015')).toBe(false)
  })
})

describe('the first PIN, given by the office', () => {
  const bytes = (byte: (index: number) => number) => (n: number) =>
    Uint8Array.from({ length: n }, (_, index) => byte(index))
  const source = (n: number) => crypto.getRandomValues(new Uint8Array(n))

  test('has 16 capital letters and digits, none of which looks like another', () => {
    for (let draw = 0; draw < 200; draw++) expect(initialPin(source)).toMatch(/^[AC-HJKMNP-RT-Y34679]{16}$/)
  })

  test('gives each character for the same number of bytes', () => {
    const times = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      let first = true
      const pin = initialPin((n) => {
        const drawn = bytes(() => (first ? byte : 0))(n)
        first = false
        return drawn
      })
      if (byte >= 250) continue
      const [character = ''] = pin
      expect(pin).toBe(character.repeat(16))
      times.set(character, (times.get(character) ?? 0) + 1)
    }
    expect([times.size, new Set(times.values())]).toEqual([25, new Set([10])])
  })

  test('skips the bytes that would favour some characters', () => {
    let call = 0
    const pin = initialPin((n) => bytes((index) => (call++ < 16 && index % 2 === 0 ? 255 : index % 25))(n))
    expect(pin).toHaveLength(16)
    expect(pin.startsWith('CE')).toBe(true)
  })

  test('is never made from a source that gives nothing usable', () => {
    expect(() => initialPin(bytes(() => 255))).toThrow('random source')
    expect(() => initialPin(() => new Uint8Array(0))).toThrow('random source')
  })

  test('hardly ever comes twice', () => {
    expect(new Set(Array.from({ length: 500 }, () => initialPin(source))).size).toBe(500)
  })
})
