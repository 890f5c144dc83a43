import { type ComponentProps, useState } from 'react'
import { TextField } from './text-field'

/** A secret: hidden, pasteable, and shown on request (ASVS 6.2.6, 6.2.7). */
export function PinField(props: ComponentProps<typeof TextField>) {
  const [shown, setShown] = useState(false)
  return (
    <div className="pin-field">
      <TextField {...props} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      <button
        className="btn btn-link btn-sm needs-scripts"
        type="button"
        aria-pressed={shown}
        onClick={() => setShown((before) => !before)}
      >
        {shown ? 'Nascondi il PIN' : 'Mostra il PIN'}
      </button>
    </div>
  )
}
