import { expect, test } from 'vitest'
import { cleanProse } from './clean'

test('lines and accents stay as they were written', () =>
  expect(cleanProse('Perché?\r\nÈ così.\tFine')).toBe('Perché?\nÈ così.\tFine'))

test('what no database holds and no page shows goes', () =>
  expect(cleanProse('a\u0000b\u202ec\u0007\ud800')).toBe('abc\ufffd'))
