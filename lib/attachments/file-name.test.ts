import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName, extensionOf, shortName } from './file-name'

describe('the name a person gave to a file', () => {
  test.each([
    ['keeps its accents, spaces and dots', 'Perché no – 2ª rata.v2.pdf', 'Perché no – 2ª rata.v2.pdf'],
    ['is written in composed letters', 'perche\u0301.pdf', 'perché.pdf'],
    ['loses the path of Unix', '../../etc/passwd.txt', 'passwd.txt'],
    ['loses the path of Windows', 'C:\\fakepath\\busta.pdf', 'busta.pdf'],
    ['keeps what only looks like an escape', '%2e%2e%2fpasswd.txt', '%2e%2e%2fpasswd.txt'],
    ['loses line ends and NUL', 'a\r\nSet-Cookie: x\0.pdf', 'aSet-Cookie_ x.pdf'],
    ['loses the marks that reverse the reading', 'fattura\u202Efdp.exe', 'fatturafdp.exe'],
    ['loses invisible letters', 'fat\u200Btu\u00ADra\u2066.pdf', 'fattura.pdf'],
    ['loses quotes and the characters no disk takes', 'a"b<c>d|e?f*g.pdf', 'a_b_c_d_e_f_g.pdf'],
    ['begins and ends with no dot and no space', ' .nascosto.pdf. ', 'nascosto.pdf'],
    ['is never that of a device', 'CON.pdf', '_CON.pdf'],
    ['may begin like a device', 'contratto.pdf', 'contratto.pdf'],
    ['mends half of a character', 'a\uD800.pdf', 'a\uFFFD.pdf'],
    ['may be nothing in the end', '../..', ''],
  ])('%s', (_, given, clean) => {
    expect(cleanFileName(given)).toBe(clean)
  })

  test('once clean stays as it is, has no path and can be kept by any system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const clean = cleanFileName(given)
        expect(cleanFileName(clean)).toBe(clean)
        expect(clean).not.toMatch(/[/\\"\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
        expect(clean.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('the extension', () => {
  test.each([
    ['Busta.PDF', 'pdf'],
    ['delega.pdf.p7m', 'p7m'],
    ['senza', ''],
    ['.pdf', ''],
    ['finisce.', ''],
  ])('of «%s» is «%s»', (name, extension) => {
    expect(extensionOf(name)).toBe(extension)
  })
})

describe('a name too long for a line', () => {
  test('is cut in the middle, so that the extension stays in sight', () => {
    expect(shortName(`${'molto '.repeat(20)}lungo.pdf`)).toBe('molto molto molto molto mol…to lungo.pdf')
  })

  test('is cut between characters, never inside one', () => {
    expect(shortName('👩'.repeat(50), 5)).toBe('👩👩…👩👩')
  })

  test('is left alone when it is not', () => {
    expect(shortName('busta.pdf')).toBe('busta.pdf')
  })
})
