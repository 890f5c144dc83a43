import { Alert } from '@/components/alert'
import type { CheckedStep } from '@/lib/applications/check'
import { stateLabels } from '../step-list'

/** What keeps an istanza from being sent, step by step, each with the way there. */
export function StillToDo({ home, checked }: { home: string; checked: readonly CheckedStep[] }) {
  const left = checked.filter(({ state }) => state !== 'done')
  if (left.length === 0) return null
  return (
    <Alert tone="warning" title="Prima di inviarla c’è ancora qualcosa da fare">
      <ul>
        {left.map(({ step, state, errors }) => (
          <li key={step.id}>
            <a href={`${home}/${step.id}`}>{step.title}</a>: {stateLabels[state].toLowerCase()}
            {state === 'wrong' && ` – ${[...new Set(Object.values(errors).flat())].join(' ')}`}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
