import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'

type Sealed = typeof import('./sealed-words')
let seal: Sealed
beforeAll(async () => {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
  seal = await import('./sealed-words')
})

test('words come back as they were typed, and nobody reads them in the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (words) => {
      expect(seal.openWords(seal.sealWords(words))).toBe(words.toWellFormed())
    }),
  )
  const address = seal.sealedAddress(
    '/sede/contribuenti',
    { contribuente: 'RSSMRA85T10A562S', dopo: '7' },
    'contribuente',
  )
  expect(address).toMatch(/^\/sede\/contribuenti\?contribuente=[\w-]+&dopo=7$/)
  expect(address).not.toContain('RSSMRA')
})

test('what is not a seal of the portal is no words', () => {
  const sealed = seal.sealWords('ROSSI MARIO')
  const other = sealed[20] === 'A' ? 'B' : 'A'
  for (const bad of [
    undefined,
    '',
    'ROSSI',
    '12345678903',
    ['x'],
    sealed.slice(1),
    sealed.slice(0, 20) + other + sealed.slice(21),
  ])
    expect(seal.openWords(bad)).toBeUndefined()
})

test('an address with nothing chosen is the list itself', () => {
  expect(seal.sealedAddress('/area/tutti/clienti', { parole: '', gruppo: undefined }, 'parole')).toBe(
    '/area/tutti/clienti',
  )
})
