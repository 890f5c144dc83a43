import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable, unprintable } from './printable'

const latin = (codePoint: number) => (codePoint >= 0x20 && codePoint < 0x180) || codePoint === 0x20ac
const shown = (text: string) => printable(text, latin).shown

describe('what people typed, on paper', () => {
  it('leaves Italian as it is, line by line', () => {
    const text = 'Perché «più» 5 € ¤\nÈ così'
    expect(printable(text, latin)).toEqual({ shown: text, replaced: false })
  })

  it('writes a look-alike for what the letters lack, and keeps what was typed', () => {
    expect(printable('a → b ≤ c, № 7, cậu', latin)).toEqual({
      shown: 'a -> b <= c, No 7, cau',
      replaced: false,
      actual: 'a → b ≤ c, № 7, cậu',
    })
  })

  it('puts one sign for each emoji or foreign letter', () => {
    expect(printable('Grazie 👨‍👩‍👧🇮🇹 漢字', latin)).toEqual({
      shown: `Grazie ${unprintable}${unprintable} ${unprintable}${unprintable}`,
      replaced: true,
      actual: 'Grazie 👨‍👩‍👧🇮🇹 漢字',
    })
  })

  it('joins letters and accents that came apart, and drops controls and direction marks', () => {
    expect(printable('perche\u0301\u202E e\u0007\u00AD\r\nora\tqui', latin)).toEqual({
      shown: 'perché e\nora qui',
      replaced: false,
    })
  })

  it('takes half a character for an unprintable one', () => {
    expect(shown('a\uD83Db')).toBe(`a${unprintable}b`)
  })

  it('never shows a character that the letters lack, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) =>
        [...shown(text)].every((character) => character === '\n' || latin(character.codePointAt(0)!)),
      ),
    )
  })
})
