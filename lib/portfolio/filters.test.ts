import { describe, expect, test } from 'vitest'
import { dashboardSorts, readSort, sortSlugs, toSort } from './filters'

describe('the order of the Cruscotto', () => {
  test.each([{}, { ordine: '' }, { ordine: 'da-leggere' }, { ordine: ['nome', 'nome'] }, { ordine: 'constructor' }])(
    'without one that it knows begins with who has most to read: %j',
    (query) => expect(toSort(readSort(query))).toBe('unread'),
  )

  test('can be every other one, each by a word of its own', () => {
    const asked = Object.keys(sortSlugs).map((ordine) => toSort(readSort({ ordine })))
    expect(asked.toSorted()).toEqual(dashboardSorts.filter((sort) => sort !== 'unread').toSorted())
  })
})
