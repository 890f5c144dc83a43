import { type ComponentProps, useState, useSyncExternalStore } from 'react'
import { TextField } from './text-field'

const never = () => () => {}

/** A secret: hidden, pasteable, and shown on request (ASVS 6.2.6, 6.2.7). The button needs scripts, so it comes with them. */
export function PinField(props: ComponentProps<typeof TextField>) {
  const [shown, setShown] = useState(false)
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <div className="pin-field">
      <TextField {...props} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      {scripted && (
        <button
          className="btn btn-link btn-sm"
          type="button"
          aria-pressed={shown}
          onClick={() => setShown((before) => !before)}
        >
          {shown ? 'Nascondi il PIN' : 'Mostra il PIN'}
        </button>
      )}
    </div>
  )
}
