import type { ComponentProps, ReactNode } from 'react'

type SubmitButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  children: ReactNode
  /** The form is on its way: the button says so and takes no second press. */
  pending?: boolean | undefined
  pendingLabel?: string | undefined
  look?: 'primary' | 'secondary' | 'danger' | undefined
}

const looks = { primary: 'btn btn-primary', secondary: 'btn btn-outline-primary', danger: 'btn btn-danger' }

/** The button that sends a form. Its words are the act itself: «Invia la richiesta», never «OK». */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, pending = false, pendingLabel = 'Attendi…', look = 'primary', disabled, ...button } = props
  return (
    <>
      <button {...button} className={looks[look]} type="submit" disabled={pending || disabled}>
        {pending ? pendingLabel : children}
      </button>
      <span className="visually-hidden" role="status">
        {pending ? pendingLabel : ''}
      </span>
    </>
  )
}
