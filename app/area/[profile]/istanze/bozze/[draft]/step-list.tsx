import type { CheckedStep, StepState } from '@/lib/applications/check'

export const stateLabels: Record<StepState, string> = {
  done: 'Fatto',
  wrong: 'Da correggere',
  changed: 'Da riguardare',
  to_do: 'Da compilare',
}

const looks: Record<StepState, string> = {
  done: 'application-step is-done',
  wrong: 'application-step is-wrong',
  changed: 'application-step is-wrong',
  to_do: 'application-step',
}

type StepListProps = {
  /** Address of the draft. */
  home: string
  checked: readonly CheckedStep[]
  /** The step of this page, or «controlla». */
  current: string
}

/**
 * The steps of an istanza, each with where it stands. Plain links: they ask the page anew, where the browser's memory of a
 * step visited before would bring back what it said then.
 */
export function StepList({ home, checked, current }: StepListProps) {
  return (
    <nav className="application-steps" aria-label="Passi dell’istanza">
      <ol>
        {checked.map(({ step: { id, title }, state }) => (
          <li key={id} className={looks[state]}>
            <a href={`${home}/${id}`} aria-current={id === current ? 'step' : undefined}>
              {title}
            </a>
            <span className="application-step-state">{stateLabels[state]}</span>
          </li>
        ))}
        <li className="application-step">
          <a href={`${home}/controlla`} aria-current={current === 'controlla' ? 'step' : undefined}>
            Controlla e invia
          </a>
        </li>
      </ol>
      {current !== 'controlla' && (
        <noscript>
          <p>Prima di passare a un altro passo premi «Salva bozza».</p>
        </noscript>
      )}
    </nav>
  )
}
