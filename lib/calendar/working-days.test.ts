import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, romeDate, workingDaysBetween } from './working-days'

const dates = fc
  .date({ min: new Date('1996-04-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const patrons = fc.constantFrom(undefined, null, '06-29', '09-19', '12-07')
const terms = fc.integer({ min: 0, max: 60 })

describe('the date in Italy', () => {
  test.each([
    ['a winter evening at 23:59', '2015-12-31T22:59:59.999Z', '2015-12-31'],
    ['a winter midnight', '2015-12-31T23:00:00Z', '2016-01-01'],
    ['a summer evening at 23:59', '2015-10-06T21:59:59.999Z', '2015-10-06'],
    ['a summer midnight', '2015-10-06T22:00:00Z', '2015-10-07'],
    ['the night clocks go back, first 02:30', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['the night clocks go back, second 02:30', '2026-10-25T01:30:00Z', '2026-10-25'],
    ['the eve of the night clocks go back, 23:59', '2026-10-24T21:59:00Z', '2026-10-24'],
    ['the evening after clocks went back, 23:59', '2026-10-25T22:59:00Z', '2026-10-25'],
    ['the night clocks go forward, 01:59', '2027-03-28T00:59:59Z', '2027-03-28'],
    ['the evening after clocks went forward, 23:59', '2027-03-28T21:59:00Z', '2027-03-28'],
    ['the midnight after clocks went forward', '2027-03-28T22:00:00Z', '2027-03-29'],
    ['a leap day', '2024-02-28T23:30:00Z', '2024-02-29'],
  ])('%s', (_, instant, date) => {
    expect(romeDate(new Date(instant))).toBe(date)
  })

  test('an instant that is no instant is refused', () => {
    expect(() => romeDate(new Date('boh'))).toThrow(RangeError)
  })

  test('time never goes back to the day before', () => {
    const instants = fc.date({ min: new Date('1996-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 172_800_000 }), (instant, later) => {
        expect(romeDate(new Date(instant.getTime() + later)) >= romeDate(instant)).toBe(true)
      }),
    )
  })
})

describe('the days offices are closed', () => {
  test.each(['2019-01-01', '2020-01-06', '2024-04-25', '2024-05-01', '2025-06-02', '2024-08-15', '2024-11-01'])(
    'the holiday %s',
    (date) => {
      expect(isWorkingDay(date)).toBe(false)
    },
  )

  test.each(['2025-12-08', '2024-12-25', '2024-12-26'])('the holiday %s', (date) => {
    expect(isWorkingDay(date)).toBe(false)
  })

  test.each(['1998-04-13', '2000-04-24', '2008-03-24', '2011-04-25', '2015-04-06', '2019-04-22', '2024-04-01'])(
    'Easter Monday %s',
    (date) => {
      expect(isWorkingDay(date)).toBe(false)
    },
  )

  test.each(['2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17', '2035-03-26', '2038-04-26'])(
    'Easter Monday %s',
    (date) => {
      expect(isWorkingDay(date)).toBe(false)
    },
  )

  test('Easter Monday is always a Monday from 23 March to 26 April, one a year', () => {
    const fixed = ['04-25']
    for (let year = 1996; year <= 2099; year++) {
      const closedMondays = Array.from({ length: 35 }, (_, offset) => new Date(Date.UTC(year, 2, 23 + offset)))
        .filter((day) => day.getUTCDay() === 1)
        .map((day) => day.toISOString().slice(0, 10))
        .filter((date) => !isWorkingDay(date) && !fixed.includes(date.slice(5)))
      // In the years when Easter Monday is 25 April itself nothing else is closed.
      expect(closedMondays.length).toBe([2011, 2095].includes(year) ? 0 : 1)
    }
  })

  test('Saturdays and Sundays', () => {
    expect([isWorkingDay('2015-10-10'), isWorkingDay('2015-10-11')]).toEqual([false, false])
  })

  test('4 October from 2026 on, and not before', () => {
    expect(isWorkingDay('2024-10-04')).toBe(true)
    expect(isWorkingDay('2027-10-04')).toBe(false)
    expect(addWorkingDays('2027-10-01', 1)).toBe('2027-10-05')
  })

  test('the patron saint of the office, and of no other office', () => {
    expect(isWorkingDay('2015-06-29', '06-29')).toBe(false)
    expect(isWorkingDay('2015-06-29', '09-19')).toBe(true)
    expect(isWorkingDay('2015-06-29')).toBe(true)
    expect(isWorkingDay('2015-06-29', null)).toBe(true)
  })

  test('an ordinary Tuesday is a working day', () => {
    expect(isWorkingDay('2015-10-06')).toBe(true)
  })
})

describe('counting terms', () => {
  test.each([
    ['five days of an ordinary week', '2015-10-06', 5, '2015-10-13'],
    ['across two holidays and a year end', '2015-12-23', 6, '2016-01-04'],
    ['from a Saturday', '2015-10-10', 1, '2015-10-12'],
    ['from a holiday', '2015-12-25', 1, '2015-12-28'],
    ['across Easter', '2024-03-28', 2, '2024-04-02'],
    ['across 29 February', '2024-02-28', 2, '2024-03-01'],
    ['across the night clocks go back', '2026-10-23', 1, '2026-10-26'],
    ['across the night clocks go forward', '2027-03-26', 1, '2027-03-30'],
    ['no days at all, even on a Sunday', '2015-10-11', 0, '2015-10-11'],
  ])('%s', (_, date, n, end) => {
    expect(addWorkingDays(date, n)).toBe(end)
  })

  test('the patron saint moves the term by a day', () => {
    expect(addWorkingDays('2015-06-26', 1, '06-29')).toBe('2015-06-30')
    expect(workingDaysBetween('2015-06-26', '2015-06-30', '06-29')).toBe(1)
    expect(workingDaysBetween('2015-06-26', '2015-06-30')).toBe(2)
  })

  test('a term of at least one day ends on a working day after its start', () => {
    fc.assert(
      fc.property(dates, terms, patrons, (date, n, patron) => {
        const end = addWorkingDays(date, n + 1, patron)
        expect(end > date && isWorkingDay(end, patron)).toBe(true)
      }),
    )
  })

  test('counting back the days of a term gives the term', () => {
    fc.assert(
      fc.property(dates, terms, patrons, (date, n, patron) => {
        expect(workingDaysBetween(date, addWorkingDays(date, n, patron), patron)).toBe(n)
      }),
    )
  })

  test('two terms one after the other are one term', () => {
    fc.assert(
      fc.property(dates, terms, terms, patrons, (date, first, second, patron) => {
        const inTwo = addWorkingDays(addWorkingDays(date, first, patron), second, patron)
        expect(addWorkingDays(date, first + second, patron)).toBe(inTwo)
      }),
    )
  })

  test('nothing has passed on the same day or before it', () => {
    expect(workingDaysBetween('2015-10-06', '2015-10-06')).toBe(0)
    expect(workingDaysBetween('2015-10-07', '2015-10-06')).toBe(0)
  })

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 3_661])('a term of %d days is refused', (n) => {
    expect(() => addWorkingDays('2015-10-06', n)).toThrow(RangeError)
  })

  test.each(['2015-02-30', '06/10/2015', '', '2015-10-06T10:00'])('the date %j is refused', (date) => {
    expect(() => isWorkingDay(date)).toThrow(RangeError)
    expect(() => addWorkingDays(date, 1)).toThrow(RangeError)
    expect(() => workingDaysBetween(date, '2015-10-06')).toThrow(RangeError)
    expect(() => workingDaysBetween('2015-10-06', date)).toThrow(RangeError)
  })

  test.each(['29-06', '6-29', '02-30', ''])('the patron day %j is refused', (patron) => {
    expect(() => isWorkingDay('2015-10-06', patron)).toThrow(RangeError)
    expect(() => addWorkingDays('2015-10-06', 0, patron)).toThrow(RangeError)
    expect(() => workingDaysBetween('2015-10-06', '2015-10-06', patron)).toThrow(RangeError)
  })
})
