import type { ReactNode } from 'react'

type AlertTone = 'info' | 'success' | 'warning' | 'danger'
type AlertProps = { tone: AlertTone; title?: string | undefined; children: ReactNode }

const looks = {
  info: 'alert alert-info',
  success: 'alert alert-success',
  warning: 'alert alert-warning',
  danger: 'alert alert-danger',
} satisfies Record<AlertTone, string>

// Said first to whoever doesn't see the colour and the drawing.
const spoken = { info: 'Informazione', success: 'Fatto', warning: 'Attenzione', danger: 'Errore' } satisfies Record<
  AlertTone,
  string
>

// A refusal interrupts, an outcome waits for its turn, an explanation is simply read where it stands.
const roles = { info: undefined, success: 'status', warning: undefined, danger: 'alert' } as const

/** A notice inside a page. */
export function Alert({ tone, title, children }: AlertProps) {
  return (
    <div className={looks[tone]} role={roles[tone]}>
      <span className="visually-hidden">{spoken[tone]}: </span>
      {title && <p className="alert-heading">{title}</p>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
