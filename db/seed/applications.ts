import { v7 } from 'uuid'
import { limits } from '@/db/schema'
import { transaction } from '@/db/write'
import { fieldsOf, rowsOf } from '@/lib/applications/fields'
import { findKind } from '@/lib/applications/kinds'
import { stepsOf } from '@/lib/applications/shared-steps'
import { beginApplication, handOverApplication, saveStep } from '@/lib/applications/commands/draft'
import { grantApplication } from '@/lib/applications/commands/decide'
import { proposeRefusal } from '@/lib/applications/commands/refuse'
import { submitApplication } from '@/lib/applications/commands/submit'
import type { ContributorSide } from '@/lib/auth/actor'
import { verify } from '@/lib/auth/verify'
import { findAccess } from '@/lib/contributors/queries'
import { requestDocuments, takeUpRequest } from '@/lib/requests/commands/officer'
import { addWorkingDays, romeDate } from '@/lib/calendar/working-days'
import { attachPdf, entry } from './acts'
import type { Cast } from './cast'
import { daysAgo } from './clock'

const reach = fieldsOf('recapiti', { email: 'mario.rossi@alfaservizi.example', notifyByEmail: 'on' })

/** A move of the seat, as ALFA SERVIZI tells it. */
const move = {
  ...fieldsOf('domanda', {
    asked: 'variazione',
    denomination: 'ALFA SERVIZI S.R.L.',
    address: 'Via Ostiense 120',
    cap: '00154',
    comune: 'Roma',
    firstDay: '06/10/2015',
    reason: 'Abbiamo cambiato sede legale con l’atto del 2 novembre 2026.',
  }),
}

/** March paid twice, to be moved on June. */
const twice = {
  ...rowsOf('crediti', 'credits', [
    { month: '03/2024', causale: 'CXX', paid: '1.401,20', due: '700,60', excess: '700,60' },
  ]),
  ...rowsOf('debiti', 'debits', [{ month: '06/2024', causale: 'CXX', amount: '700,60' }]),
  ...fieldsOf('motivi', {
    ground: 'paid_twice',
    explanation: 'Il versamento di marzo è partito due volte: lo usiamo per giugno.',
    notElsewhere: 'on',
  }),
}

/** One worker over the ceiling of 2025. */
const overCeiling = {
  ...fieldsOf('somme', { reason: 'over_ceiling' }),
  ...rowsOf('somme', 'workers', [
    {
      worker: 'RSSMRA85T10A562S',
      year: '2025',
      cover: 'otherwise_insured',
      fees: '121.000,00',
      used: '607,00',
      paid: '29.040,00',
      asked: '240,00',
    },
  ]),
  ...fieldsOf('motivi', { explanation: 'Il collaboratore aveva altri committenti e ce lo ha detto a dicembre.' }),
  ...fieldsOf('pagamento', {
    iban: 'IT60X0542811101000000123456',
    ownAccount: 'on',
    bearer: 'shared',
    notElsewhere: 'on',
  }),
}

/** Begun and gone through step by step, as a person would; gives the id of the draft. */
async function prepare(actor: ContributorSide, code: string, typed: Record<string, string>) {
  const draftId = v7()
  await beginApplication(actor, { draftId, kind: code })
  const kind = findKind(code)!
  const writer = v7()
  await attachPdf(actor, draftId, undefined, 'documenti.pdf', ['Documento dimostrativo', kind.label])
  const papers = fieldsOf('allegati', Object.fromEntries(kind.papers.map(({ name }) => [name, 'on'])))
  for (const { id: step } of stepsOf(kind, actor)) {
    const content = { ...typed, ...reach, ...papers }
    await saveStep(actor, draftId, { step, version: 1, writer, content, passed: kind.version })
  }
  return draftId
}

async function submit(actor: ContributorSide, code: string, typed: Record<string, string>) {
  const draftId = await prepare(actor, code, typed)
  return (await submitApplication(actor, { draftId })).id
}

/** Istanze: granted, waiting for documents, with a refusal to confirm, just sent; and one prepared for others to send. */
export async function seedApplications(cast: Cast) {
  const alfa = cast.sender('alfaServizi')
  const [clara, elena] = [cast.officer('clara'), cast.officer('elena')]

  const moved = await daysAgo(14, () => submit(alfa, 'posizione', move))
  await daysAgo(13, () => takeUpRequest(elena, { requestId: moved }))
  await daysAgo(11, () =>
    grantApplication(elena, {
      draftId: v7(),
      requestId: moved,
      outcome: 'granted',
      facts: 'L’atto allegato prova il trasferimento della sede legale in Via Ostiense 120, Roma.',
      law: 'Art. 2 commi 26 e seguenti L. 335/1995',
      typed: fieldsOf('posizione', {
        denomination: 'ALFA SERVIZI S.R.L.',
        address: 'Via Ostiense 120',
        cap: '00154',
        comune: 'Roma',
        firstDay: '06/10/2015',
      }),
    }),
  )

  const refund = await daysAgo(8, () => submit(alfa, 'rimborso', overCeiling))
  await daysAgo(7, () => takeUpRequest(clara, { requestId: refund }))
  await daysAgo(6, () =>
    requestDocuments(clara, {
      ...entry(refund, 'Servono le certificazioni dei compensi degli altri committenti per il 2025.'),
      dueBy: addWorkingDays(romeDate(new Date()), 15),
    }),
  )

  const offset = await daysAgo(5, () => submit(alfa, 'compensazione', twice))
  await daysAgo(4, () => takeUpRequest(clara, { requestId: offset }))
  await daysAgo(2, () =>
    proposeRefusal(clara, {
      draftId: v7(),
      requestId: offset,
      facts: 'Il secondo versamento di marzo 2024 risulta già usato per maggio 2024 con una richiesta precedente.',
      law: 'Art. 1193 c.c.; messaggio INPS 9265/2008',
    }),
  )

  await daysAgo(1, () => submit(cast.sender('alfaFormazione'), 'rimborso', overCeiling))

  const paola = cast.person('paola')
  const access = await findAccess(paola, alfa.contributorId)
  const side = verify({
    kind: 'contributor',
    id: paola.id,
    contributorId: alfa.contributorId,
    title: access!.title,
    delegation: { id: access!.delegationId!, firmId: access!.firmId },
    pinLevel: 'dispositivo',
  })
  const prepared = await prepare(side, 'compensazione', twice)
  await handOverApplication(side, { draftId: prepared, note: 'È pronta: controlla gli importi e inviala, grazie.' })
  await transaction((tx) => tx.delete(limits))
}
