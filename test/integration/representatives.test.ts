import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { findAccess } from '@/lib/contributors/queries'
import { countInvitations } from '@/lib/delegations/queries/invitations'
import { acceptAppointment, declineAppointment } from '@/lib/representatives/commands/answer'
import { appointRepresentative, enableRepresentative } from '@/lib/representatives/commands/appoint'
import { endOutlivedRepresentatives, endRepresentative } from '@/lib/representatives/commands/end'
import { listInvitedAppointments, listRepresentatives } from '@/lib/representatives/queries/appointments'
import {
  findOfficeContributor,
  listLegalRepresentatives,
  listOfficeContributors,
} from '@/lib/representatives/queries/contributors'
import {
  aContributor,
  auditOf,
  aUser,
  contributorSide,
  execute,
  newCodiceFiscale,
  officer,
  person,
  rows,
  system,
} from '../factories'
import { actingFor, aDelegation } from '../portfolio-factories'

const today = romeDate(new Date())
const given = (codiceFiscale: string, more: { startsOn?: string; endsOn?: string } = {}) => ({
  appointmentId: v7(),
  codiceFiscale,
  startsOn: today,
  endsOn: null,
  ...more,
})
const titleOf = async (userId: string, contributorId: string) =>
  (await findAccess({ id: userId }, contributorId))?.title

