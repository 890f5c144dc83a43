import type { ComponentProps } from 'react'
import { describedBy, FieldError, type FieldProps, Hint, Optional } from './field-frame'

type CheckboxFieldProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'type'>

/** A yes or no. Takes what react-hook-form's `register` gives; the hint and the error stand under the label. */
export function CheckboxField({ name, id = name, label, hint, error, optional, ...input }: CheckboxFieldProps) {
  return (
    <div className="form-check">
      <input {...input} {...describedBy({ ...input, id, hint, error })} type="checkbox" id={id} name={name} />
      <label htmlFor={id}>
        {label} {optional && <Optional />}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  )
}
