import type { ComponentProps, ReactNode } from 'react'
import type { FieldProps } from './field-frame'
import { Fieldset } from './fieldset'

type RadioGroupProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'type' | 'value' | 'defaultChecked'> & {
    options: readonly { value: string; label: ReactNode; hint?: ReactNode }[]
  }

/** One choice among few, all in sight. Takes what react-hook-form's `register` gives; `defaultValue` is the chosen one. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, id = name, label, hint, error, optional, options, defaultValue, ...input } = props
  return (
    <Fieldset {...{ id, legend: label, hint, error, optional }}>
      {options.map((option) => {
        const own = `${id}-${option.value}`
        return (
          <div className="form-check" key={option.value}>
            <input
              {...input}
              type="radio"
              id={own}
              name={name}
              value={option.value}
              defaultChecked={defaultValue === option.value}
              aria-describedby={option.hint ? `${own}-hint` : undefined}
            />
            <label htmlFor={own}>{option.label}</label>
            {option.hint && (
              <div className="form-text" id={`${own}-hint`}>
                {option.hint}
              </div>
            )}
          </div>
        )
      })}
    </Fieldset>
  )
}
