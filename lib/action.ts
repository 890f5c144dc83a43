import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type * as z from 'zod'
import {
  lapsedPerson,
  requireAdmin,
  requireContributorSide,
  requireOfficer,
  requirePerson,
  requirePersonBeforePin,
  toSignIn,
  visitor,
} from './auth/session'
import { keepLapsedDraft } from './drafts/commands'
import { entriesOf, errorsOf, type FormState, valuesOf } from './form-state'
import { log } from './logging/log'
import { requestFields } from './logging/request'
import { Invalid, Refusal } from './refusal'

/**
 * One shape for every action: identify, check what was typed, run, and tell the form. A refusal comes back with what was
 * typed; anything else thrown is a bug and goes to `error.tsx`. Nothing is sent from here: jobs were promised in the
 * transaction (`change.ts`).
 */
function actionFor<A>(identify: (form: FormData) => Promise<A>) {
  return <S extends z.ZodType>(
      schema: S,
      run: (actor: A, input: z.output<S>, form: FormData) => Promise<FormState | void>,
    ) =>
    async (_previous: FormState, form: FormData): Promise<FormState> => {
      const actor = await identify(form)
      const parsed = schema.safeParse(entriesOf(form))
      if (!parsed.success) return { status: 'invalid', errors: errorsOf(parsed.error), values: valuesOf(form) }
      try {
        return (await run(actor, parsed.data, form)) ?? { status: 'done' }
      } catch (error) {
        unstable_rethrow(error)
        if (error instanceof Refusal) {
          log('info', 'action.refused', { ...(await requestFields()), outcome: error.kind })
          return { status: 'refused', message: error.message, values: valuesOf(form) }
        }
        if (error instanceof Invalid) return { status: 'invalid', errors: error.errors, values: valuesOf(form) }
        throw error
      }
    }
}

/** What was being written when the session went idle becomes a draft before the way to sign-in. */
async function keepWhatWasWritten(form: FormData) {
  const lapsed = await lapsedPerson()
  const draft = lapsed && (await keepLapsedDraft(lapsed, valuesOf(form), String(form.get('profile') ?? '')))
  if (draft) return toSignIn({ bozza: draft.id })
}

export const contributorAction = actionFor(async (form) => {
  await keepWhatWasWritten(form)
  return requireContributorSide(String(form.get('profile')))
})
export const officerAction = actionFor(async (form) => {
  await keepWhatWasWritten(form)
  return requireOfficer()
})
export const adminAction = actionFor(() => requireAdmin())
export const personAction = actionFor(() => requirePerson())
export const pinAction = actionFor(() => requirePersonBeforePin())
export const publicAction = actionFor(async () => visitor())
