// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import type { FormState } from '@/lib/form-state'
import { useActionForm } from './use-action-form'

afterEach(cleanup)

const schema = z.object({ email: z.string().min(3, 'corto'), note: z.string(), consent: z.literal('on').optional() })
type Action = (previous: FormState, form: FormData) => Promise<FormState>

type FormProps = { action: Action; rules?: (() => Promise<typeof schema>) | undefined }

function Form({ action, ...given }: FormProps) {
  const rules = 'rules' in given ? given.rules : async () => schema
  const { field, box, errors, state, props } = useActionForm(rules, action, { email: '', note: '' })
  const { error: emailError, ...email } = field('email')
  const { error: _note, ...note } = field('note')
  const { error: consentError, ...consent } = box('consent')
  return (
    <form {...props}>
      <input aria-label="email" {...email} />
      <input aria-label="note" {...note} />
      <input aria-label="consent" type="checkbox" {...consent} />
      <p data-testid="error">{[emailError, consentError].filter(Boolean).join()}</p>
      <p data-testid="status">{Object.keys(errors).length > 0 ? 'wrong' : state.status}</p>
      <button>invia</button>
      <button name="saveDraft" value="1" formNoValidate>
        bozza
      </button>
    </form>
  )
}

test('a mistake seen here is not sent; one seen by the server lands on its field; what was typed stays', async () => {
  const action = vi.fn<Action>(async (_, form) =>
    form.get('email') === 'taken'
      ? { status: 'invalid', errors: { email: ['già usata'] }, values: { email: 'taken', note: 'resta qui' } }
      : { status: 'done' },
  )
  render(<Form action={action} />)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('email'), 'a')
  await user.type(screen.getByLabelText('note'), 'resta qui')
  await user.click(screen.getByText('invia'))
  await waitFor(() => expect(screen.getByTestId('error').textContent).toBe('corto'))
  expect(action).not.toHaveBeenCalled()
  await user.clear(screen.getByLabelText('email'))
  await user.type(screen.getByLabelText('email'), 'taken')
  await user.click(screen.getByText('invia'))
  await waitFor(() => expect(screen.getByTestId('error').textContent).toBe('già usata'))
  expect((screen.getByLabelText('note') as HTMLInputElement).value).toBe('resta qui')
  await user.clear(screen.getByLabelText('email'))
  await user.type(screen.getByLabelText('email'), 'libera')
  await user.click(screen.getByText('invia'))
  await waitFor(() => expect(screen.getByTestId('status').textContent).toBe('done'))
})

test('a box left empty is a field not sent, and no mistake', async () => {
  const action = vi.fn<Action>(async () => ({ status: 'done' }))
  render(<Form action={action} />)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('email'), 'abcd')
  await user.click(screen.getByText('invia'))
  await waitFor(() => expect(screen.getByTestId('status').textContent).toBe('done'))
  expect(action.mock.calls[0]![1].has('consent')).toBe(false)
})

test('a draft is kept with its mistakes', async () => {
  const action = vi.fn<Action>(async () => ({ status: 'done' }))
  render(<Form action={action} />)
  await userEvent.setup().click(screen.getByText('bozza'))
  await waitFor(() => expect(action).toHaveBeenCalledOnce())
  expect(action.mock.calls[0]![1].get('saveDraft')).toBe('1')
})

test('without rules of its own the form is sent, and the server’s answer lands on its field', async () => {
  const action = vi.fn<Action>(async () => ({
    status: 'invalid',
    errors: { email: ['dal server'] },
    values: { email: 'a', note: '' },
  }))
  render(<Form action={action} rules={undefined} />)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('email'), 'a')
  await user.click(screen.getByText('invia'))
  await waitFor(() => expect(screen.getByTestId('error').textContent).toBe('dal server'))
  expect((screen.getByLabelText('email') as HTMLInputElement).value).toBe('a')
})

test('when the rules do not arrive the form is sent all the same: the server decides', async () => {
  const action = vi.fn<Action>(async () => ({ status: 'done' }))
  render(<Form action={action} rules={() => Promise.reject(new Error('offline'))} />)
  await userEvent.setup().click(screen.getByText('invia'))
  await waitFor(() => expect(action).toHaveBeenCalledOnce())
})
