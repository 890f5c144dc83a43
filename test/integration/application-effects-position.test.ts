import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { contributors } from '@/db/schema'
import { transaction } from '@/db/write'
import { grantApplication } from '@/lib/applications/commands/decide'
import { submitApplication } from '@/lib/applications/commands/submit'
import { findApplication, findProvision } from '@/lib/applications/queries/detail'
import { romeDate } from '@/lib/calendar/working-days'
import { findAccess } from '@/lib/contributors/queries'
import { acceptAppointment } from '@/lib/representatives/commands/answer'
import { appointRepresentative } from '@/lib/representatives/commands/appoint'
import { listRepresentatives } from '@/lib/representatives/queries/appointments'
import { listActs } from '@/lib/transparency/queries/record'
import { aGrant, anApplicationDraft, anApplicationInCharge, grant } from '../application-factories'
import {
  auditOf,
  aUser,
  contributorSide,
  execute,
  footprint,
  newCodiceFiscale,
  officer,
  person,
  rows,
} from '../factories'

const desk = () => officer({ units: ['AN', 'RC'] })
const positionOf = async (id: string) => {
  const [found] = await transaction((tx) =>
    tx
      .select({
        denomination: contributors.denomination,
        seat: contributors.seat,
        enrolledOn: contributors.enrolledOn,
        ceasedOn: contributors.ceasedOn,
      })
      .from(contributors)
      .where(eq(contributors.id, id)),
  )
  return found!
}

const cancel = {
  domanda_asked: 'cancellazione',
  domanda_firstDay: '',
  domanda_lastDay: '31/10/2026',
  domanda_reason: 'Non ci sono più collaboratori.',
}
const empty = { posizione_denomination: '', posizione_address: '', posizione_cap: '', posizione_comune: '' }
const cancelled = { ...empty, posizione_firstDay: '', posizione_lastDay: '31/10/2026' }

describe('a granted change of the position', () => {
  test('is written in the position, and told in the provision and in the record', async () => {
    const [sender, clerk] = [await contributorSide(), await desk()]
    const { contributorId } = sender
    const requestId = await anApplicationInCharge(sender, clerk, 'posizione')
    expect(await positionOf(contributorId)).toMatchObject({ denomination: 'ALFA SERVIZI S.R.L.', seat: null })
    await grant(clerk, requestId, 'posizione')
    expect(await positionOf(contributorId)).toEqual({
      denomination: 'BETA SERVIZI S.R.L.',
      seat: 'Via Roma 1, 00144 Roma',
      enrolledOn: '2020-03-01',
      ceasedOn: null,
    })
    const provision = await findProvision(sender, requestId)
    expect(provision!.content.effects).toEqual([
      'Denominazione: da ALFA SERVIZI S.R.L. a BETA SERVIZI S.R.L.',
      'Sede: da «non indicata» a Via Roma 1, 00144 Roma',
      'Primo giorno come committente: da «non indicato» a 01/03/2020',
    ])
    expect((await auditOf(requestId)).at(-1)).toMatchObject({ change: 'application.decided', contributorId })
  })

  test('that ends it keeps the rest, and one that enrols it again opens it', async () => {
    const [sender, clerk] = [await contributorSide(), await desk()]
    const { contributorId } = sender
    const ending = await anApplicationInCharge(sender, clerk, 'posizione', cancel)
    await grant(clerk, ending, 'posizione', cancelled)
    expect(await positionOf(contributorId)).toMatchObject({
      denomination: 'ALFA SERVIZI S.R.L.',
      ceasedOn: '2026-10-31',
    })
    const again = { domanda_asked: 'iscrizione', domanda_firstDay: '01/11/2026' }
    const beginning = await anApplicationInCharge(sender, clerk, 'posizione', again)
    await grant(clerk, beginning, 'posizione', { posizione_firstDay: '01/11/2026' })
    expect(await positionOf(contributorId)).toMatchObject({ enrolledOn: '2026-11-01', ceasedOn: null })
  })

  test('rolls back with the whole decision when the days would cross or nothing would change', async () => {
    const [sender, clerk] = [await contributorSide(), await desk()]
    await execute(sql`update contributors set enrolled_on = '2026-11-01' where id = ${sender.contributorId}`)
    const requestId = await anApplicationInCharge(sender, clerk, 'posizione', cancel)
    const before = await footprint()
    await expect(grant(clerk, requestId, 'posizione', cancelled)).rejects.toHaveProperty('errors.posizione_lastDay')
    await expect(
      grant(clerk, requestId, 'posizione', { ...empty, posizione_firstDay: '01/11/2026' }),
    ).rejects.toHaveProperty('errors.posizione_lastDay')
    const same = { ...empty, posizione_denomination: 'ALFA SERVIZI S.R.L.', posizione_firstDay: '' }
    const changing = { ...cancel, ...{ domanda_asked: 'variazione', domanda_lastDay: '' } }
    expect(await footprint()).toEqual(before)
    const idle = await anApplicationInCharge(sender, clerk, 'posizione', changing)
    await expect(grant(clerk, idle, 'posizione', same)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await findProvision(sender, idle)).toBeUndefined()
  })
})

