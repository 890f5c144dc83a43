// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  AttachmentForm,
  choose,
  input,
  keptFile,
  posted,
  press,
  ready,
  row,
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
  vi.unstubAllGlobals()
  await portal.stop()
})

describe('before choosing', () => {
  test('the limits are stated: how many files, how large, of which formats', () => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    expect(
      screen.getByText(/^Puoi allegare al massimo 3 file, di 1 kB ciascuno\. Formati: PDF, P7M, XML/),
    ).toBeDefined()
    expect(spoken()).toBe('0 file su 3 – puoi aggiungerne 3')
    expect(input().accept).toContain('.pdf')
  })
})

describe('a file that was chosen', () => {
  test('is sent at once as it is, with its type and its name, and travels with the form as an id', async () => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('perché no.txt', 'ciao'))
    await ready('perché no.txt')
    expect(portal.received).toEqual([
      {
        method: 'POST',
        url: '/api/allegati?profilo=p&bozza=b',
        name: 'perché no.txt',
        type: 'text/plain',
        attempt: '1',
        body: 'ciao',
      },
    ])
    expect(posted().getAll('attachmentIds')).toEqual(['id-perché no.txt'])
    expect(posted().has('files')).toBe(false)
    expect(spoken()).toBe('«perché no.txt» è pronto.1 file su 3 – puoi aggiungerne ancora 2')
  })

  test('is declared as bytes when the browser does not know its type', async () => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('firmato.p7m', 'x', ''))
    await ready('firmato.p7m')
    expect(portal.received[0]?.type).toBe('application/octet-stream')
  })

  test('may be dropped instead', async () => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    fireEvent.drop(input().parentElement!, { dataTransfer: { files: [textFile('a.txt'), textFile('b.txt')] } })
    await ready('a.txt')
    await ready('b.txt')
  })

  test('waits for those before it: one upload at a time, in the order of choice', async () => {
    const open = portal.close()
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('a.txt'), textFile('b.txt'))
    await waitFor(() => expect(portal.received.map(({ name }) => name)).toEqual(['a.txt']))
    expect(state('b.txt')).toBe('In attesa')
    open()
    await ready('b.txt')
    expect(posted().getAll('attachmentIds')).toEqual(['id-a.txt', 'id-b.txt'])
  })

  test('shows how much of it has left, then that it is being looked at', async () => {
    type Upload = { onprogress?: (event: { loaded: number; total: number }) => void; onload?: () => void }
    const uploads: Upload[] = []
    class StillRequest {
      upload: Upload = {}
      open = () => {}
      setRequestHeader = () => {}
      send = () => void uploads.push(this.upload)
    }
    vi.stubGlobal('XMLHttpRequest', StillRequest)
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('a.txt'))
    await waitFor(() => expect(uploads).toHaveLength(1))
    act(() => uploads[0]?.onprogress?.({ loaded: 407, total: 1000 }))
    expect(state('a.txt')).toBe('In caricamento 40 %')
    expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Caricamento di «a.txt»' }).value).toBe(40)
    expect(within(row('a.txt')).getByRole('button', { name: 'Annulla «a.txt»' })).toBeDefined()
    act(() => uploads[0]?.onload?.())
    expect(state('a.txt')).toBe('Controllo del file…')
    expect(within(row('a.txt')).queryByRole('button')).toBeNull()
  })

  test('is told to whoever asked, as is its removal', async () => {
    const onChange = vi.fn()
    render(<AttachmentForm uploadUrl={portal.uploadUrl} files={[keptFile('a.txt')]} onChange={onChange} />)
    await choose(textFile('b.txt'))
    await ready('b.txt')
    await press('a.txt', 'Rimuovi')
    await waitFor(() =>
      expect(onChange.mock.calls.map(([ids]) => ids)).toEqual([['id-a.txt', 'id-b.txt'], ['id-b.txt']]),
    )
  })

  test('shows a name that is too long for a line cut in the middle, and reads it whole', async () => {
    const name = `${'relazione molto lunga '.repeat(5)}finale.txt`
    render(<AttachmentForm uploadUrl={portal.uploadUrl} files={[keptFile(name)]} />)
    expect(within(row(name)).getByTitle(name).textContent).toMatch(/^relazione molto.*….*finale\.txt$/)
  })
})

