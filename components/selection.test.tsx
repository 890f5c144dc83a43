// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FormState } from '@/lib/form-state'
import { ChoiceBox } from './choice-box'
import { SelectionForm } from './selection'

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

type Action = (previous: FormState, form: FormData) => Promise<FormState>
const done: Action = async () => ({ status: 'done', message: 'Fatto per 2 su 2.' })

type Page = { list?: string; rows?: string[]; action?: Action }
const page = ({ list = 'unread', rows = ['a', 'b'], action = done }: Page = {}) => (
  <SelectionForm
    list={list}
    total={412}
    filters={{ tipo: 'DEB-OMI' }}
    actions={[
      { act: 'segna', label: 'Segna' },
      { act: 'esporta', label: 'Scarica', href: '/csv' },
    ]}
    action={action}
  >
    {rows.map((id) => (
      <ChoiceBox key={id} id={id} what={`riga ${id}`} />
    ))}
  </SelectionForm>
)
const box = (id: string) => screen.getByLabelText<HTMLInputElement>(`Scegli riga ${id}`)
const all = () => screen.getByLabelText<HTMLInputElement>('Seleziona tutte le 412 di questo elenco')

describe('the choice', () => {
  test('survives paging, and what is chosen on other pages is posted with the rest', async () => {
    const action = vi.fn(done)
    const user = userEvent.setup()
    const { rerender } = render(page({ action }))
    await user.click(box('a'))
    rerender(page({ rows: ['c', 'd'], action }))
    await user.click(box('d'))
    expect(screen.getByText('2 selezionate')).toBeTruthy()
    rerender(page({ action }))
    expect(box('a').checked).toBe(true)
    await user.click(screen.getByText('Segna'))
    await screen.findByText('Fatto per 2 su 2.')
    const form = action.mock.calls[0]![1]
    expect([form.getAll('scelte'), form.get('altrove'), form.get('atto')]).toEqual([['a'], 'd', 'segna'])
  })

  test('is forgotten once acted upon, and in another list', async () => {
    const user = userEvent.setup()
    const { unmount } = render(page())
    await user.click(box('a'))
    await user.click(screen.getByText('Segna'))
    await waitFor(() => expect(sessionStorage.getItem('scelte')).toBeNull())
    await user.click(box('b'))
    unmount()
    render(page({ list: 'read' }))
    expect(box('b').checked).toBe(false)
    expect(sessionStorage.getItem('scelte')).toBeNull()
  })

  test('is kept when the server says no', async () => {
    const user = userEvent.setup()
    render(page({ action: async () => ({ status: 'refused', message: 'Non ora.', values: {} }) }))
    await user.click(box('a'))
    await user.click(screen.getByText('Segna'))
    await screen.findByText('Non ora.')
    await waitFor(() => expect(box('a').checked).toBe(true))
  })

  test('of all is the filters in the place of the ids, and ends with the first row taken off', async () => {
    const action = vi.fn(done)
    const user = userEvent.setup()
    render(page({ action }))
    await user.click(all())
    expect(screen.getByText('412 selezionate')).toBeTruthy()
    await user.click(box('a'))
    expect([all().checked, box('b').checked]).toEqual([false, true])
    expect(screen.getByText('1 selezionata')).toBeTruthy()
    await user.click(all())
    await user.click(screen.getByText('Segna'))
    await screen.findByText('Fatto per 2 su 2.')
    const form = action.mock.calls[0]![1]
    expect([form.get('tutte'), form.get('filtri')]).toEqual(['1', 'tipo=DEB-OMI'])
  })

  test('may be taken off whole', async () => {
    const user = userEvent.setup()
    render(page())
    await user.click(box('a'))
    await user.click(screen.getByText('Togli la selezione'))
    expect(box('a').checked).toBe(false)
    expect(screen.getByText('0 selezionate')).toBeTruthy()
    expect(sessionStorage.getItem('scelte')).toBeNull()
  })
})

test('with scripts off the boxes, «tutte» and the buttons are plain fields of one form', () => {
  const html = renderToString(page())
  for (const piece of ['name="scelte"', 'name="tutte"', 'name="atto"', 'type="reset"', 'formaction="/csv"'])
    expect(html.toLowerCase()).toContain(piece)
})
