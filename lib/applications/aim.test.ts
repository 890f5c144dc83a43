import { expect, test, vi } from 'vitest'
import { returnAddress } from '@/lib/auth/return-address'

vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
const { carry, readAim } = await import('./aim')

test('what one came for is a kind of istanza of the portal, or the code of a subject', () => {
  expect(readAim({ istanza: 'avviso-addebito' })).toEqual({ istanza: 'avviso-addebito' })
  expect(readAim({ oggetto: '05.01' })).toEqual({ oggetto: '05.01' })
  expect(readAim({ istanza: 'posizione', oggetto: '05.01' })).toEqual({ istanza: 'posizione' })
})

test.each([
  [{ istanza: 'ignota' }],
  [{ istanza: '../../esci' }],
  [{ istanza: ['posizione', 'rimborso'] }],
  [{ oggetto: '5.1' }],
  [{ oggetto: '05.01&vai=//evil' }],
  [{ oggetto: '05.01\n' }],
  [{}],
])('%j is nothing that one may come for', (query) => {
  expect(readAim(query)).toBeUndefined()
})

test('it is carried through sign-in and the choice of the contributor', () => {
  expect(carry({ oggetto: '05.01' }, { dopo: 'x' })).toBe('?oggetto=05.01&dopo=x')
  expect(carry(undefined)).toBe('')
  const address = `/entra${carry({ istanza: 'altro-responsabile' })}`
  expect(returnAddress(address, '/area')).toBe(address)
})
