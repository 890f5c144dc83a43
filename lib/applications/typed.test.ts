import { expect, test } from 'vitest'
import * as z from 'zod'
import { step } from './kind'
import { typedFields, typedOf } from './typed'

const debts = step({
  id: 'debiti',
  title: 'I debiti',
  since: 1,
  questions: [
    { name: 'why', kind: 'choice', label: 'Perché', required: true, options: [{ value: 'a', label: 'Pochi incassi' }] },
    { name: 'sure', kind: 'box', label: 'Sono sicuro', required: true },
    { name: 'note', kind: 'prose', label: 'Note', required: false },
  ],
  table: {
    name: 'righe',
    legend: 'Debiti',
    row: 'Mese',
    columns: [{ name: 'month', kind: 'month', label: 'Mese', required: true }],
    least: 1,
    most: 9,
  },
  schema: z.unknown(),
})

test('what was typed is shown in the words of its questions, wrong or right', () => {
  const content = { debiti_why: 'a', debiti_sure: 'on', debiti_note: ' ', debiti_righe_2_month: '13/2024' }
  expect(typedOf([debts], content)).toEqual([
    {
      title: 'I debiti',
      rows: [
        { term: 'Perché', value: 'Pochi incassi' },
        { term: 'Sono sicuro', value: 'Sì' },
        { term: 'Mese, riga 3', value: '13/2024' },
      ],
    },
  ])
})

test('of a kind that is gone it is shown by the names of its fields, without what the portal keeps for itself', () => {
  const content = { debiti_why: 'a', passed_debiti: '1', saved_debiti: '2 x y z', noticeId: 'n', debiti_note: '' }
  expect(typedFields(content).rows).toEqual([{ term: 'debiti why', value: 'a' }])
})
