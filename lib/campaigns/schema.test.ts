import { expect, test } from 'vitest'
import { campaignReasonSchema, openSampleSchema } from './schema'

const campaignId = '018f0000-0000-7000-8000-000000000001'

test.each([
  ['Errore', false],
  ['   Errore   ', false],
  ['File sbagliato', true],
  ['x'.repeat(1000), true],
  ['x'.repeat(1001), false],
])('a reason is ten to a thousand characters: %j', (text, accepted) =>
  expect(campaignReasonSchema.safeParse({ campaignId, text }).success).toBe(accepted),
)

test('a form carries nothing else', () =>
  expect(campaignReasonSchema.safeParse({ campaignId, text: 'File sbagliato', status: 'done' }).success).toBe(false))

test.each([
  ['1', 1],
  ['0', undefined],
  ['1.5', undefined],
  ['', undefined],
  ['x', undefined],
])('a position of the sample is a number from 1: %j', (position, read) =>
  expect(openSampleSchema.safeParse({ campaignId, position }).data?.position).toBe(read),
)
