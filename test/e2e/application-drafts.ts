import { expect } from '@playwright/test'
import { fillForm } from './forms'
import type { Asker, Contributor } from './people'

/** Presses «Comincia» on a kind of istanza, by plain HTTP, and gives the id of the draft. */
export async function newApplicationDraft(by: Asker, sender: Pick<Contributor, 'area'>, kind = 'rimborso') {
  const form = await fillForm(by.request, `${sender.area}/istanze/nuova/${kind}`, {}, { having: 'Comincia' })
  const answer = await form.post()
  const [, id] = /\/istanze\/bozze\/([0-9a-f-]{36})\//.exec(answer.headers().location ?? '') ?? []
  expect(id, await answer.text()).toBeDefined()
  return id!
}
