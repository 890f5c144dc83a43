import type { APIRequestContext } from '@playwright/test'
import type { Papers } from './doors'
import { fillForm, type Fields } from './forms'
import { expect } from './portal'

/** A form, as it is posted when all is well. */
export type Target = {
  what: string
  request: APIRequestContext
  address: string
  /** What a person fills in. */
  fields: Record<string, string>
  /** Words that only this form has, when it has no field of its own. */
  having?: string
  /** Fields of free words: anything but nothing, or too much, is right. */
  texts?: string[]
  /** Fields that may be missing. */
  optional?: string[]
  /** Whether what is not asked for is ignored: the form only becomes a draft. */
  ignoresOthers?: boolean
  /** What is answered when all is well, when it is not the way to another page. */
  answer?: number
}

const tooLong = 'x'.repeat(30_000)
const looksLikeId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const unknown: Fields[] = [
  { role: 'head' },
  { status: 'closed', officeCode: '7000', contributorId: crypto.randomUUID() },
  { ['__proto__']: 'x' },
  { constructor: 'x', prototype: 'y' },
  { ['n'.repeat(5000)]: 'x' },
  Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`n${index}`, 'x'])),
]

/** What a hostile hand may put into one field. */
function badValues(
  { texts = [], optional = [] }: Target,
  name: string,
  value: string,
  theirs: Papers,
): Fields[string][] {
  const always = [tooLong, new File(['x'], 'x.txt', { type: 'text/plain' })]
  const twice = [value, value]
  if (name === 'profile') return [...always, undefined, '', 'x', '\0', theirs.profile, crypto.randomUUID()]
  if (name === 'version') return [...always, twice, 'x', '-1', '1e400', '99999999999', '\0']
  if (name === 'draftId') return [...always, twice, undefined, '', 'x', '\0', theirs.draft, theirs.request]
  if (name === 'writer') return [...always, twice, undefined, '', 'x', '\0']
  if (looksLikeId.test(value)) {
    const foreign = [theirs.request, theirs.draft, theirs.session, crypto.randomUUID()]
    return [...always, twice, undefined, '', 'x', '\0', `${value}'--`, ...foreign]
  }
  if (optional.includes(name)) return [...always, twice]
  if (texts.includes(name)) return [...always, twice, undefined, '', ' \n ', '\0']
  return [...always, twice, undefined, '', '__proto__', 'x\0', '-1', '{"a":1}']
}

const shown = (changes: Fields) => JSON.stringify(changes).slice(0, 120)

/**
 * Posts a form in every wrong way, field by field: each time a message or a 4xx, never a failure, and nothing is done.
 * Then once in the right way, which proves that it was the wrong ones that were refused.
 */
export async function attack(target: Target, theirs: Papers, written: () => Promise<unknown>) {
  const { what, request, address, fields, having, ignoresOthers, answer = 303 } = target
  const form = await fillForm(request, address, fields, having ? { having } : {})
  const before = await written()
  const own = Object.entries({ ...form.hidden, ...fields }).filter(([name]) => !name.startsWith('$ACTION'))
  const wrong = own.flatMap(([name, value]) =>
    badValues(target, name, value, theirs).map((bad): Fields => ({ [name]: bad })),
  )
  for (const changes of [...wrong, ...(ignoresOthers ? [] : unknown)]) {
    const { status, said } = await form
      .post(changes)
      .then(async (got) => ({ status: got.status(), said: await got.text() }))
    const refused =
      (status >= 400 && status < 500) || (status === 200 && /invalid-feedback|role="alert"|error-summary/.test(said))
    expect.soft(refused, `${what} ${shown(changes)} answered ${status}`).toBe(true)
  }
  expect.soft(await written(), `${what}: nothing was done`).toEqual(before)
  const right = await form.post()
  expect
    .soft(right.status(), `${what}, rightly posted: ${answer === 303 ? (await right.text()).slice(-1500) : ''}`)
    .toBe(answer)
}
