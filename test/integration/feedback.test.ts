import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { feedback } from '@/db/schema'
import { transaction } from '@/db/write'
import { pseudonym } from '@/lib/auth/token'
import { giveFeedback } from '@/lib/feedback/commands'
import { giveFeedbackSchema } from '@/lib/feedback/schema'
import { auditOf, execute, footprint, visitor } from '../factories'

const kept = async (id: string) => {
  const [given] = await transaction((tx) => tx.select().from(feedback).where(eq(feedback.id, id)))
  return given
}
/** What a form carries, judged and given as the action does. */
const give = async (typed: Record<string, unknown>, address = v7()) => {
  const { id } = await giveFeedback(visitor(), giveFeedbackSchema.parse(typed), address)
  return kept(id)
}

describe('what people say of the portal', () => {
  test('is kept with its vote and page, and without who said it', async () => {
    const given = await give({ rating: '4', page: '/area', text: '  Chiaro.  ' }, '198.51.100.7')
    expect(given).toMatchObject({ rating: 4, page: '/area', text: 'Chiaro.' })
    expect(Object.keys(given!).sort()).toEqual(['createdAt', 'id', 'page', 'rating', 'text'])
    expect(await auditOf(given!.id)).toMatchObject([
      { change: 'feedback.given', actorKind: 'visitor', actorId: null, contributorId: null, details: null },
    ])
  })

  test('may be a vote alone', async () => {
    expect(await give({ rating: '1' })).toMatchObject({ rating: 1, page: '', text: null })
    expect(await give({ rating: '1', text: '   ' })).toMatchObject({ text: null })
  })

  test.each([
    ['no vote', {}],
    ['a vote of zero', { rating: '0' }],
    ['a vote of six', { rating: '6' }],
    ['half a vote', { rating: '2.5' }],
    ['two votes', { rating: ['1', '5'] }],
    ['a vote in words', { rating: 'cinque' }],
    ['a text of 1,001 characters', { rating: '5', text: 'x'.repeat(1001) }],
    ['a page of 201 characters', { rating: '5', page: 'x'.repeat(201) }],
    ['a field that the form does not have', { rating: '5', role: 'administrator' }],
  ])('is refused on its field with %s', (_, typed) => {
    expect(giveFeedbackSchema.safeParse(typed).success).toBe(false)
  })

  test.each(['a\u0000b', '\ud800', '\u202etxt', 'a\r\nb'])('is never a fault of the database: %j', async (text) => {
    expect((await give({ rating: '3', text, page: text }))!.text).not.toMatch(/[\u0000\ud800\u202e\r]/)
  })

  test('is taken ten times an hour from an address, and then refused without a trace', async () => {
    const address = v7()
    const settled = await Promise.allSettled(Array.from({ length: 20 }, () => give({ rating: '5' }, address)))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    const before = await footprint()
    await expect(give({ rating: '5' }, address)).rejects.toMatchObject({ kind: 'too-many' })
    expect(await footprint()).toEqual(before)
    await execute(sql`
      update limits set counted_since = now() - interval '1 hour' where key = ${pseudonym('feedback', address)}`)
    await expect(give({ rating: '5' }, address)).resolves.toBeDefined()
  })
})
