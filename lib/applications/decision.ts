import 'server-only'
import type { Officer } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { errorsOf } from '@/lib/form-state'
import { listRates } from '@/lib/rates/queries'
import type { Rates } from '@/lib/rates/values'
import type { AnyAnswers, AnyKind } from './kind'
import { findKind } from './kinds'
import { findApplication } from './queries/detail'
import { readStep } from './read'
import { decisionSchema } from './schema'

/** Whether the kind asks something of who decides in this way. */
export const isAsked = ({ decision }: AnyKind, outcome: string | undefined) =>
  decision !== undefined && outcome !== 'not_granted' && (!decision.onlyInPart || outcome === 'partly_granted')

/** The answers to the questions of a kind's decision, by what was typed; undefined when it asks none. */
export const readGrant = (kind: AnyKind, outcome: string | undefined, typed: Record<string, string>) =>
  isAsked(kind, outcome) ? readStep(kind.decision!.step, typed, romeDate(new Date())) : undefined

/**
 * What follows from a grant, as of today.
 * @param submittedOn the day on which it was asked, ISO, in Rome
 */
export const grantedFigures = (
  { decision }: AnyKind,
  answers: AnyAnswers,
  decided: unknown,
  rates: Rates,
  submittedOn: string,
) => decision?.figures?.(answers, decided, rates, romeDate(new Date()), submittedOn) ?? []

/**
 * The draft of a decision as a whole, before it is final: outcome and reasons, what is granted and what follows from it.
 * @param content what was typed, by field
 * @returns what is wrong, by field; undefined when the istanza is not one's to see, or its kind is gone
 */
export async function reviewDecision(actor: Officer, requestId: string, content: Record<string, string>) {
  const [application, rates] = await Promise.all([findApplication(actor, requestId), listRates(actor)])
  const kind = application && findKind(application.kind)
  if (!kind) return undefined
  const reasons = decisionSchema.safeParse(content)
  const decided = readGrant(kind, content.outcome, content)
  const wrong = decided && 'errors' in decided ? decided.errors : undefined
  if (!reasons.success || wrong)
    return { errors: { ...(!reasons.success && errorsOf(reasons.error)), ...wrong } as Record<string, string[]> }
  const answered = decided as Exclude<typeof decided, { errors: unknown }>
  const submittedOn = romeDate(application.submittedAt)
  const answers = application.answers as AnyAnswers
  return {
    ...reasons.data,
    section: answered?.section,
    figures:
      reasons.data.outcome === 'not_granted'
        ? []
        : grantedFigures(kind, answers, answered?.answers, rates, submittedOn),
  }
}
