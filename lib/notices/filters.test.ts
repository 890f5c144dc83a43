import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noticeStatuses } from '@/db/vocabulary'
import { readFilters, sortOf, statusSlugs, toFilters } from './filters'

describe('filters in an address', () => {
  test('narrow by kind, year, month, term, status and words', () => {
    const address = readFilters({
      tipo: 'DEB-SAN',
      anno: '2024',
      periodo: '3/2024',
      entro: '7',
      stato: 'in-lavorazione',
      parole: ' ELAB-7 ',
      ordine: 'scadenza',
    })
    expect(toFilters(address)).toEqual({
      kind: 'DEB-SAN',
      year: 2024,
      month: '2024-03',
      due: { withinDays: 7 },
      status: 'in_progress',
      words: 'ELAB-7',
    })
    expect(sortOf(address)).toBe('due')
  })

  test('may ask for terms gone by', () => {
    expect(toFilters(readFilters({ entro: 'passato' })).due).toBe('past')
  })

  test.each([
    ['tipo', 'DEB-XXX'],
    ['tipo', ['DEB-OMI', 'DEB-SAN']],
    ['anno', '24'],
    ['anno', '2024; drop'],
    ['periodo', '13/2024'],
    ['periodo', '00/2024'],
    ['entro', '8'],
    ['stato', 'open'],
    ['parole', ''],
    ['parole', 'a'.repeat(101)],
    ['parole', 'nul\u0000'],
    ['ordine', 'importo'],
  ])('that are none are as if they were not there: %s=%j', (name, value) => {
    expect(Object.values(readFilters({ [name]: value })).filter(Boolean)).toEqual([])
    expect(sortOf(readFilters({ [name]: value }))).toBe('published')
  })

  test('never break, whatever the address carries', () => {
    const names = fc.constantFrom('tipo', 'anno', 'periodo', 'entro', 'stato', 'parole', 'ordine', 'dopo', '__proto__')
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(fc.string(), fc.array(fc.string()))), (query) => {
        expect(() => toFilters(readFilters(query))).not.toThrow()
      }),
    )
  })

  test('name every status once', () => {
    expect(Object.values(statusSlugs).sort()).toEqual([...noticeStatuses].sort())
  })
})
