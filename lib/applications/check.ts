import type { Section } from '@/db/application-content'
import type { AnyKind, Step } from './kind'
import { readStep } from './read'

/** Under which name the draft keeps the version of the kind with which a step was last gone through. */
export const passedField = (step: string) => `passed_${step}`

/** Under which name the draft keeps by which save a step is as it is (`commands/draft.ts`). */
export const savedField = (step: string) => `saved_${step}`

/** Where a step stands: right; begun with something wrong or missing; gone through before its form changed; not begun. */
export type StepState = 'done' | 'wrong' | 'changed' | 'to_do'

export type CheckedStep = {
  step: Step
  state: StepState
  answers?: unknown
  section?: Section
  errors: Record<string, string[]>
}

/**
 * Judges each step of a draft.
 * @param content what was typed, by field, and how far one came
 * @param today 'yyyy-mm-dd' in Italy
 */
export function checkSteps(steps: readonly Step[], content: Record<string, string>, today: string): CheckedStep[] {
  return steps.map((step) => {
    const passed = Number(content[passedField(step.id)] ?? 0)
    const read = readStep(step, content, today)
    if ('errors' in read) return { step, state: passed > 0 ? 'wrong' : 'to_do', errors: read.errors }
    const state = passed === 0 ? 'to_do' : passed < step.since ? 'changed' : 'done'
    return { step, state, errors: {}, ...read }
  })
}

/** Whether every step is right, as the form is today. */
export const isComplete = (checked: readonly CheckedStep[]) => checked.every(({ state }) => state === 'done')

/** The answers of every step, by its id, as the kind works with them. */
export const answersOf = (checked: readonly CheckedStep[]) =>
  Object.fromEntries(checked.map(({ step, answers }) => [step.id, answers]))

/** The words of the kind for lists, when its own steps are right. */
export function summaryOf(kind: AnyKind, checked: readonly CheckedStep[]): string {
  const own = checked.filter(({ step }) => kind.steps.some(({ id }: Step) => id === step.id))
  return own.every(({ answers }) => answers !== undefined) ? kind.summary(answersOf(own)) : ''
}
