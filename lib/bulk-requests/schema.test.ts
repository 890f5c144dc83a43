import { expect, test } from 'vitest'
import { codesTyped } from './schema'

test.each([
  ['one for each line', '00000000018\nRSSMRA85T10A562S\r\n', ['00000000018', 'RSSMRA85T10A562S']],
  ['codici fiscali on one line', '00000000018 RSSMRA85T10A562S', ['00000000018', 'RSSMRA85T10A562S']],
  [
    'with commas, semicolons and tabs between',
    '00000000018,00000000026;C1\tC2',
    ['00000000018', '00000000026', 'C1', 'C2'],
  ],
  ['own codes with spaces in them', 'Rossi 12\nC 042', ['Rossi 12', 'C 042']],
  ['each once', 'C1\nC1', ['C1']],
  ['of nothing', ' \n,; ', []],
])('a pasted list %s', (_, text, codes) => {
  expect(codesTyped(text)).toEqual(codes)
})
