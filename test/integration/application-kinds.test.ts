import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type AnyKind, kind, step } from '@/lib/applications/kind'
import { beginApplication } from '@/lib/applications/commands/draft'
import { closeKind, openKind } from '@/lib/applications/commands/kinds'
import { submitApplication } from '@/lib/applications/commands/submit'
import { kinds } from '@/lib/applications/kinds'
import { findApplication, findProvision } from '@/lib/applications/queries/detail'
import { findClosure, listClosedKinds, listOpenKinds } from '@/lib/applications/queries/kinds'
import { findDraft } from '@/lib/drafts/queries'
import { applicationExamples } from '../application-examples'
import { aGrant, anApplicationDraft, anApplicationInCharge, grant } from '../application-factories'
import { grantApplication } from '@/lib/applications/commands/decide'
import { administrator, auditOf, contributorSide, footprint, officer } from '../factories'

const instead = 'Presentala con il servizio «Rimborsi» del portale dell’Istituto.'
const codes = async (found: Promise<{ code: string }[]>) => (await found).map(({ code }) => code)

describe('a kind of istanza that is closed', () => {
  test('is not begun nor sent until it is opened again; its drafts stay and say what to do instead', async () => {
    const [sender, admin] = [await contributorSide(), await administrator()]
    const draftId = await anApplicationDraft(sender, 'rimborso')
    const { id } = await closeKind(admin, { kind: 'rimborso', instead })
    expect(await findClosure(sender, 'rimborso')).toMatchObject({ id, instead })
    expect(await codes(listOpenKinds(sender))).not.toContain('rimborso')
    const conflict = { kind: 'conflict', message: expect.stringContaining('La bozza resta') }
    await expect(submitApplication(sender, { draftId })).rejects.toMatchObject(conflict)
    await expect(beginApplication(sender, { draftId: v7(), kind: 'rimborso' })).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect(await findDraft(sender, draftId)).toBeDefined()
    await openKind(admin, { kind: 'rimborso' })
    expect(await findClosure(sender, 'rimborso')).toBeUndefined()
    await submitApplication(sender, { draftId })
    expect(await findApplication(sender, draftId)).toMatchObject({ kind: 'rimborso' })
    expect((await auditOf(id)).map(({ change, actorId, details }) => ({ change, actorId, details }))).toEqual([
      { change: 'application_kind.closed', actorId: admin.id, details: { kind: 'rimborso' } },
      { change: 'application_kind.opened', actorId: admin.id, details: { kind: 'rimborso' } },
    ])
  })

  test('does not stop what was sent', async () => {
    const [sender, admin, desk] = [await contributorSide(), await administrator(), await officer({ units: ['RC'] })]
    const requestId = await anApplicationInCharge(sender, desk, 'avviso-addebito')
    await closeKind(admin, { kind: 'avviso-addebito', instead })
    await grantApplication(desk, { ...aGrant(requestId, 'avviso-addebito'), outcome: 'partly_granted' })
    expect(await findProvision(sender, requestId)).toBeDefined()
    await openKind(admin, { kind: 'avviso-addebito' })
  })

  test('is closed once by two administrators at the same instant, and opened once', async () => {
    const admins = [await administrator(), await administrator()]
    const closed = await Promise.allSettled(admins.map((admin) => closeKind(admin, { kind: 'posizione', instead })))
    expect(closed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listClosedKinds(admins[0]!)).filter(({ kind }) => kind === 'posizione')).toHaveLength(1)
    const opened = await Promise.allSettled(admins.map((admin) => openKind(admin, { kind: 'posizione' })))
    expect(opened.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is one that the portal has', async () => {
    const admin = await administrator()
    const before = await footprint()
    await expect(closeKind(admin, { kind: 'ignota', instead })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(openKind(admin, { kind: 'rimborso' })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await footprint()).toEqual(before)
  })
})

describe('a tenth kind', () => {
  const code = 'duplicato-ricevuta'
  const tenth = kind({
    code,
    version: 1,
    label: 'Duplicato di una ricevuta',
    purpose: 'Per riavere una ricevuta che non si apre più.',
    unitCode: 'AS',
    term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
    needs: ['il protocollo della ricevuta'],
    limits: ['Non cambia la data di quello che hai inviato.'],
    papers: [{ name: 'copia', label: 'La ricevuta che non si apre', required: false }],
    declaration: 'Dichiaro che i dati di questa istanza sono veri.',
    steps: [
      step({
        id: 'ricevuta',
        title: 'Quale ricevuta',
        since: 1,
        questions: [{ name: 'protocollo', kind: 'protocollo', label: 'Protocollo', required: true }],
        schema: z.object({ protocollo: z.string() }),
      }),
    ],
    summary: ({ ricevuta }) => `Duplicato di ${ricevuta.protocollo}`,
    effect: async () => ['Il duplicato è allegato.'],
  })

  beforeAll(() => {
    ;(kinds as AnyKind[]).push(tenth)
    applicationExamples[code] = { example: { ricevuta_protocollo: 'INPS.7000.02/11/2026.0000012' } }
  })
  afterAll(() => {
    ;(kinds as AnyKind[]).pop()
    delete applicationExamples[code]
  })

  test('is begun, sent, taken in charge, decided and closed as the others', async () => {
    const [sender, desk, admin] = [await contributorSide(), await officer({ units: ['AS'] }), await administrator()]
    expect(await codes(listOpenKinds(sender))).toContain(code)
    const requestId = await anApplicationInCharge(sender, desk, code)
    expect(await findApplication(desk, requestId)).toMatchObject({ kind: code, kindVersion: 1, termDays: 30 })
    await grant(desk, requestId, code)
    expect((await findProvision(sender, requestId))!.content).toMatchObject({
      application: { summary: 'Duplicato di INPS.7000.02/11/2026.0000012' },
      effects: ['Il duplicato è allegato.'],
    })
    await closeKind(admin, { kind: code, instead })
    expect(await codes(listOpenKinds(sender))).not.toContain(code)
  })
})
