import { answersOf as collect, checkSteps } from '@/lib/applications/check'
import type { AnswersOf, Step } from '@/lib/applications/kind'

export const readingDay = '2026-11-26'

/** What is wrong with what was typed in a kind's own steps, or in some others, by field. */
export const mistakesIn = ({ steps }: { steps: readonly Step[] }, content: Record<string, string>) =>
  Object.assign({}, ...checkSteps(steps, content, readingDay).map(({ errors }) => errors)) as Record<string, string[]>

/** What the kind works with, once all is right. */
export function answersIn<const Steps extends readonly Step[]>(
  { steps }: { steps: Steps },
  content: Record<string, string>,
) {
  const mistakes = mistakesIn({ steps }, content)
  if (Object.keys(mistakes).length > 0) throw new Error(`The steps are not right: ${JSON.stringify(mistakes)}`)
  return collect(checkSteps(steps, content, readingDay)) as AnswersOf<Steps>
}
