import type { ReactNode } from 'react'
import { Icon } from '../icon'

/** What every field is told besides what its own element takes. */
export type FieldProps = {
  name: string
  /** The element's id, and the target of the error summary's link; the name when left out. */
  id?: string | undefined
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Adds «(facoltativo)»: what may be left empty is said, what may not needs no asterisk. */
  optional?: boolean | undefined
}

type Described = { id: string; hint?: ReactNode; error?: string | undefined; 'aria-describedby'?: string | undefined }

/** The attributes that tie an element to its hint and its error. */
export function describedBy({ id, hint, error, 'aria-describedby': more }: Described) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', more ?? ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

/** Label above, then hint, error, and the element itself: one order, readable with scripts off. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="form-group">
      <label className="form-label" htmlFor={id}>
        {label} {optional && <Optional />}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {children}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  )
}

export function Optional() {
  return <span className="form-optional">(facoltativo)</span>
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="form-text" id={`${id}-hint`}>
      {children}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p className="invalid-feedback" id={`${id}-error`}>
      <Icon name="error" size={20} />
      <span>
        <span className="visually-hidden">Errore: </span>
        {children}
      </span>
    </p>
  )
}

/** Class names of an element, with Bootstrap Italia's mark of an error. */
export const controlClass = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')

/** Written whole, because what no file names is dropped from the stylesheet. */
export const fieldWidths = { short: 'field-short', medium: 'field-medium' }
