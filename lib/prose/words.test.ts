import { expect, test } from 'vitest'
import { plainWords } from './words'

test.each([
  ['l’ultimo «versamento»…', 'l ultimo  versamento  '],
  ['“perché” – 1.401,20 €', ' perché    1.401,20  '],
  ['INPS.7000.23/11/2026.0000001', 'INPS.7000.23/11/2026.0000001'],
  ['città CITTÀ a\u0300 naïve ß 文 ١', 'città CITTÀ a\u0300 naïve ß 文 ١'],
  ['"frase esatta" -senza', '"frase esatta" -senza'],
  ['🐎', ' '],
])('%j is looked up as %j', (text, words) => expect(plainWords(text)).toBe(words))
