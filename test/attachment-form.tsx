import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import { AttachmentField } from '@/components/form/attachment-field'

type Received = { method: string; url: string; name: string; type: string; attempt: string; body: string }
type Answer = { status: number; body: unknown } | 'cuts the connection'

/** What the portal answers to uploads and removals, on loopback. Files are kept, unless told otherwise beforehand. */
export async function startPortal() {
  const received: Received[] = []
  const answers: Answer[] = []
  let gate = Promise.resolve()

  const server = createServer(async (request, response) => {
    const cors = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Allow-Methods': '*',
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end()
    const body = await buffer(request)
    const name = decodeURIComponent(String(request.headers['x-file-name'] ?? ''))
    received.push({
      method: request.method!,
      url: request.url!,
      name,
      type: String(request.headers['content-type']),
      attempt: String(request.headers['x-upload-attempt'] ?? '1'),
      body: body.toString(),
    })
    await gate
    const file = { id: `id-${name}`, name, size: body.length, mediaType: 'text/plain', sha256: sha256(body.toString()) }
    const answer = answers.shift() ?? { status: 201, body: file }
    if (answer === 'cuts the connection') return void request.socket.destroy()
    response.writeHead(answer.status, { ...cors, 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    uploadUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/allegati?profilo=p&bozza=b`,
    received,
    /** What the coming requests are answered, in order. */
    answers,
    /** Holds every answer back until the function it gives is called. */
    close: () => {
      let open = () => {}
      gate = new Promise((resolve) => (open = resolve))
      return () => open()
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type FormProps = {
  uploadUrl: string
  files?: ReturnType<typeof keptFile>[]
  disabled?: boolean
  onChange?: (ids: string[]) => void
}

/** A form with nothing but attachments: three at most, of 1 kB each. */
export function AttachmentForm({ files = [], ...props }: FormProps) {
  return (
    <form aria-label="modulo">
      <AttachmentField draftId="b" kept={files} maxFiles={3} maxBytes={1024} {...props} />
      <button name="saveDraft" formNoValidate>
        Salva bozza
      </button>
    </form>
  )
}

const user = userEvent.setup({ applyAccept: false })

export const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')
export const textFile = (name: string, content = `contenuto di ${name}`, type = 'text/plain') =>
  new File([content], name, { type })
/** A file that the draft holds already; its content is its name. */
export const keptFile = (name: string) => ({ id: `id-${name}`, name, size: name.length, sha256: sha256(name) })

export const input = () => screen.getByLabelText<HTMLInputElement>('Scegli i file')
export const choose = (...files: File[]) => user.upload(input(), files)
export const row = (name: string) =>
  screen.getAllByRole('listitem').find((element) => element.textContent.includes(name))!
export const state = (name: string) => row(name).querySelector('.attachment-state')?.textContent
export const ready = (name: string) => waitFor(() => expect(state(name)).toBe('Pronto'))
export const press = (name: string, button: string) =>
  user.click(within(row(name)).getByRole('button', { name: `${button} «${name}»` }))
/** What a screen reader is told without being asked. */
export const spoken = () => screen.getByRole('status').textContent
/** What the form would post. */
export const posted = () => new FormData(screen.getByRole<HTMLFormElement>('form'))