describe('a granted other representative', () => {
  const naming = (codiceFiscale: string) => ({ persona_codiceFiscale: codiceFiscale })

  test('is appointed in the same change, and acts once they accept and keep the accesses of everybody else', async () => {
    const [sender, clerk, colleague] = [await contributorSide(), await desk(), await aUser()]
    const { contributorId } = sender
    const requestId = await anApplicationInCharge(sender, clerk, 'altro-responsabile', {
      ...naming(colleague.codiceFiscale),
      incarico_startsOn: romeDate(new Date()),
    })
    const form = aGrant(requestId, 'altro-responsabile')
    await Promise.all([grantApplication(clerk, form), grantApplication(clerk, form)])
    expect(await listRepresentatives(clerk, contributorId)).toMatchObject([
      { id: requestId, status: 'proposed', codiceFiscale: colleague.codiceFiscale },
    ])
    const provision = await findProvision(sender, requestId)
    expect(provision!.content.effects[0]).toContain(`Mario Rossi (${colleague.codiceFiscale})`)
    expect((await auditOf(requestId)).map(({ change }) => change)).toEqual([
      'application.submitted',
      'request.taken_up',
      'application.decided',
      'representative.appointed',
    ])
    const told = (await listActs(sender, { cosa: 'deleghe' })).rows
    expect(told.map(({ sentence }) => sentence)).toEqual(['Ha indicato un altro responsabile'])
    expect(await findAccess({ id: colleague.id }, contributorId)).toBeUndefined()
    await acceptAppointment(person(colleague.id), { appointmentId: requestId })
    expect(await findAccess({ id: colleague.id }, contributorId)).toMatchObject({ title: 'other_representative' })
    expect(await findAccess({ id: sender.id }, contributorId)).toMatchObject({ title: 'legal_representative' })
  })

  test('who was appointed meanwhile rolls the decision back', async () => {
    const [sender, clerk, codiceFiscale] = [await contributorSide(), await desk(), newCodiceFiscale()]
    const requestId = await anApplicationInCharge(sender, clerk, 'altro-responsabile', naming(codiceFiscale))
    const startsOn = romeDate(new Date())
    await appointRepresentative(sender, { appointmentId: crypto.randomUUID(), codiceFiscale, startsOn, endsOn: null })
    const before = await footprint()
    await expect(grant(clerk, requestId, 'altro-responsabile')).rejects.toMatchObject({ kind: 'conflict' })
    expect(await footprint()).toEqual(before)
    expect(await rows(sql`select status from requests where id = ${requestId}`)).toEqual([{ status: 'taken_up' }])
  })

  test('is neither who sends it nor who represents the contributor, and that is said before sending', async () => {
    const sender = await contributorSide()
    const [own] = await rows<{ code: string }>(sql`select codice_fiscale as code from users where id = ${sender.id}`)
    const partner = await aUser()
    await contributorSide({ userId: partner.id, contributorId: sender.contributorId })
    for (const code of [own!.code, partner.codiceFiscale]) {
      const draftId = await anApplicationDraft(sender, 'altro-responsabile', naming(code))
      await expect(submitApplication(sender, { draftId })).rejects.toMatchObject({ kind: 'conflict' })
    }
  })
})

test('an istanza on an avviso di addebito keeps with it the days that it does not stop', async () => {
  const [sender, clerk] = [await contributorSide(), await desk()]
  const requestId = await anApplicationInCharge(sender, clerk, 'avviso-addebito')
  const application = await findApplication(sender, requestId)
  expect(application!.figures[0]).toMatchObject({ lines: [{}, {}, {}] })
  await grantApplication(clerk, { ...aGrant(requestId, 'avviso-addebito'), outcome: 'partly_granted' })
  const provision = await findProvision(sender, requestId)
  expect(provision).toMatchObject({ outcome: 'partly_granted', content: { effects: [] } })
  expect(provision!.content.decided!.facts.map(({ value }) => value)).toEqual(['parziale', 70_060])
})
