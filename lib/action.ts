import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type * as z from 'zod'
import type { Lapsed } from './auth/actor'
import {
  currentPerson,
  lapsedPerson,
  requireAdmin,
  requireContributorSide,
  requireOfficer,
  requirePerson,
  requirePersonBeforePin,
  requirePortfolio,
  toSignIn,
  visitor,
} from './auth/session'
import { keepLapsedStep } from './applications/commands/lapsed'
import { keepLapsedDraft } from './drafts/commands'
import { entriesOf, errorsOf, type FormState, staysOnScreen, valuesOf } from './form-state'
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
      try {
        const actor = await identify(form)
        const parsed = schema.safeParse(entriesOf(form))
        if (!parsed.success) return { status: 'invalid', errors: errorsOf(parsed.error), values: valuesOf(form) }
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

/**
 * Who is signed in. When nobody is any more, what was typed is safe before anything else: a composing form becomes a draft,
 * to be found after sign-in; any other stays on the screen as it is, where the browser has scripts.
 */
const actionOf = <A>(require: (form: FormData) => Promise<A>) =>
  actionFor(async (form) => {
    const lapsed = await lapsedPerson()
    const draft = lapsed && (await keepLapsed(lapsed, form))
    if (draft) return toSignIn({ bozza: draft.id })
    if (form.has(staysOnScreen) && !(await currentPerson())) throw new Refusal('forbidden', signInElsewhere)
    return require(form)
  })

function keepLapsed(lapsed: Lapsed, form: FormData) {
  const keep = form.has('step') ? keepLapsedStep : keepLapsedDraft
  return keep(lapsed, valuesOf(form), String(form.get('profile') ?? ''))
}

const signInElsewhere =
  'La sessione è scaduta. Accedi di nuovo in un’altra scheda di questo browser, poi torna qui e premi ancora il pulsante: quello che hai scritto è rimasto, file compresi.'

export const contributorAction = actionOf((form) => requireContributorSide(String(form.get('profile'))))
export const officerAction = actionOf(() => requireOfficer())
export const adminAction = actionOf(() => requireAdmin())
export const portfolioAction = actionOf(() => requirePortfolio())
export const personAction = actionOf(() => requirePerson())
export const pinAction = actionOf(() => requirePersonBeforePin())
export const publicAction = actionFor(async () => visitor())
