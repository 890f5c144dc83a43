import { v7 } from 'uuid'
import { grantApplication } from '@/lib/applications/commands/decide'
import { beginApplication, saveStep } from '@/lib/applications/commands/draft'
import { submitApplication } from '@/lib/applications/commands/submit'
import { fieldOf } from '@/lib/applications/fields'
import { findKind } from '@/lib/applications/kinds'
import { papersStepId, stepsOf } from '@/lib/applications/shared-steps'
import { keepAttachment } from '@/lib/attachments/commands'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { takeUpRequest } from '@/lib/requests/commands/officer'
import { applicationExamples } from './application-examples'
import { aFile } from './factories'

type Typed = Record<string, string>

/** Every step filled in and gone through, papers included, with what was typed beside the example of the kind. */
export async function anApplicationDraft(actor: ContributorSide, code: string, typed: Typed = {}, noticeId?: string) {
  const draftId = v7()
  const kind = findKind(code)!
  await beginApplication(actor, { draftId, kind: code, noticeId })
  await keepAttachment(actor, { id: draftId, kind: 'application', requestId: undefined }, aFile())
  const ticked = kind.papers.map(({ name }) => [fieldOf(papersStepId, name), 'on'])
  const content = {
    ...applicationExamples[code]!.example,
    ...Object.fromEntries(ticked),
    recapiti_email: 'anna@alfaservizi.example',
    ...typed,
  }
  const writer = v7()
  let version = 1
  for (const { id: step } of stepsOf(kind, actor))
    version = (await saveStep(actor, draftId, { step, version, writer, content, passed: kind.version })).version
  return draftId
}

/** An istanza as a person sends it; gives its id. */
export async function anApplication(actor: ContributorSide, code: string, typed: Typed = {}, noticeId?: string) {
  const draftId = await anApplicationDraft(actor, code, typed, noticeId)
  await submitApplication(actor, { draftId })
  return draftId
}

/** The same, in the hands of an officer. */
export async function anApplicationInCharge(sender: ContributorSide, desk: Officer, code: string, typed: Typed = {}) {
  const requestId = await anApplication(sender, code, typed)
  await takeUpRequest(desk, { requestId })
  return requestId
}

/** What an officer writes to grant an istanza, with the example of the kind's own decision. */
export const aGrant = (requestId: string, code: string, typed: Typed = {}) => ({
  draftId: v7(),
  requestId,
  outcome: 'granted' as const,
  facts: 'Dai documenti allegati risulta quanto chiesto con l’istanza.',
  law: 'Art. 2 L. 241/1990',
  typed: { ...applicationExamples[code]!.decisionExample, ...typed },
})

export const grant = (desk: Officer, requestId: string, code: string, typed: Typed = {}) =>
  grantApplication(desk, aGrant(requestId, code, typed))
