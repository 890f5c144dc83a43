import type * as z from 'zod'

/** What a form is told after it was posted. What was typed comes back with every "no". */
export type FormState =
  | { status: 'idle' }
  | { status: 'invalid'; errors: Record<string, string[]>; values: Record<string, string> }
  | { status: 'refused'; message: string; values: Record<string, string> }
  /** What was typed is right and waits for a last look; `shown` is what the form shows of it. */
  | { status: 'checked'; values: Record<string, string>; shown: unknown }
  | {
      status: 'done'
      message?: string
      /** Of what was made. */
      id?: string
    }

export const idle: FormState = { status: 'idle' }

/** Posted by a form that stays on the screen as it was typed, files included, until its answer comes. */
export const staysOnScreen = '$STAYS'

/** Fields of Next's own and of the portal's forms that travel with what was typed; `profile` is who it was posted for. */
const ours = (name: string) => !name.startsWith('$ACTION') && name !== staysOnScreen && name !== 'profile'

/** Every field under its name; repeated ones as a list. */
export function entriesOf(form: FormData) {
  const names = [...new Set(form.keys())].filter(ours)
  return Object.fromEntries(
    names.map((name) => [name, form.getAll(name).length > 1 ? form.getAll(name) : form.get(name)]),
  )
}

/** Never sent back, not even to who typed it. */
const secret = /pin$/i

/** What was typed, to be shown again, the boxes ticked under one name in one text; files and secrets are not. */
export function valuesOf(form: FormData) {
  const shown: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && ours(name) && !secret.test(name))
      shown[name] = Object.hasOwn(shown, name) ? `${shown[name]} ${value}` : value
  return shown
}

/** Of a form that carries what this portal does not ask: the page of an older version, or a hostile hand. */
export const stalePage = 'Questa pagina non è più aggiornata: ricaricala e riprova.'

/** What is wrong with each field, said once even when two rules say the same. */
export function errorsOf(error: z.ZodError) {
  const errors: Record<string, string[]> = {}
  for (const { path, message, code } of error.issues) {
    const said = (errors[path.join('.') || 'root'] ??= [])
    const words = code === 'unrecognized_keys' ? stalePage : message
    if (!said.includes(words)) said.push(words)
  }
  return errors
}
