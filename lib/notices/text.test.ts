import { describe, expect, test } from 'vitest'
import { noticeKinds } from '@/db/vocabulary'
import { noticeText } from './text'
import { totalsOf } from './totals'

const told = { kind: 'DEB-OMI', periodFrom: '2024-03', dueBy: '2026-12-26' } as const

describe('the fixed text', () => {
  test.each(noticeKinds)('of %s says what it is, what can be done and by when', (kind) => {
    for (const dueBy of ['2026-12-26', null]) {
      const { paragraphs, steps, term } = noticeText({ ...told, kind, dueBy })
      expect(paragraphs.length).toBeGreaterThan(1)
      expect(steps.length).toBeGreaterThan(1)
      expect(term).toContain(dueBy ? '26 dicembre 2026' : 'non ha un termine')
    }
  })

  test('of a debt tells that it interrupts the limitation period, and that it can be paid in instalments', () => {
    const { paragraphs, steps } = noticeText(told)
    expect(paragraphs.join(' ')).toContain('interrompe la prescrizione')
    expect(steps.map(({ text }) => text).join(' ')).toContain('rateazione')
  })

  test('of a public administration does not speak of sanctions', () => {
    expect(noticeText({ ...told, kind: 'DEB-PA' }).paragraphs.join(' ')).not.toContain('sanzioni')
  })

  test('of «0/aaaa – 0/aaaa» speaks of the delay alone, whatever its kind', () => {
    const { paragraphs } = noticeText({ ...told, periodFrom: '2024-00' })
    expect(paragraphs[0]).toContain('solo le sanzioni civili per il ritardo')
  })

  test('of what is no debt asks for no payment', () => {
    const { steps, term } = noticeText({ ...told, kind: 'ANO-DEN' })
    expect(steps.map(({ text }) => text).join(' ')).not.toContain('Versa')
    expect(term).not.toContain('avviso di addebito')
  })
})

test('totals are those of the rows, to the cent', () => {
  expect(
    totalsOf({
      contributions: [
        { month: '2024-03', causale: 'CXX', due: 100_01, paid: 33 },
        { month: '2024-04', causale: 'CXX', due: 2, paid: 0 },
      ],
      sanctions: [
        { month: '2024-03', term: '2024-04-16', paidOn: null, days: 1, base: 1, rule: 'a', amount: 7 },
        { month: '2024-04', term: '2024-05-16', paidOn: null, days: 1, base: 1, rule: 'b', amount: 8 },
      ],
      f24: [],
    }),
  ).toEqual({ due: 100_03, paid: 33, difference: 99_70, sanctions: 15, f24: 0 })
})
