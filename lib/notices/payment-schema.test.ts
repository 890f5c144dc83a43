import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorsOf } from '@/lib/form-state'
import { declarePaymentSchema } from './payment-schema'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T10:00:00Z') }))
afterEach(() => vi.useRealTimers())

const typed = (changes: Record<string, unknown> = {}) => ({
  eventId: v7(),
  noticeId: v7(),
  paidOn: '20/11/2026',
  amount: '1.499,50',
  ...changes,
})
const judged = (changes: Record<string, unknown>) => {
  const parsed = declarePaymentSchema.safeParse(typed(changes))
  return parsed.success ? undefined : errorsOf(parsed.error)
}

describe('a payment that one tells of', () => {
  test('is a day and an amount in cents', () => {
    expect(declarePaymentSchema.parse(typed())).toMatchObject({ paidOn: '2026-11-20', paidCents: 149_950 })
  })

  test.each(['27/11/2026', '26/11/2027', '31/03/1996', '30/02/2026', 'ieri', '', '0000-00-00', '1'.repeat(300)])(
    'was not made on %s',
    (paidOn) => {
      expect(judged({ paidOn })).toHaveProperty('paidOn')
    },
  )

  test('may have been made today', () => {
    expect(judged({ paidOn: '26/11/2026' })).toBeUndefined()
  })

  test.each(['0', '0,00', '-5', '-5,00', '1,5', '1e9', '1.000.000.000,01', '9'.repeat(300), '', 'dieci', '1,234.56'])(
    'is not of %s',
    (amount) => {
      expect(judged({ amount })).toHaveProperty('amount')
    },
  )

  test('carries a file or none: an empty choice is none, two are refused', () => {
    const empty = new File([], '')
    const chosen = new File(['%PDF'], 'quietanza.pdf')
    expect(declarePaymentSchema.parse(typed({ file: empty })).file).toBeUndefined()
    expect(declarePaymentSchema.parse(typed({ file: chosen })).file).toBe(chosen)
    expect(judged({ file: [chosen, chosen] })).toHaveProperty('file')
    expect(judged({ file: 'quietanza.pdf' })).toHaveProperty('file')
  })

  test('carries nothing else', () => {
    expect(judged({ paidCents: '1' })).toBeDefined()
  })
})
