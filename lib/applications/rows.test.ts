import { expect, test } from 'vitest'
import * as z from 'zod'
import { step } from './kind'
import { countRows, rowsShown } from './rows'

const table = (most: number, least = 1) =>
  step({
    id: 'debiti',
    title: 'I debiti',
    since: 1,
    questions: [],
    table: { name: 'righe', legend: 'Debiti', row: 'Mese', columns: [], least, most },
    schema: z.unknown(),
  })

test('a table shows three rows at least, all those written, and those asked for up to the most', () => {
  expect(rowsShown(table(10), {}, undefined)).toBe(3)
  expect(rowsShown(table(2), {}, undefined)).toBe(2)
  expect(rowsShown(table(10, 5), {}, undefined)).toBe(5)
  expect(rowsShown(table(10), { debiti_righe_6_month: '03/2024', debiti_righe_8_month: ' ' }, undefined)).toBe(7)
  expect(rowsShown(table(10), {}, '9')).toBe(9)
  expect(rowsShown(table(10), {}, '999')).toBe(10)
  expect(rowsShown(table(10), { debiti_righe_11_month: '03/2024' }, 'x')).toBe(12)
  expect(rowsShown({ ...table(10), table: undefined } as never, {}, '9')).toBe(0)
})

test('the rows of a form are told by the names of its fields', () => {
  expect(countRows(['draftId', 'debiti_righe_0_month', 'debiti_righe_5_amount', 'altro_righe_9_x'], 'debiti')).toBe(6)
  expect(countRows(['debiti_motivo', 'version'], 'debiti')).toBe(0)
})
