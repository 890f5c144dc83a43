import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, isCodeOf } from './code'
import { parseCode } from './parse-code'

const facts = { protocollo: 'INPS.7000.26/11/2026.0000001', reader: { name: 'Anna Prova' }, sequence: 1234 }
const code = codeOf(1234, facts)
const anyFacts = fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string(), fc.integer()))
const anySequence = fc.integer({ min: 1, max: 999_999_999_999 })
const matches = (typed: string, about: unknown = facts) => {
  const parsed = parseCode(typed)
  return parsed !== undefined && parsed.sequence === 1234 && isCodeOf(parsed, about)
}

describe('the code of a paper', () => {
  it('is its number in the record and twenty characters that nobody mistakes', () => {
    expect(code).toMatch(/^1234(-[0-9A-HJKMNP-TV-Z]{4}){5}$/)
    expect(codeOf(1234, { sequence: 1234, reader: { name: 'Anna Prova' }, protocollo: facts.protocollo })).toBe(code)
  })

  it('is read back as it was written, for any facts', () => {
    fc.assert(
      fc.property(anySequence, anyFacts, (sequence, about) => {
        const parsed = parseCode(codeOf(sequence, about))
        expect(parsed).toMatchObject({ sequence })
        expect(isCodeOf(parsed!, about)).toBe(true)
      }),
    )
  })

  it.each([
    ['in lower case', code.toLowerCase()],
    ['with blanks for dashes', ` ${code.replaceAll('-', ' ')}\n`],
    ['with the dashes of a word processor', code.replaceAll('-', '–')],
    ['all in one piece', code.replaceAll('-', '')],
    ['with O for 0', code.replaceAll('0', 'o')],
    ['with I and l for 1', code.replace('1', 'l').replaceAll('1', 'I')],
    ['in full-width letters', code.replace(/[A-Z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))],
  ])('is understood %s', (_, typed) => expect(matches(typed)).toBe(true))

  it.each([
    '',
    '1234',
    code.slice(0, -1),
    `${code}0`,
    code.replace(/.$/, 'U'),
    code.replace('1234', '0'),
    `-${'A'.repeat(20)}`,
    '😀',
  ])('is not %j', (typed) => expect(matches(typed)).toBe(false))

  it('does not match with one character changed for another', () => {
    const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
    fc.assert(
      fc.property(fc.nat({ max: code.length - 1 }), fc.constantFrom(...letters), (at, letter) => {
        fc.pre(code[at] !== '-' && code[at] !== letter)
        expect(matches(code.slice(0, at) + letter + code.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('does not match facts of which one byte was changed', () => {
    const json = JSON.stringify(facts)
    fc.assert(
      fc.property(fc.nat({ max: json.length - 1 }), fc.integer({ min: 0x20, max: 0x7e }), (at, byte) => {
        fc.pre(json.charCodeAt(at) !== byte)
        const changed = json.slice(0, at) + String.fromCharCode(byte) + json.slice(at + 1)
        let about: unknown
        try {
          about = JSON.parse(changed)
        } catch {
          return
        }
        expect(isCodeOf(parseCode(code)!, about)).toBe(false)
      }),
    )
  })
})
