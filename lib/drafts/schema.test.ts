import { expect, test } from 'vitest'
import { draftContentSchema, saveDraftSchema, stepContentSchema } from './schema'

test('a draft keeps what a person types, and all the workers of a delegation', () => {
  const content = { text: 'x'.repeat(20_000), workers: 'RSSMRA85T10A562S '.repeat(20_000) }
  expect(draftContentSchema.parse(content)).toEqual(content)
})

test('what is too long for a draft is named by its field', () => {
  const { error } = draftContentSchema.safeParse({
    fax: '06 1234567',
    text: 'x'.repeat(20_001),
    workers: 'x'.repeat(1_000_001),
  })
  expect(error!.issues).toMatchObject([
    { path: ['text'], message: 'Il testo è troppo lungo per essere salvato.' },
    { path: ['workers'], message: expect.stringContaining('dividili in più richieste') },
  ])
})

test('a step of an istanza has as many cells as a table, and no more words than a person types', () => {
  const cells = (count: number, text: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`debiti_righe_${at}_x`, text]))
  expect(stepContentSchema.safeParse(cells(1000, '1.234,56')).success).toBe(true)
  expect(stepContentSchema.safeParse(cells(1001, 'x')).success).toBe(false)
  expect(stepContentSchema.safeParse(cells(1000, 'x'.repeat(201))).success).toBe(false)
})

test('only the draft of an istanza is kept step by step, and it is never kept whole', () => {
  const saved = { version: 1, writer: '01890a5d-ac96-774b-bcce-b302099a8057', content: {} }
  expect(saveDraftSchema.safeParse({ ...saved, kind: 'application', step: 'motivi' }).success).toBe(true)
  expect(saveDraftSchema.safeParse({ ...saved, kind: 'application' }).success).toBe(false)
  expect(saveDraftSchema.safeParse({ ...saved, kind: 'request', step: 'motivi' }).success).toBe(false)
})
