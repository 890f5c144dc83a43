import { type ChangeEvent, type ComponentProps, useEffect, useState } from 'react'
import { formatCount } from '@/lib/format'
import { controlClass, describedBy, FieldFrame, type FieldProps } from './field-frame'

type TextAreaFieldProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps> & {
    /** Fewest and most characters: stated beforehand, and counted while one writes. Nothing is ever cut. */
    limits?: { min: number; max: number } | undefined
  }

/** A text of more lines, for forms that run in the browser too. Takes what react-hook-form's `register` gives. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, id = name, label, hint, error, optional, limits, className, onChange, ...area } = props
  const [length, setLength] = useState(String(area.defaultValue ?? '').length)
  const stated = limits && `Da ${formatCount(limits.min)} a ${formatCount(limits.max)} caratteri.`
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setLength(event.currentTarget.value.length)
    return onChange?.(event)
  }
  const fullHint = (hint || stated) && (
    <>
      {hint} {stated}
    </>
  )
  return (
    <FieldFrame {...{ name, id, label, error, optional, hint: fullHint }}>
      <textarea
        rows={8}
        {...area}
        {...describedBy({ ...area, id, hint: fullHint, error })}
        className={controlClass('form-control', error && 'is-invalid', className)}
        id={id}
        name={name}
        onChange={change}
      />
      {limits && length > 0 && <CharacterCount length={length} {...limits} />}
    </FieldFrame>
  )
}

/** Seen at every key; spoken only when the person stops writing, or nothing else could be heard. */
function CharacterCount({ length, min, max }: { length: number; min: number; max: number }) {
  const text = countText(length, min, max)
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 1200)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <>
      <p className={controlClass('form-text form-count', length > max && 'is-over')} aria-hidden="true">
        {text}
      </p>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  )
}

function countText(length: number, min: number, max: number) {
  const characters = (count: number) => `${formatCount(count)} ${count === 1 ? 'carattere' : 'caratteri'}`
  if (length < min) return `Per arrivare al minimo: ancora ${characters(min - length)}`
  if (length > max) return `Di troppo: ${characters(length - max)}`
  return `A disposizione: ${characters(max - length)}`
}
