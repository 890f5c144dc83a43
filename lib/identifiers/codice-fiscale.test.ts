import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codiceFiscaleSchema,
  isCodiceFiscale,
  isEntityCodiceFiscale,
  isPersonCodiceFiscale,
  normaliseCodiceFiscale,
  personCodiceFiscaleSchema,
} from './codice-fiscale'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const digits = [...'0123456789']
const digitPlaces = [6, 7, 9, 10, 12, 13, 14]
const omocodia = [...'LMNPQRSTUV']
const letter = fc.constantFrom(...letters)
const pad = (value: number) => String(value).padStart(2, '0')

/** The one code that closes these fifteen characters. */
function closed(body: string): string {
  const codes = letters.map((check) => body + check).filter(isPersonCodiceFiscale)
  expect(codes).toHaveLength(1)
  return codes[0] ?? ''
}

const people = fc
  .record({
    name: fc.array(letter, { minLength: 6, maxLength: 6 }),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.constantFrom(...'ABCDEHLMPRST'),
    day: fc.integer({ min: 1, max: 28 }),
    woman: fc.boolean(),
    town: letter,
    place: fc.integer({ min: 0, max: 999 }),
    veiled: fc.subarray(digitPlaces),
  })
  .map(({ name, year, month, day, woman, town, place, veiled }) => {
    const body = `${name.join('')}${pad(year)}${month}${pad(woman ? day + 40 : day)}${town}${String(place).padStart(3, '0')}`
    return closed([...body].map((one, at) => (veiled.includes(at) ? (omocodia[Number(one)] ?? one) : one)).join(''))
  })

describe('the codice fiscale of a person', () => {
  test.each([
    ...['RSSMRA85T10A562S', 'BNCLRA80A41H501D', 'VRDGPP70R15F839P', 'MLLSNT75M50A952L'],
    ...['BRGNDR88C18F839N', 'MRTGLI84E61H501V', 'GLLFNC82H23H501U', 'FRRCHR78D44F839L', 'CNTMRC69L12H501E'],
  ])('%s is valid', (code) => {
    expect(isPersonCodiceFiscale(code)).toBe(true)
  })

  test.each([
    ...['RSSMRA85T10A56NH', 'RSSMRA85T10A5SNT', 'RSSMRA85T10ARSNO', 'RSSMRA85T1LARSNR'],
    ...['RSSMRA85TMLARSNC', 'RSSMRA8RTMLARSNO', 'RSSMRAURTMLARSNL'],
  ])('%s, made to tell homonyms apart, is valid', (code) => {
    expect(isPersonCodiceFiscale(code)).toBe(true)
  })

  test.each([
    ['a wrong check character', 'RSSMRA85T10A562T'],
    ['fifteen characters', 'RSSMRA85T10A562'],
    ['seventeen characters', 'RSSMRA85T10A562SS'],
    ['a digit in the name', 'RSSMR185T10A562S'],
    ['a letter that is no month', 'RSSMRA85F10A562S'],
    ['a letter that stands for no digit', 'RSSMRA8OT10A562S'],
    ['lower case, before it is normalised', 'rssmra85t10a562s'],
    ['a line break at the end', 'RSSMRA85T10A562S\n'],
    ['a NUL in the middle', 'RSSMRA85\u0000T10A562S'],
    ['a percent sign and its code', 'RSSMRA85%2500T10'],
    ['the code of a company', '01234567897'],
    ['nothing', ''],
  ])('%s is refused', (_, code) => {
    expect(isPersonCodiceFiscale(code)).toBe(false)
  })

  test.each([
    ['30 February', '85B30'],
    ['31 April', '85D31'],
    ['day 0', '85T00'],
    ['day 32', '85T32'],
    ['day 40', '85T40'],
    ['day 72', '85T72'],
    ['30 February of a woman', '85B70'],
    ['29 February of a year that does not leap', '85B29'],
    ['30 February written with letters', '85BPL'],
  ])('a person born on %s does not exist, whatever the check character', (_, birth) => {
    expect(letters.some((check) => isPersonCodiceFiscale(`RSSMRA${birth}A562${check}`))).toBe(false)
  })

  test.each(['84B29', '84B69', '00B29', 'UQBNV', '85T31', '85T71'])('a person born on %s exists', (birth) => {
    expect(isPersonCodiceFiscale(closed(`RSSMRA${birth}A562`))).toBe(true)
  })

  test('any one character replaced by another that may stand in its place is caught', () => {
    const place = fc.integer({ min: 0, max: 14 })
    fc.assert(
      fc.property(people, place, fc.constantFrom(...letters, ...digits), (code, at, other) => {
        fc.pre(code[at] !== other)
        expect(isPersonCodiceFiscale(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
      }),
    )
  })

  test('spaces, dashes, dots, lower case and full-width characters are forgiven', () => {
    const separators = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011', '\t')
    const typedCharacter = (one: string) =>
      fc.constantFrom(one, one.toLowerCase(), String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
    const typed = people.chain((code) =>
      fc
        .tuple(...[...code].flatMap((one) => [typedCharacter(one), separators]))
        .map((pieces) => [code, pieces.join('')] as const),
    )
    fc.assert(
      fc.property(typed, ([code, text]) => {
        expect(normaliseCodiceFiscale(text)).toBe(code)
      }),
    )
  })

  test('letters of other alphabets that look the same, and invisible ones, are refused', () => {
    const strangers = fc.constantFrom(
      '\u0410',
      '\u0391',
      '\u0131',
      '\u0130',
      '\u0000',
      '\u200b',
      '\u0405',
      '\u00d2',
      '٣',
    )
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 15 }), strangers, (code, at, stranger) => {
        const forged = code.slice(0, at) + stranger + code.slice(at + 1)
        expect(personCodiceFiscaleSchema.safeParse(forged).success).toBe(false)
      }),
    )
  })

  test.each(['\u1a75\u2e3a\u1cd4', 'i\u0307'])('normalising %j twice changes nothing more', (text) => {
    const once = normaliseCodiceFiscale(text)
    expect(normaliseCodiceFiscale(once)).toBe(once)
  })

  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
        const once = normaliseCodiceFiscale(text)
        expect(normaliseCodiceFiscale(once)).toBe(once)
      }),
    )
  })
})

