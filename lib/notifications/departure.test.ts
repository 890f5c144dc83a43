import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { departure, hourInRome, mostAttempts, nextAttempt } from './departure'

const at = (text: string) => new Date(text)
const anyMoment = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z'), noInvalidDate: true })

describe('the hours of SMS', () => {
  test.each([
    ['just before nine waits for nine', '2026-11-23T08:59:59+01:00', '2026-11-23T09:00:00+01:00'],
    ['at nine leaves', '2026-11-23T09:00:00+01:00', '2026-11-23T09:00:00+01:00'],
    ['just before seven in the evening leaves', '2026-11-23T18:59:59+01:00', '2026-11-23T18:59:59+01:00'],
    ['at seven in the evening waits for the morning', '2026-11-23T19:00:00+01:00', '2026-11-24T09:00:00+01:00'],
    ['at midnight waits for the morning', '2026-11-24T00:00:00+01:00', '2026-11-24T09:00:00+01:00'],
    ['on the evening before summer time waits one hour less', '2027-03-27T22:30:00+01:00', '2027-03-28T09:00:00+02:00'],
    ['on the evening before winter time waits one hour more', '2026-10-24T22:30:00+02:00', '2026-10-25T09:00:00+01:00'],
    ['on the last evening of the year waits for the new one', '2026-12-31T23:59:59+01:00', '2027-01-01T09:00:00+01:00'],
  ])('an SMS ready %s', (_, ready, leaves) => {
    expect(departure('sms', at(ready))).toEqual(at(leaves))
  })

  test('no SMS ever leaves outside them, before it is ready, or more than a day late', () => {
    fc.assert(
      fc.property(anyMoment, (ready) => {
        const leaves = departure('sms', ready)
        expect(hourInRome(leaves)).toBeGreaterThanOrEqual(9)
        expect(hourInRome(leaves)).toBeLessThan(19)
        expect(leaves.getTime() - ready.getTime()).toBeGreaterThanOrEqual(0)
        expect(leaves.getTime() - ready.getTime()).toBeLessThanOrEqual(15 * 3_600_000)
      }),
    )
  })

  test('mail leaves at any hour', () => {
    fc.assert(fc.property(anyMoment, (ready) => departure('email', ready) === ready))
  })
})

describe('trying again', () => {
  const noon = at('2026-11-23T12:00:00+01:00')

  test('after 0 s, 30 s, 2 min, 10 min, 30 min, 1 h, 2 h, and then no more', () => {
    const seconds = [1, 2, 3, 4, 5, 6, 7].map((attempt) => {
      return (nextAttempt('email', attempt, noon)!.getTime() - noon.getTime()) / 1000
    })
    expect(seconds).toEqual([0, 30, 120, 600, 1800, 3600, 7200])
    expect(nextAttempt('email', 8, noon)).toBeUndefined()
    expect(mostAttempts).toBe(8)
  })

  test('an SMS is tried again only in its hours', () => {
    expect(nextAttempt('sms', 6, at('2026-11-23T18:30:00+01:00'))).toEqual(at('2026-11-24T09:00:00+01:00'))
  })

  test('all tries of a message fit in less than a day, whenever they begin', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom('email' as const, 'sms' as const), (ready, channel) => {
        let moment = departure(channel, ready)
        for (let attempt = 1; attempt < mostAttempts; attempt++) moment = nextAttempt(channel, attempt, moment)!
        expect(moment.getTime() - ready.getTime()).toBeLessThan(24 * 3_600_000)
      }),
    )
  })
})
