// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { Question } from '@/db/question'
import { QuestionTable } from './question-table'
import { Questions } from './questions'
import userEvent from '@testing-library/user-event'

afterEach(cleanup)

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `Scelta ${at}` }))
const question = (given: Partial<Question>): Question => ({
  name: 'q',
  kind: 'text',
  label: 'Domanda',
  required: true,
  ...given,
})
const show = (given: Partial<Question>, values = {}, errors = {}) =>
  render(<Questions questions={[question(given)]} prefix="passo_" values={values} errors={errors} />)

describe('a question', () => {
  test('is named with its prefix, begins with its value and says what is wrong at its field', () => {
    show({ kind: 'amount' }, { passo_q: '12,00' }, { passo_q: 'Troppo poco.' })
    const field = screen.getByRole('textbox', { name: 'Domanda' }) as HTMLInputElement
    expect([field.name, field.id, field.value, field.inputMode]).toEqual(['passo_q', 'passo_q', '12,00', 'decimal'])
    expect(field.getAttribute('aria-describedby')).toBe('passo_q-hint passo_q-error')
    expect(screen.getByText('In euro, per esempio 1.234,56.')).toBeTruthy()
  })

  test('that is a choice among few shows them all, among many folds them into a list', () => {
    show({ kind: 'choice', options: options(6) }, { passo_q: 'v2' })
    expect(screen.getAllByRole('radio')).toHaveLength(6)
    expect((screen.getByLabelText('Scelta 2') as HTMLInputElement).checked).toBe(true)
    cleanup()
    show({ kind: 'choice', options: options(7) }, { passo_q: 'v2' })
    expect((screen.getByRole('combobox') as HTMLSelectElement).value).toBe('v2')
  })

  test('that may be left without an answer can be taken back', () => {
    show({ kind: 'choice', options: options(2), required: false })
    expect(screen.getByRole('option', { name: 'Nessuna scelta' })).toBeTruthy()
    expect(screen.getByText('(facoltativo)')).toBeTruthy()
  })

  test.each([
    ['prose', 'TEXTAREA'],
    ['codiciFiscali', 'TEXTAREA'],
    ['iban', 'INPUT'],
    ['count', 'INPUT'],
  ] as const)('of the kind %s is a %s', (kind, tag) => {
    show({ kind })
    expect(screen.getByRole('textbox').tagName).toBe(tag)
  })

  test('of the kinds that a browser knows is told so', () => {
    show({ kind: 'email' })
    expect((screen.getByRole('textbox') as HTMLInputElement).type).toBe('email')
    cleanup()
    show({ kind: 'box' }, { passo_q: 'on' })
    expect(screen.getByRole('checkbox')).toMatchObject({ checked: true, value: 'on', name: 'passo_q' })
  })
})

describe('a table of questions', () => {
  const columns = [
    question({ name: 'month', kind: 'month', label: 'Mese' }),
    question({ name: 'amount', kind: 'amount', label: 'Importo' }),
  ]
  const table = (most = 5, rows = 3) => (
    <form>
      <QuestionTable
        name="passo_righe"
        legend="I debiti"
        row="Debito"
        columns={columns}
        rows={rows}
        most={most}
        values={{ passo_righe_1_amount: '7,00' }}
        errors={{ passo_righe_1_month: 'Scrivi il mese.' }}
        add={{ name: 'saveDraft', value: 'rows', rows: 3 }}
      />
    </form>
  )

  test('names every cell by row and column, for the form and for who listens', () => {
    render(table())
    expect((screen.getByLabelText('Importo, riga 2') as HTMLInputElement).value).toBe('7,00')
    const wrong = screen.getByLabelText('Mese, riga 2')
    expect(wrong.getAttribute('name')).toBe('passo_righe_1_month')
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    const described = wrong.getAttribute('aria-describedby')!.split(' ')
    expect(described.every((id) => document.getElementById(id) !== null)).toBe(true)
  })

  test('gets more empty rows by its button, up to the most that there may be, and keeps what was typed', async () => {
    render(table())
    const user = userEvent.setup()
    await user.type(screen.getByLabelText('Importo, riga 1'), '3,00')
    await user.click(screen.getByRole('button', { name: 'Aggiungi righe' }))
    expect(screen.getAllByLabelText(/^Importo/)).toHaveLength(5)
    expect((screen.getByLabelText('Importo, riga 1') as HTMLInputElement).value).toBe('3,00')
    expect(screen.queryByRole('button', { name: 'Aggiungi righe' })).toBeNull()
    expect(screen.getByText('Più di 5 righe non si possono aggiungere.')).toBeTruthy()
  })

  test('without scripts has a button that posts the form as a draft', () => {
    render(table())
    const button = screen.getByRole('button', { name: 'Aggiungi righe' })
    expect(button).toMatchObject({ type: 'submit', name: 'saveDraft', value: 'rows', formNoValidate: true })
  })

  test('shows all the rows that are there, even beyond the most', () => {
    render(table(2, 3))
    expect(screen.getAllByLabelText(/^Importo/)).toHaveLength(3)
  })
})
