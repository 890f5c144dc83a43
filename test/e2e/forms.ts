import type { APIRequestContext, APIResponse } from '@playwright/test'

const origin = () => process.env.PORTAL_URL ?? 'http://localhost:3000'

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }
const decoded = (text: string) => text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => entities[name]!)
const attribute = (tag: string, name: string) => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decoded(value)
}

/** Every form of a page, as a browser without scripts sees it: its markup and the hidden fields that travel with it. */
export const formsIn = (html: string) =>
  [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([markup]) => ({
    markup,
    hidden: [...markup.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
      ([tag]) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''] as const,
    ),
  }))

type Field = string | File
export type Fields = Record<string, Field | Field[] | undefined>
type Options = {
  /** Words or markup that only the form meant has; without it, the form that has the first of the fields. */
  having?: string
  headers?: Record<string, string>
}

/**
 * Fills a form of a page by plain HTTP and gives it ready to be posted, as a browser without scripts or somebody who
 * wrote the post by hand would. A field given as undefined is left out, even when the page has it.
 */
export async function fillForm(request: APIRequestContext, address: string, fields: Fields, options: Options = {}) {
  const page = await request.get(address)
  const mark = options.having ?? ` name="${Object.keys(fields)[0]}"`
  const form = formsIn(await page.text()).find(({ markup }) => markup.includes(mark))
  if (!form) throw new Error(`${address} (${page.status()}) has no form with ${mark}`)
  const target = page.url()
  return {
    hidden: Object.fromEntries(form.hidden),
    post: (changes: Fields = {}, headers = options.headers ?? {}): Promise<APIResponse> => {
      const filled = new FormData()
      const all = { ...fields, ...changes }
      for (const [name, value] of form.hidden) if (!(name in all)) filled.append(name, value)
      for (const [name, value] of Object.entries(all))
        for (const each of [value].flat()) if (each !== undefined) filled.append(name, each)
      return request.post(target, { multipart: filled, maxRedirects: 0, headers: { origin: origin(), ...headers } })
    },
  }
}
