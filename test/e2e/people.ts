import { randomInt, randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import type { Sql } from 'postgres'
import { demoPin } from '../../db/demo-cast'
import type { PinLevel, UnitCode } from '../../db/vocabulary'
import { isCodiceFiscale } from '../../lib/identifiers/codice-fiscale'
import { fillForm } from './forms'

/** People of the demonstration. */
export const mario = 'RSSMRA85T10A562S'
export const andrea = 'BRGNDR88C18F839N'
export const giulia = 'MRTGLI84E61H501V'
export const clara = 'BNCLRA80A41H501D'
export const franco = 'GLLFNC82H23H501U'
export const chiara = 'FRRCHR78D44F839L'
export const marco = 'CNTMRC69L12H501E'

/** Somebody who asks by plain HTTP: a page can, and so can a visitor without a browser. */
export type Asker = { request: APIRequestContext }

export type Person = { userId: string; codiceFiscale: string; name: string }
export type Contributor = Person & { contributorId: string; denomination: string; companyCode: string; area: string }
export type Officer = Person & { office: string }

const letters = (count: number) => Array.from({ length: count }, () => 'BCDFGLMNPRSTVZ'[randomInt(14)]).join('')
const lastOf = (start: string, ends: string) => start + [...ends].find((end) => isCodiceFiscale(start + end))!
const newPersonalCode = () => lastOf(`${letters(6)}80A01H501`, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const newCompanyCode = () => lastOf(String(randomInt(1_000_000, 9_999_999)).padStart(7, '0') + '058', '0123456789')

/** A person of this test alone, with the PIN of the demonstration. */
export async function newPerson(sql: Sql, { pinLevel = 'dispositivo' as PinLevel } = {}): Promise<Person> {
  const userId = randomUUID()
  const codiceFiscale = newPersonalCode()
  const [first, last] = [`Prova${letters(3).toLowerCase()}`, `Di${letters(4).toLowerCase()}`]
  await sql`
    insert into users (id, codice_fiscale, first_name, last_name, pin_hash, pin_level, pin_chosen_at)
    select ${userId}, ${codiceFiscale}, ${first}, ${last}, pin_hash, ${pinLevel}, now() from users where codice_fiscale = ${mario}`
  return { userId, codiceFiscale, name: `${first} ${last}` }
}

/** A legal representative with a company of their own, which nobody else touches. */
export async function newContributor(
  sql: Sql,
  { office = '3000', pinLevel = 'dispositivo' as PinLevel, of = undefined as Person | undefined } = {},
): Promise<Contributor> {
  const person = of ?? (await newPerson(sql, { pinLevel }))
  const contributorId = randomUUID()
  const companyCode = newCompanyCode()
  const denomination = `PROVA ${letters(6)} S.R.L.`
  await sql`
    insert into contributors (id, codice_fiscale, denomination, office_code)
    values (${contributorId}, ${companyCode}, ${denomination}, ${office})`
  await sql`
    insert into accesses (id, user_id, contributor_id, title, valid_from)
    values (${randomUUID()}, ${person.userId}, ${contributorId}, 'legal_representative', now() - interval '1 year')`
  return { ...person, contributorId, companyCode, denomination, area: `/area/${contributorId}` }
}

/** An officer of an office; every unit of it unless said otherwise. */
export async function newOfficer(
  sql: Sql,
  office: string,
  units: UnitCode[] = ['FC', 'AN', 'RC', 'CO', 'AS'],
): Promise<Officer> {
  const person = await newPerson(sql)
  await sql`
    insert into officers (user_id, office_code, role, valid_from) values (${person.userId}, ${office}, 'officer', '2015-10-06')`
  for (const unit of units)
    await sql`insert into officer_units (officer_id, unit_code) values (${person.userId}, ${unit})`
  return { ...person, office }
}

/** An office of this test alone: its queues, counts and protocol numbers are nobody else's. */
export async function newOffice(sql: Sql): Promise<string> {
  for (;;) {
    const code = String(randomInt(1000, 10000))
    const [made] = await sql`
      insert into offices (code, name) values (${code}, ${`Prova ${letters(5)}`}) on conflict do nothing returning code`
    if (made) return code
  }
}

/** Signs somebody in without drawing the page of sign-in, which has tests of its own. */
export async function signIn(by: Asker, person: Person | string, pin = demoPin) {
  const codiceFiscale = typeof person === 'string' ? person : person.codiceFiscale
  const form = await fillForm(by.request, '/accesso', { codiceFiscale, pin })
  const answer = await form.post()
  expect(answer.headers().location, 'where sign-in leads').toMatch(/\/entra$/)
}
