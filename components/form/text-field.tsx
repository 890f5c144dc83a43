import type { ComponentProps } from 'react'
import { controlClass, describedBy, FieldFrame, type FieldProps, fieldWidths } from './field-frame'

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps> & {
    /** How much one is expected to write: a code, a number or an address. Full width when left out. */
    width?: keyof typeof fieldWidths | undefined
  }

/** One line of text. Takes what react-hook-form's `register` gives, and every attribute of an input. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  width,
  className,
  ...input
}: TextFieldProps) {
  return (
    <FieldFrame {...{ name, id, label, hint, error, optional }}>
      <input
        type="text"
        {...input}
        {...describedBy({ ...input, id, hint, error })}
        className={controlClass('form-control', width && fieldWidths[width], error && 'is-invalid', className)}
        id={id}
        name={name}
      />
    </FieldFrame>
  )
}