describe('a file that is no longer wanted', () => {
  test('is taken off the draft, and the focus goes back to the choice', async () => {
    render(<AttachmentForm uploadUrl={portal.uploadUrl} files={[keptFile('a.txt')]} />)
    await press('a.txt', 'Rimuovi')
    await waitFor(() => expect(screen.queryByRole('listitem')).toBeNull())
    expect(portal.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'DELETE /api/allegati/id-a.txt?profilo=p&bozza=b',
    ])
    expect(document.activeElement).toBe(input())
    expect(spoken()).toBe('«a.txt» rimosso.0 file su 3 – puoi aggiungerne 3')
  })

  test('is gone also when it was gone already', async () => {
    portal.answers.push({ status: 404, body: { message: 'Questo allegato non c’è più.' } })
    render(<AttachmentForm uploadUrl={portal.uploadUrl} files={[keptFile('a.txt')]} />)
    await press('a.txt', 'Rimuovi')
    await waitFor(() => expect(screen.queryByRole('listitem')).toBeNull())
  })

  test('stays, and says so, when the portal could not take it off', async () => {
    portal.answers.push({ status: 500, body: {} })
    render(<AttachmentForm uploadUrl={portal.uploadUrl} files={[keptFile('a.txt')]} />)
    await press('a.txt', 'Rimuovi')
    await waitFor(() => expect(state('a.txt')).toBe('Non è stato possibile rimuovere «a.txt». Riprova.'))
    expect(posted().getAll('attachmentIds')).toEqual(['id-a.txt'])
  })

  test('is given up while it waits or travels, and the next one goes on', async () => {
    const open = portal.close()
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    await choose(textFile('a.txt'), textFile('b.txt'), textFile('c.txt'))
    await waitFor(() => expect(portal.received).toHaveLength(1))
    await press('b.txt', 'Annulla')
    await press('a.txt', 'Annulla')
    open()
    await ready('c.txt')
    expect(portal.received.map(({ name }) => name)).toEqual(['a.txt', 'c.txt'])
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })
})

describe('a form sent while a file is on its way', () => {
  test('waits for it, and says why; a draft is saved all the same', async () => {
    const open = portal.close()
    const sent = vi.fn((event: Event) => event.preventDefault())
    render(<AttachmentForm uploadUrl={portal.uploadUrl} />)
    screen.getByRole('form').addEventListener('submit', sent)
    await choose(textFile('a.txt'))
    fireEvent.submit(screen.getByRole('form'))
    expect(sent).not.toHaveBeenCalled()
    expect(screen.getByRole('alert').textContent).toContain('Attendi la fine del caricamento')
    fireEvent.click(screen.getByRole('button', { name: 'Salva bozza' }))
    expect(sent).toHaveBeenCalledOnce()
    open()
    await ready('a.txt')
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.submit(screen.getByRole('form'))
    expect(sent).toHaveBeenCalledTimes(2)
  })
})

test('a field that is switched off takes no file', async () => {
  render(<AttachmentForm uploadUrl={portal.uploadUrl} files={[keptFile('a.txt')]} disabled />)
  fireEvent.drop(input().parentElement!, { dataTransfer: { files: [textFile('b.txt')] } })
  expect(input().disabled).toBe(true)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(within(row('a.txt')).getByRole<HTMLButtonElement>('button').disabled).toBe(true)
  expect(posted().getAll('attachmentIds')).toEqual(['id-a.txt'])
})

test('without scripts the files travel with the form, and those kept are taken away by a submit button', () => {
  document.body.innerHTML = renderToString(<AttachmentForm uploadUrl={portal.uploadUrl} files={[keptFile('a.txt')]} />)
  expect([input().name, input().multiple]).toEqual(['files', true])
  const remove = screen.getByRole<HTMLButtonElement>('button', { name: /^Rimuovi/ })
  expect([remove.type, remove.name, remove.value, remove.formNoValidate]).toEqual([
    'submit',
    'removeAttachment',
    'id-a.txt',
    true,
  ])
  expect(posted().getAll('attachmentIds')).toEqual(['id-a.txt'])
  document.body.innerHTML = ''
})

test('what was chosen before the scripts were there is sent as soon as they are', async () => {
  const host = document.createElement('div')
  host.innerHTML = renderToString(<AttachmentForm uploadUrl={portal.uploadUrl} />)
  document.body.append(host)
  await choose(textFile('a.txt'))
  render(<AttachmentForm uploadUrl={portal.uploadUrl} />, { container: host, hydrate: true })
  await ready('a.txt')
  expect(input().name).toBe('')
  host.remove()
})
