import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { emailSchema } from './email'

const refused = (typed: unknown) => emailSchema.safeParse(typed).error?.issues.map((issue) => issue.message)
const message = "L'indirizzo e-mail non è valido: scrivilo come nome@esempio.it."

describe('an e-mail address', () => {
  test.each([
    ['mario.rossi@esempio.it', 'mario.rossi@esempio.it'],
    ['  mario@esempio.it  ', 'mario@esempio.it'],
    ["d'angelo+inps@studio-rossi.co.uk", "d'angelo+inps@studio-rossi.co.uk"],
    ['Mario.Rossi@ESEMPIO.IT', 'Mario.Rossi@esempio.it'],
    ['alfa@pec.xn--caff-8oa.it', 'alfa@pec.xn--caff-8oa.it'],
    ['ｍａｒｉｏ@esempio.it', 'mario@esempio.it'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(emailSchema.parse(typed)).toBe(kept)
  })

  test.each(['', '   ', undefined])('%j is no address at all', (typed) => {
    expect(emailSchema.parse(typed)).toBeUndefined()
  })

  test.each([
    ['two addresses', 'a@esempio.it,b@esempio.it'],
    ['two at signs', 'a@b@esempio.it'],
    ['no at sign', 'esempio.it'],
    ['a quoted part', '"e@evil"@x.it'],
    ['a quoted part without at', '"mario rossi"@esempio.it'],
    ['a full-width at sign', 'mario＠esempio.it'],
    ['a small at sign', 'mario﹫esempio.it'],
    ['an at sign and a full-width one', 'mario＠male.it@esempio.it'],
    ['a header slipped in', 'a@esempio.it\r\nBcc: b@esempio.it'],
    ['a line break at the end', 'a@esempio.it\n'],
    ['a tab in front', '\ta@esempio.it'],
    ['a NUL', 'a\u0000@esempio.it'],
    ['a space inside', 'a b@esempio.it'],
    ['a zero-width space', 'a\u200b@esempio.it'],
    ['a Cyrillic а', 'm\u0430rio@esempio.it'],
    ['an accented domain', 'mario@caffè.it'],
    ['a name with brackets', 'Mario <mario@esempio.it>'],
    ['a dot in front', '.a@esempio.it'],
    ['two dots', 'a..b@esempio.it'],
    ['a dot before the at', 'a.@esempio.it'],
    ['no dot in the domain', 'a@localhost'],
    ['an address in numbers', 'a@127.0.0.1'],
    ['a dash at the end of a label', 'a@esempio-.it'],
    ['a one-letter ending', 'a@esempio.i'],
    ['a first part of 65 characters', `${'a'.repeat(65)}@esempio.it`],
    ['255 characters', `a@${'b'.repeat(62)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(59)}.it`],
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['a list', ['a@esempio.it', 'b@esempio.it']],
  ])('with %s is refused', (_, typed) => {
    expect(refused(typed)).toEqual([message])
  })

  test('of exactly 254 characters is accepted', () => {
    const address = `a@${'b'.repeat(62)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(58)}.it`
    expect(address).toHaveLength(254)
    expect(emailSchema.parse(address)).toBe(address)
  })

  test('whatever is accepted is plain ASCII with one at sign, and accepted again unchanged', () => {
    const typed = fc.tuple(
      fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom('@', '＠', '@@', ''),
      fc.emailAddress(),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          typed.map((pieces) => pieces.join('')),
          fc.emailAddress(),
        ),
        (text) => {
          const { data } = emailSchema.safeParse(text)
          if (data === undefined) return
          expect(data).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
          expect(emailSchema.parse(data)).toBe(data)
        },
      ),
    )
  })

  test('a form without the field is a form without the address', () => {
    expect(z.object({ email: emailSchema }).safeParse({}).success).toBe(true)
  })
})
