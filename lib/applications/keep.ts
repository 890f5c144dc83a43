import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import { keepFiles } from '@/lib/drafts/keep'
import { findDraft } from '@/lib/drafts/queries'
import { contentOf, stepContentSchema } from '@/lib/drafts/schema'
import { entriesOf, errorsOf } from '@/lib/form-state'
import { Invalid, Refusal } from '@/lib/refusal'
import { saveStep } from './commands/draft'
import { fieldOf } from './fields'
import { findKind } from './kinds'
import { reviewApplication } from './review'
import type { PostedStep } from './schema'
import { stepsOf } from './shared-steps'

type Typed = { step: string; version: number; writer: string; content: Record<string, string>; passed?: boolean }

/**
 * Keeps what was typed so far in a step of an istanza, right or wrong.
 * @returns the new version of the draft
 * @throws Refusal when the kind has no such step (any more), or as `saveStep` says
 */
export async function keepStep(actor: ContributorSide, id: string, { passed = false, ...typed }: Typed) {
  const draft = await findDraft(actor, id)
  const kind = findKind(draft?.applicationKind ?? '')
  if (draft && !(kind && stepsOf(kind, actor).some(({ id: step }) => step === typed.step)))
    throw new Refusal('conflict', 'Questa pagina dell’istanza non c’è più: riapri la bozza, che è salva.')
  return saveStep(actor, id, { ...typed, ...(passed && kind && { passed: kind.version }) })
}

/**
 * Keeps a step that was posted: first the words, then the files, so that a file refused loses nothing. Judged only when
 * one goes on from it.
 * @returns the ids of the steps before it and after it, where there are some, and the id of its table on the page
 * @throws Invalid with the mistakes of the step, once it is safe
 */
export async function keepPostedStep(actor: ContributorSide, posted: PostedStep, form: FormData) {
  const { draftId, step, version, writer } = posted
  const goesOn = !posted.saveDraft && !posted.removeAttachment
  const content = stepContentSchema.safeParse(contentOf(entriesOf(form)))
  if (!content.success) throw new Invalid(errorsOf(content.error))
  await keepStep(actor, draftId, { step, version, writer, content: content.data, passed: goesOn })
  await keepFiles(actor, { id: draftId, kind: 'application', requestId: undefined }, posted)
  const draft = await findDraft(actor, draftId)
  const { checked } = await reviewApplication(actor, draft!)
  const place = checked.findIndex(({ step: { id } }) => id === step)
  if (goesOn) refuseWrong(step, checked[place]!.errors)
  const { table } = checked[place]!.step
  return {
    before: checked[place - 1]?.step.id,
    after: checked[place + 1]?.step.id,
    table: fieldOf(step, table?.name ?? ''),
  }
}

/** What a rule says of the step as a whole stands above it. */
function refuseWrong(step: string, { [`${step}_`]: ofAll, ...errors }: Record<string, string[]>) {
  if (ofAll) throw new Invalid({ root: ofAll, ...errors })
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
}
