import type { ReactNode } from 'react'
import { describedBy, FieldError, Hint, Optional } from './field-frame'

type FieldsetProps = {
  id: string
  legend: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean | undefined
  /** A legend as large as a section's title, for a form of more parts. */
  large?: boolean | undefined
  children: ReactNode
}

/** Fields that belong together. Its id can be the target of the error summary's link when the rule spans its fields. */
export function Fieldset({ id, legend, hint, error, optional, large, children }: FieldsetProps) {
  const { 'aria-describedby': described } = describedBy({ id, hint, error })
  return (
    <fieldset className="fieldset" id={id} tabIndex={-1} aria-describedby={described}>
      <legend className={large ? 'form-legend form-legend-page' : 'form-legend'}>
        {legend} {optional && <Optional />}
      </legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </fieldset>
  )
}
