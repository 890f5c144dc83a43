// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { noticeStatuses, type NoticeStatus } from '@/db/vocabulary'
import { DueChip } from './due-chip'

afterEach(cleanup)

const today = '2026-11-26'
const chip = (dueBy: string | null, status: NoticeStatus = 'open') => {
  const { container } = render(<DueChip dueBy={dueBy} status={status} today={today} />)
  const { textContent, classList } = container.firstElementChild!
  return { words: textContent, urgent: classList.contains('is-urgent') }
}

describe('while the notice waits for the contributor', () => {
  test.each([
    ['2026-11-25', 'Scaduta il 25/11/2026', true],
    ['2026-11-26', 'Entro il 26/11/2026 (oggi)', true],
    ['2026-11-27', 'Entro il 27/11/2026 (domani)', true],
    ['2026-12-10', 'Entro il 10/12/2026 (tra 14 giorni)', true],
    ['2026-12-11', 'Entro il 11/12/2026 (tra 15 giorni)', false],
    ['2027-03-28', 'Entro il 28/03/2027 (tra 122 giorni)', false],
  ])('a term on %s reads «%s», urgent: %s', (dueBy, words, urgent) => {
    expect(chip(dueBy)).toEqual({ words, urgent })
  })
})

test.each(noticeStatuses.filter((status) => status !== 'open'))('once «%s» the term is a plain date', (status) => {
  expect(chip('2026-11-01', status)).toEqual({ words: 'Termine 01/11/2026', urgent: false })
})

test('a kind without a term says so', () => {
  expect(chip(null)).toEqual({ words: 'Senza termine', urgent: false })
  expect(screen.getByText('Senza termine')).toBeDefined()
})
