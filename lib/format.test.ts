import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  formatAmount,
  formatBytes,
  formatCount,
  formatDate,
  formatDateTime,
  formatDay,
  formatRate,
  formatTime,
} from './format'

describe('dates are written as people in Italy write them', () => {
  it('gives the long form with the hour', () => {
    expect(formatDateTime(new Date('2015-10-06T08:42:00Z'))).toBe('6 ottobre 2015, ore 10:42')
  })

  it('gives the day as gg/mm/aaaa, with its zeros', () => {
    expect(formatDay(new Date('2015-10-06T08:42:00Z'))).toBe('06/10/2015')
    expect(formatDate(new Date('2026-01-01T12:00:00Z'))).toBe('1 gennaio 2026')
  })

  it('counts the hours from 00 to 23', () => {
    expect(formatTime(new Date('2015-10-05T22:00:00Z'))).toBe('00:00')
    expect(formatTime(new Date('2015-10-06T21:59:00Z'))).toBe('23:59')
  })

  it('takes a day without an hour for that very day', () => {
    expect(formatDay('2015-10-06')).toBe('06/10/2015')
    expect(formatDate('2026-12-31')).toBe('31 dicembre 2026')
  })

  it('never moves a day that has no hour, whatever the year and the season', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10)
        expect(formatDay(iso)).toBe(iso.split('-').reverse().join('/'))
      }),
    )
  })

  it('refuses what is no date', () => {
    expect(() => formatDate('ieri')).toThrow(RangeError)
  })
})

describe('the clock is that of Rome', () => {
  it('is already tomorrow in Rome when it is late evening in UTC', () => {
    expect(formatDateTime(new Date('2015-10-06T22:30:00Z'))).toBe('7 ottobre 2015, ore 00:30')
    expect(formatDay(new Date('2025-12-31T23:30:00Z'))).toBe('01/01/2026')
  })

  it('jumps from 01:59 to 03:00 on the night that summer time begins', () => {
    expect(formatDateTime(new Date('2026-03-29T00:59:00Z'))).toBe('29 marzo 2026, ore 01:59')
    expect(formatDateTime(new Date('2026-03-29T01:00:00Z'))).toBe('29 marzo 2026, ore 03:00')
  })

  it('goes twice through 02:30 on the night that summer time ends', () => {
    expect(formatDateTime(new Date('2026-10-25T00:30:00Z'))).toBe('25 ottobre 2026, ore 02:30')
    expect(formatDateTime(new Date('2026-10-25T01:30:00Z'))).toBe('25 ottobre 2026, ore 02:30')
    expect(formatDateTime(new Date('2026-10-25T02:30:00Z'))).toBe('25 ottobre 2026, ore 03:30')
  })
})

describe('amounts are written in euros', () => {
  it.each([
    [123456, '1.234,56 €'],
    [70060, '700,60 €'],
    [5, '0,05 €'],
    [0, '0,00 €'],
    [-123456, '-1.234,56 €'],
    [100000000, '1.000.000,00 €'],
  ])('writes %i cents as %s', (cents, text) => {
    expect(formatAmount(cents)).toBe(text)
  })

  it('refuses a fraction of a cent', () => {
    expect(() => formatAmount(0.5)).toThrow(RangeError)
    expect(() => formatAmount(Number.NaN)).toThrow(RangeError)
  })
})

describe('sizes of files are written with 1 MB = 1024 · 1024 bytes', () => {
  it.each([
    [0, '0 byte'],
    [1023, '1.023 byte'],
    [1024, '1 kB'],
    [348_160, '340 kB'],
    [1024 * 1024 - 1, '1 MB'],
    [1024 * 1024, '1 MB'],
    [2_202_009, '2,1 MB'],
    [3 * 1024 * 1024, '3 MB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('counts are grouped', () => {
  it('writes four thousand with its point', () => {
    expect(formatCount(4000)).toBe('4.000')
    expect(formatCount(20)).toBe('20')
  })
})

test.each([
  [815, '8,15 %'],
  [3000, '30,00 %'],
  [0, '0,00 %'],
])('a rate of %i hundredths of a point is written %s', (hundredths, text) => {
  expect(formatRate(hundredths)).toBe(text)
})