describe('the codice fiscale of a company or body', () => {
  test.each([
    ...['01234567897', '12345678903', '00764350567', '02121151001', '80078750587', '03456789019', '09876543217'],
  ])('%s is valid', (code) => {
    expect(isEntityCodiceFiscale(code)).toBe(true)
  })

  test.each([
    '01234567890',
    '00000000000',
    '0123456789',
    '012345678970',
    '0123456789A',
    '٠١٢٣٤٥٦٧٨٩٧',
    '01234567897\n',
  ])('%j is refused', (code) => {
    expect(isEntityCodiceFiscale(code)).toBe(false)
  })

  test('ten digits, not all zero, are closed by exactly one check digit, and any one wrong digit is caught', () => {
    const body = fc
      .array(fc.constantFrom(...digits), { minLength: 10, maxLength: 10 })
      .filter((all) => all.some((d) => d !== '0'))
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 10 }), fc.constantFrom(...digits), (ten, at, other) => {
        const codes = digits.map((check) => ten.join('') + check).filter(isEntityCodiceFiscale)
        expect(codes).toHaveLength(1)
        const [code = ''] = codes
        fc.pre(code[at] !== other)
        expect(isEntityCodiceFiscale(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
      }),
    )
  })
})

describe('a codice fiscale typed in a form', () => {
  test('may be of a person or of a body, and comes out normalised', () => {
    expect(codiceFiscaleSchema.parse(' rss mra 85t10 a562s ')).toBe('RSSMRA85T10A562S')
    expect(codiceFiscaleSchema.parse('01234 567-897')).toBe('01234567897')
    expect(isCodiceFiscale('RSSMRA85T10A562S') && isCodiceFiscale('01234567897')).toBe(true)
  })

  test('must be of a person where a person is asked', () => {
    expect(personCodiceFiscaleSchema.parse('rssmra85t10a562s')).toBe('RSSMRA85T10A562S')
    expect(personCodiceFiscaleSchema.safeParse('01234567897').error?.issues).toHaveLength(1)
  })

  test.each([
    ['left empty', '  ', 'Scrivi il codice fiscale.'],
    ['missing', undefined, 'Scrivi il codice fiscale.'],
    ['sent twice', ['RSSMRA85T10A562S', 'RSSMRA85T10A562S'], 'Scrivi il codice fiscale.'],
    ['too long to be read', `RSSMRA85T10A562S${' '.repeat(60)}`, 'Il codice fiscale non è scritto correttamente'],
    ['huge', 'A'.repeat(1_000_000), 'Il codice fiscale non è scritto correttamente'],
    ['wrong', 'RSSMRA85T10A562T', 'Il codice fiscale non è scritto correttamente'],
  ])('%s gets one Italian sentence', (_, typed, sentence) => {
    for (const schema of [codiceFiscaleSchema, personCodiceFiscaleSchema]) {
      const issues = schema.safeParse(typed).error?.issues ?? []
      expect(issues).toHaveLength(1)
      expect(issues[0]?.message).toContain(sentence)
    }
  })
})
