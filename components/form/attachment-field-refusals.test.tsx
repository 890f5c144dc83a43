// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  AttachmentForm,
  choose,
  input,
  keptFile,
  posted,
  press,
  ready,
  row,
  sha256,
  spoken,
  startPortal,
  state,
  textFile,
} from '@/test/attachment-form'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeEach(async () => {
  portal = await startPortal()
})
afterEach(async () => {
  cleanup()
  await portal.stop()
})

describe('a file that cannot be sent is refused before it leaves', () => {
  test.each([
    ['empty', textFile('vuoto.txt', ''), 'Rifiutato: il file «vuoto.txt» è vuoto'],
    [
      'too large',
      textFile('grande.txt', 'x'.repeat(1025)),
      'Rifiutato: il file «grande.txt» è troppo grande (1 kB): il massimo è 1 kB',
    ],
    ['of another format', textFile('programma.exe'), 'Rifiutato: il file «programma.exe» non è di un formato ammesso'],
    [
      'named at too great length',
      textFile(`${'a'.repeat(160)}.txt`),
      'è troppo lungo: rinominalo con al massimo 150 caratteri',
    ],
  ])('when it is %s', async (_, file, sentence) => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(file)
    expect(screen.getByRole('listitem').textContent).toContain(sentence)
    expect(spoken()).toContain('0 file su 3')
    expect(portal.received).toEqual([])
  })

  test('when it is the fourth', async () => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} files={['a.txt', 'b.txt', 'c.txt'].map(keptFile)} />)
    expect(spoken()).toBe('3 file su 3 – non puoi aggiungerne altri')
    await choose(textFile('d.txt'))
    expect(state('d.txt')).toMatch(/^Rifiutato: puoi allegare al massimo 3 file/)
    expect(posted().getAll('attachmentIds')).toHaveLength(3)
    expect(portal.received).toEqual([])
  })

  test('when its content is there already under another name', async () => {
    render(
      <AttachmentForm
        uploadUrl={portal.uploadUrl}
        files={[{ id: '1', name: 'prima.txt', size: 4, sha256: sha256('ciao') }]}
      />,
    )
    await choose(textFile('dopo.txt', 'ciao'), textFile('altro.txt', 'ciau'))
    await ready('altro.txt')
    expect(state('dopo.txt')).toBe('Rifiutato: il file «dopo.txt» è identico a «prima.txt», che hai già allegato.')
    expect(portal.received.map(({ name }) => name)).toEqual(['altro.txt'])
  })

  test('and makes room when it is taken off the list', async () => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('programma.exe'))
    await press('programma.exe', 'Rimuovi')
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(document.activeElement).toBe(input())
  })
})

describe('when the portal says no', () => {
  test('a refused file shows the portal’s own words, and the next one goes on', async () => {
    portal.answers.push({ status: 422, body: { message: 'Il file «a.txt» contiene un virus.' } })
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('a.txt'), textFile('b.txt'))
    await ready('b.txt')
    expect(state('a.txt')).toBe('Rifiutato: il file «a.txt» contiene un virus.')
    expect(within(row('a.txt')).queryByRole('button', { name: /^Riprova/ })).toBeNull()
    expect(posted().getAll('attachmentIds')).toEqual(['id-b.txt'])
  })

  test.each([
    [
      'the session is over',
      { status: 401, body: { message: 'La sessione è scaduta: accedi di nuovo.' } },
      'La sessione è scaduta: accedi di nuovo.',
    ],
    ['there were too many', { status: 429, body: { message: 'Riprova più tardi.' } }, 'Riprova più tardi.'],
    [
      'the portal is in trouble',
      { status: 500, body: '<html>' },
      'Il portale non ha risposto come dovrebbe. Riprova tra qualche minuto: il file non è arrivato.',
    ],
    [
      'the answer is a page',
      { status: 200, body: 'Accedi' },
      'Il portale non ha risposto come dovrebbe. Riprova tra qualche minuto: il file non è arrivato.',
    ],
    ['the network is cut', 'cuts the connection' as const, 'Caricamento interrotto. Riprova: il file non è arrivato.'],
  ])('because %s, the same file can be tried again', async (_, answer, sentence) => {
    portal.answers.push(answer)
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('a.txt'))
    await waitFor(() => expect(state('a.txt')).toBe(sentence))
    expect(spoken()).toContain(sentence)
    expect(posted().has('attachmentIds')).toBe(false)
    await press('a.txt', 'Riprova')
    await ready('a.txt')
    expect(portal.received.map(({ attempt }) => attempt)).toEqual(['1', '2'])
  })
})
