import type { ComponentProps } from 'react'
import { controlClass, describedBy, FieldFrame, type FieldProps, fieldWidths } from './field-frame'

export type Option = { value: string; label: string }
export type OptionGroup = { label: string; options: readonly Option[] }

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'children'> & {
    options: readonly (Option | OptionGroup)[]
    /** The words of the empty first choice, such as «Scegli un argomento»; without it the first option is chosen. */
    emptyLabel?: string | undefined
    width?: keyof typeof fieldWidths | undefined
  }

/** A choice among many, in groups or not. Takes what react-hook-form's `register` gives. */
export function SelectField(props: SelectFieldProps) {
  const { name, id = name, label, hint, error, optional, options, emptyLabel, width, className, ...select } = props
  return (
    <FieldFrame {...{ name, id, label, hint, error, optional }}>
      <select
        {...select}
        {...describedBy({ ...select, id, hint, error })}
        className={controlClass('form-select', width && fieldWidths[width], error && 'is-invalid', className)}
        id={id}
        name={name}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map((inner) => (
                <option key={inner.value} value={inner.value}>
                  {inner.label}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ),
        )}
      </select>
    </FieldFrame>
  )
}
