import {
  type APIRequestContext,
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import postgres from 'postgres'
import { type Asker, type Person, signIn } from './people'

export { expect }

/** Where the portal under test answers. */
export const portal = process.env.PORTAL_URL ?? 'http://localhost:3000'

/** By itself: within what is sealed sixteen characters of such a shape come about by chance. */
const personalCode = /(?<![\w-])[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z](?![\w-])/i
const companyCode = /\b\d{11}\b/
const namesSomebody = (address: string) =>
  !address.includes('/_next/static/') &&
  [personalCode, companyCode, /@|%40/].some((pattern) => pattern.test(address.replace(portal, '')))

/**
 * Notes what must not happen on any page, whatever the test is about: a failure of the portal, a script that breaks, a
 * rule of the CSP that is hit, a request to somebody else, a person named in an address (ASVS 14.2.1, 14.2.3).
 */
function watch(context: BrowserContext, troubles: string[]) {
  context.on('request', (request) => {
    const address = request.url()
    if (new URL(address).origin !== portal && !/^(data|blob):/.test(address)) troubles.push(`third party: ${address}`)
    if (namesSomebody(address)) troubles.push(`somebody is named in ${address}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} from ${response.url()}`)
  })
  context.on('weberror', (error) => troubles.push(`script: ${error.error().message}`))
  context.on('console', (message) => {
    const expected = /^Failed to load resource/.test(message.text())
    if (message.type() === 'error' && !expected) troubles.push(`console: ${message.text()}`)
  })
}

type Opened = { troubles: string[]; open: (options?: BrowserContextOptions) => Promise<Page> }
type Fixtures = Opened & {
  /** A page of a browser of one's own, with somebody signed in. */
  as: (person: Person | string, options?: BrowserContextOptions) => Promise<Page>
  /** The same without a browser, for who only asks by HTTP. */
  asking: (person: Person | string) => Promise<Asker>
}

export const test = base.extend<Fixtures, { sql: postgres.Sql }>({
  sql: [
    async ({}, provide) => {
      const sql = postgres(process.env.DATABASE_URL!, { max: 4, onnotice: () => {} })
      await provide(sql)
      await sql.end()
    },
    { scope: 'worker' },
  ],
  troubles: [
    async ({}, provide) => {
      const troubles: string[] = []
      await provide(troubles)
      expect(troubles, 'what no page may do').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, troubles }, provide) => {
    watch(context, troubles)
    await provide(context)
  },
  open: async ({ browser, troubles }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (options = {}) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watch(context, troubles)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  asking: async ({ playwright }, provide) => {
    const contexts: APIRequestContext[] = []
    await provide(async (person) => {
      const request = await playwright.request.newContext({ baseURL: portal })
      contexts.push(request)
      await signIn({ request }, person)
      return { request }
    })
    for (const context of contexts) await context.dispose()
  },
  as: async ({ open }, provide) => {
    await provide(async (person, options) => {
      const page = await open(options)
      await signIn(page, person)
      return page
    })
  },
})
