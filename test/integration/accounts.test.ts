import { expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { openAccount } from '@/lib/accounts/commands'
import { signIn } from '@/lib/auth/commands'
import { findSession } from '@/lib/auth/queries'
import { newCodiceFiscale, rows, system, visitor } from '../factories'

const anna = (codiceFiscale: string) => ({ codiceFiscale, firstName: 'Anna', lastName: 'Neri' })

test('an initial PIN of sixteen characters opens a session that must choose another', async () => {
  const codiceFiscale = newCodiceFiscale()
  const { initialPin } = await openAccount(system(), anna(codiceFiscale))
  expect(initialPin).toHaveLength(16)
  const token = await signIn(visitor(), { codiceFiscale, pin: initialPin }, 'here', 'Firefox')
  expect(await findSession(visitor(), token)).toMatchObject({ stands: true, pinChosenAt: null })
})

test('a new initial PIN ends the sessions that the lost one had opened', async () => {
  const codiceFiscale = newCodiceFiscale()
  const first = await openAccount(system(), anna(codiceFiscale))
  const token = await signIn(visitor(), { codiceFiscale, pin: first.initialPin }, 'here', 'Firefox')
  const second = await openAccount(system(), anna(codiceFiscale))
  expect(await findSession(visitor(), token)).toBeUndefined()
  await expect(signIn(visitor(), { codiceFiscale, pin: first.initialPin }, 'here', 'Firefox')).rejects.toThrow()
  expect(await signIn(visitor(), { codiceFiscale, pin: second.initialPin }, 'here', 'Firefox')).toBeTypeOf('string')
})

test('an officer who moves leaves the units of the old desk', async () => {
  const codiceFiscale = newCodiceFiscale()
  const desk = (officeCode: string, unitCodes: ('FC' | 'AN')[]) =>
    openAccount(system(), { ...anna(codiceFiscale), desk: { officeCode, role: 'officer', unitCodes } })
  await desk('7000', ['FC'])
  const { id } = await desk('5100', ['AN'])
  expect(await rows(sql`select unit_code from officer_units where officer_id = ${id}`)).toEqual([{ unit_code: 'AN' }])
})

test('a codice fiscale with a wrong check character opens nothing', () =>
  expect(openAccount(system(), anna('RSSMRA85T10A562T'))).rejects.toThrow())
