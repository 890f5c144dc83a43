import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition'

test('a file keeps its Italian name', () =>
  expect(contentDisposition('Verità 2024.pdf')).toBe(
    `attachment; filename="Verita_ 2024.pdf"; filename*=UTF-8''Verit%C3%A0%202024.pdf`,
  ))

test.each(['a"b.pdf', 'a\r\nSet-Cookie: x=1.pdf', 'a\u202Efdp.exe', '../../etc/passwd'])(
  'the name %j adds nothing to the header',
  (name) => {
    const header = contentDisposition(name)
    expect(header).not.toMatch(/[\r\n\u202e]|\.\.\//)
    expect(header.match(/"/g)).toHaveLength(2)
  },
)
