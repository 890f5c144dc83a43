'use client'

import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  useForm,
} from 'react-hook-form'
import type * as z from 'zod'
import { type FormState, idle, staysOnScreen } from '@/lib/form-state'

type Action = (previous: FormState, form: FormData) => Promise<FormState>

const never = () => () => {}

/**
 * One schema, two runs: the browser checks first, the server decides, and both answers land on the same fields. With
 * scripts off the form posts and comes back with its messages and with what was typed.
 * @param rules loads the schema: it comes with the first attempt to send, not with the page. Without one the server alone
 * judges, for questions that only it knows
 * @param defaults what the fields begin with, by name
 */
export function useActionForm<I extends FieldValues, O>(
  rules: (() => Promise<z.ZodType<O, I>>) | undefined,
  action: Action,
  defaults: Record<string, string | undefined>,
) {
  const [state, submit, pending] = useActionState(action, idle)
  const [attempt, setAttempt] = useState(0)
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const answered = useMemo(() => fieldErrors<I>(state), [state])
  const [resolver] = useState(() => rules && resolverOf(rules))
  const form = useForm<I, unknown, O>({
    ...(resolver && { resolver }),
    defaultValues: defaults as DefaultValues<I>,
    errors: answered,
    // What was wrong stays said until the next attempt: a summary that shrinks while one leaves the last field moves the
    // button away from under the click that follows.
    reValidateMode: 'onSubmit',
    // The summary of what is wrong takes the focus; the fields are a link away.
    shouldFocusError: false,
  })

  const live = Object.fromEntries(
    Object.entries(form.formState.errors).map(([name, error]) => [name, (error as { message?: string }).message]),
  )
  const errors: Record<string, string | undefined> = scripted ? live : messagesOf(state)
  const typed = 'values' in state ? state.values : undefined
  const valueOf = (name: string) => (typed ? typed[name] : defaults[name])

  useErrorTitle(Object.values(errors).some(Boolean) || state.status === 'refused', attempt)

  /** What a field needs to work with the script and without it. */
  const field = (name: Path<I>) => ({
    ...form.register(name),
    name,
    defaultValue: valueOf(name),
    error: errors[name],
  })
  /** The same for a box that is ticked or not. */
  const box = (name: Path<I>) => {
    const { onChange, onBlur, ref } = form.register(name)
    return { name, onChange, onBlur, ref, value: 'on', defaultChecked: valueOf(name) === 'on', error: errors[name] }
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    event.preventDefault()
    setAttempt((count) => count + 1)
    const send = () => {
      const posted = new FormData(element, button)
      posted.set(staysOnScreen, '1')
      startTransition(() => submit(posted))
    }
    if (!rules || button?.formNoValidate) return send()
    void form.handleSubmit(send)(event)
  }
  return { form, field, box, errors, state, pending, attempt, props: { action: submit, onSubmit, noValidate: true } }
}

/** Checks by rules fetched when first needed. If they don't come the form is sent all the same: the server decides. */
const resolverOf =
  <I extends FieldValues, O>(rules: () => Promise<z.ZodType<O, I>>): Resolver<I, unknown, O> =>
  (values, context, options) =>
    Promise.all([import('@hookform/resolvers/standard-schema'), rules()]).then(
      ([{ standardSchemaResolver }, schema]) => standardSchemaResolver(schema)(posted(values), context, options),
      () => ({ values: values as unknown as O, errors: {} }),
    )

/** An empty box is a field that is not there, as in the form that is posted; react-hook-form says `false` of it. */
const posted = <I extends FieldValues>(values: I) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== false)) as I

/** A page with mistakes says so in its title too, which a screen reader speaks first. */
function useErrorTitle(wrong: boolean, attempt: number) {
  useEffect(() => {
    const plain = document.title.replace(/^Errore: /, '')
    document.title = wrong ? `Errore: ${plain}` : plain
  }, [wrong, attempt])
}

const messagesOf = (state: FormState): Record<string, string | undefined> =>
  state.status === 'invalid'
    ? Object.fromEntries(Object.entries(state.errors).map(([name, messages]) => [name, messages[0]]))
    : {}

const fieldErrors = <I extends FieldValues>(state: FormState) =>
  Object.fromEntries(
    Object.entries(messagesOf(state)).map(([name, message]) => [name, { type: 'server', message }]),
  ) as FieldErrors<I>
