import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { fillForm } from './forms'
import type { Asker, Contributor } from './people'
import { portal } from './portal'

/** What stands in a request when a test doesn't care. */
export const words = 'Chiedo quale aliquota vale quest’anno per un collaboratore già pensionato.'
const content = { email: 'prova@esempio.it', areaCode: '13', topicCode: '13.01', text: words }

type Sent = Contributor | { contributorId: string; area: string }

/** Keeps a draft, as the autosave of the form does, and gives its id. */
export async function newDraft(
  by: Asker,
  sender: Sent,
  changes: Record<string, string> = {},
  id = randomUUID() as string,
) {
  const answer = await by.request.put(`/api/bozze/${id}?profilo=${sender.contributorId}`, {
    headers: { origin: portal },
    data: { kind: 'request', version: 0, writer: randomUUID(), content: { ...content, ...changes } },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return id
}

/** Hangs a file on a draft, and gives its id. */
export async function attach(by: Asker, sender: Sent, draft: string, name: string, type: string, bytes: Buffer) {
  const answer = await by.request.post(`/api/allegati?profilo=${sender.contributorId}&bozza=${draft}`, {
    headers: { origin: portal, 'content-type': type, 'x-file-name': encodeURIComponent(name) },
    data: bytes,
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

/** Presses «Invia» on a draft, by plain HTTP. */
export async function submit(by: Asker, sender: Sent, draft: string) {
  const form = await fillForm(by.request, `${sender.area}/richieste/nuova/controlla?bozza=${draft}`, {
    draftId: draft,
  })
  const answer = await form.post()
  expect(answer.headers().location, await answer.text()).toContain(`/richieste/${draft}/ricevuta`)
  return draft
}

/** A request sent by who asks. Gives its id. */
export const newRequest = async (by: Asker, sender: Sent, changes: Record<string, string> = {}) =>
  submit(by, sender, await newDraft(by, sender, changes))

/** «Prendi in carico», by plain HTTP. */
export async function takeUp(by: Asker, request: string) {
  const form = await fillForm(by.request, `/sede/richieste/${request}`, {}, { having: 'Prendi in carico' })
  const answer = await form.post()
  expect(answer.headers().location, await answer.text()).toContain(`/sede/richieste/${request}`)
}

/** Writes in a thread by plain HTTP: `address` is that of the form. */
export async function write(by: Asker, address: string, fields: Record<string, string>) {
  const form = await fillForm(by.request, address, fields, { having: 'name="draftId"' })
  const answer = await form.post()
  expect(answer.status(), await answer.text()).toBe(303)
}