describe('an other representative', () => {
  test('has the rights of the legal one from when they accept until somebody ends them', async () => {
    const [owner, colleague] = [await contributorSide(), await aUser({ firstName: 'Luca' })]
    const { contributorId } = owner
    const { id: appointmentId } = await appointRepresentative(owner, given(colleague.codiceFiscale))
    expect(await titleOf(colleague.id, contributorId)).toBeUndefined()
    expect(await listRepresentatives(owner, contributorId)).toMatchObject([{ status: 'proposed', name: null }])
    expect(await countInvitations(person(colleague.id))).toBe(1)
    expect(await listInvitedAppointments(person(colleague.id))).toMatchObject([{ id: appointmentId }])
    await acceptAppointment(person(colleague.id), { appointmentId })
    expect(await titleOf(colleague.id, contributorId)).toBe('other_representative')
    const side = await actingFor(colleague.id, contributorId)
    expect(await listRepresentatives(side, contributorId)).toMatchObject([{ name: 'Luca Prova', own: true }])
    await endRepresentative(owner, { appointmentId })
    expect(await titleOf(colleague.id, contributorId)).toBeUndefined()
    expect((await auditOf(appointmentId)).map(({ change }) => change)).toEqual([
      'representative.appointed',
      'representative.accepted',
      'representative.ended',
    ])
  })

  test('acts from the midnight of the first day to the midnight after the last, in Rome', async () => {
    const [owner, colleague] = [await contributorSide(), await aUser()]
    // The night between 28 and 29 March 2099 is the one on which the clock goes forward.
    const days = { startsOn: '2099-03-29', endsOn: '2099-03-29' }
    const { id: appointmentId } = await appointRepresentative(owner, given(colleague.codiceFiscale, days))
    await acceptAppointment(person(colleague.id), { appointmentId })
    expect(await titleOf(colleague.id, owner.contributorId)).toBeUndefined()
    const [access] = await rows(sql`
      select to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as from,
        to_char(valid_to at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as to from accesses where user_id = ${colleague.id}`)
    expect(access).toEqual({ from: '2099-03-28 23:00', to: '2099-03-29 22:00' })
  })

  test('is one appointment at a time, also by two clicks or two people at the same instant', async () => {
    const [owner, desk] = [await contributorSide(), await officer()]
    const form = given(newCodiceFiscale())
    await Promise.all([appointRepresentative(owner, form), appointRepresentative(owner, form)])
    expect(await auditOf(form.appointmentId)).toHaveLength(1)
    const again = given(form.codiceFiscale)
    await expect(enableRepresentative(desk, { ...again, contributorId: owner.contributorId })).rejects.toMatchObject({
      errors: { codiceFiscale: [expect.any(String)] },
    })
  })

  test('is not who represents it already, nor the contributor itself', async () => {
    const [owner, legal] = [await contributorSide(), await aUser()]
    await contributorSide({ userId: legal.id, contributorId: owner.contributorId })
    await expect(appointRepresentative(owner, given(legal.codiceFiscale))).rejects.toMatchObject({
      errors: { codiceFiscale: ['Questa persona rappresenta già il contribuente.'] },
    })
    const code = newCodiceFiscale()
    await execute(sql`update contributors set codice_fiscale = ${code} where id = ${owner.contributorId}`)
    await expect(appointRepresentative(owner, given(code))).rejects.toMatchObject({
      errors: { codiceFiscale: ['È il codice fiscale del contribuente stesso.'] },
    })
  })

  test('may decline, and is answered for by nobody else', async () => {
    const [owner, colleague] = [await contributorSide(), await aUser()]
    const { id: appointmentId } = await appointRepresentative(owner, given(colleague.codiceFiscale))
    for (const act of [acceptAppointment, declineAppointment])
      await expect(act(person((await aUser()).id), { appointmentId })).rejects.toMatchObject({ kind: 'conflict' })
    await declineAppointment(person(colleague.id), { appointmentId })
    await expect(endRepresentative(owner, { appointmentId })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await titleOf(colleague.id, owner.contributorId)).toBeUndefined()
  })

  test('past the last day is over, and may be appointed anew', async () => {
    const [owner, colleague] = [await contributorSide(), await aUser()]
    const { id: appointmentId } = await appointRepresentative(owner, given(colleague.codiceFiscale))
    await acceptAppointment(person(colleague.id), { appointmentId })
    await execute(
      sql`update representatives set starts_on = '2020-01-01', ends_on = ${addDays(today, -1)} where id = ${appointmentId}`,
    )
    await execute(sql`update accesses set valid_from = '2020-01-01', valid_to = now() where user_id = ${colleague.id}`)
    expect(await listRepresentatives(owner, owner.contributorId)).toMatchObject([{ status: 'ended' }])
    await appointRepresentative(owner, given(colleague.codiceFiscale))
    expect(await listRepresentatives(owner, owner.contributorId)).toMatchObject([
      { status: 'proposed' },
      { status: 'ended' },
    ])
  })

  test('past the last day is called over by the portal, once', async () => {
    const [owner, colleague] = [await contributorSide(), await aUser()]
    const { id: appointmentId } = await appointRepresentative(owner, given(colleague.codiceFiscale))
    await acceptAppointment(person(colleague.id), { appointmentId })
    await execute(
      sql`update representatives set starts_on = '2020-01-01', ends_on = '2020-12-31' where id = ${appointmentId}`,
    )
    expect(await endOutlivedRepresentatives(system())).toBe(1)
    expect(await endOutlivedRepresentatives(system())).toBe(0)
  })

  test('is appointed and ended by no delegate', async () => {
    const { contributorId, delegate } = await aDelegation()
    const side = await actingFor(delegate.id, contributorId)
    await expect(appointRepresentative(side, given(newCodiceFiscale()))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(endRepresentative(side, { appointmentId: v7() })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await listRepresentatives(side, contributorId)).toEqual([])
  })
})

describe('the office', () => {
  test('enables one on a SC72 of its contributors, and ends them; another city’s office cannot', async () => {
    const [owner, colleague, desk] = [await contributorSide(), await aUser(), await officer()]
    const { contributorId } = owner
    const stranger = await officer({ officeCode: '5100' })
    const form = { ...given(colleague.codiceFiscale), contributorId }
    await expect(enableRepresentative(stranger, form)).rejects.toMatchObject({ kind: 'not-found' })
    const { id: appointmentId } = await enableRepresentative(desk, form)
    await acceptAppointment(person(colleague.id), { appointmentId })
    expect(await listRepresentatives(owner, contributorId)).toMatchObject([{ appointedBy: null, status: 'active' }])
    expect(await listRepresentatives(stranger, contributorId)).toEqual([])
    await expect(endRepresentative(stranger, { appointmentId })).rejects.toMatchObject({ kind: 'conflict' })
    await endRepresentative(desk, { appointmentId })
    expect(await titleOf(colleague.id, contributorId)).toBeUndefined()
  })

  test('finds its own contributors by name and by codice fiscale, page after page', async () => {
    const office = { officeCode: '1200' }
    const desk = await officer(office)
    const made = []
    for (let n = 0; n < 27; n += 1) made.push(await aContributor({ ...office, denomination: 'CANTIERI 100% S.P.A.' }))
    const other = await aContributor({ ...office, denomination: 'ZETA S.N.C.' })
    const foreign = await aContributor({ officeCode: '5100', denomination: 'CANTIERI 100% S.P.A.' })
    const first = await listOfficeContributors(desk, '100%')
    const second = await listOfficeContributors(desk, '100%', first.next)
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(made.map(({ id }) => id).sort())
    expect(second.next).toBeUndefined()
    expect((await listOfficeContributors(desk, other.codiceFiscale)).rows).toMatchObject([{ id: other.id }])
    expect((await listOfficeContributors(desk, foreign.codiceFiscale)).rows).toEqual([])
    expect((await listOfficeContributors(desk, undefined, foreign.id)).rows).toEqual([])
    expect(await findOfficeContributor(desk, foreign.id)).toBeUndefined()
    expect(await findOfficeContributor(desk, other.id)).toMatchObject({ denomination: 'ZETA S.N.C.' })
  })

  test('reads who represents a contributor by law', async () => {
    const { contributorId } = await contributorSide()
    expect(await listLegalRepresentatives(await officer(), contributorId)).toMatchObject([{ name: 'Anna Prova' }])
    expect(await listLegalRepresentatives(await officer({ officeCode: '5100' }), contributorId)).toEqual([])
  })
})
