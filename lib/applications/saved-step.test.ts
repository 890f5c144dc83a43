import { expect, test } from 'vitest'
import { checkSteps, passedField } from './check'
import { step } from './kind'
import { isBehind, lastSave, withStep } from './saved-step'
import * as z from 'zod'

const save = (given = {}) => ({ step: 'motivi', version: 3, writer: 'form', content: {}, ...given })

test('a save replaces the fields of its step, leaves those of the others, and is known as the last', () => {
  const draft = { version: 3, content: { motivi_a: 'x', motivi_b: 'y', altro_a: 'z' } }
  const content = withStep(draft, save({ content: { motivi_b: 'w', altro_a: 'no' }, passed: 2 }), 'anna')
  expect(content).toMatchObject({ motivi_b: 'w', altro_a: 'z', passed_motivi: '2' })
  expect(content).not.toHaveProperty('motivi_a')
  expect(lastSave({ content }, 'motivi')).toMatchObject({ version: 4, writer: 'form', by: 'anna' })
  expect(lastSave({ content }, 'altro')).toBeUndefined()
})

test('only another form that was opened before is behind', () => {
  const last = { version: 4, writer: 'form', by: 'anna', at: '2026-11-26T10:00:00.000Z' }
  expect(isBehind(save({ writer: 'other' }), last)).toBe(true)
  expect(isBehind(save(), last)).toBe(false)
  expect(isBehind(save({ writer: 'other', version: 4 }), last)).toBe(false)
  expect(isBehind(save({ writer: 'other' }), undefined)).toBe(false)
})

test('a step whose form changed since it was gone through is to be looked at again, with its answers', () => {
  const changed = step({
    id: 'motivi',
    title: 'I motivi',
    since: 2,
    questions: [{ name: 'why', kind: 'text', label: 'Perché', required: true }],
    schema: z.object({ why: z.string() }),
  })
  const content = { motivi_why: 'Così', [passedField('motivi')]: '1' }
  expect(checkSteps([changed], content, '2026-11-26')).toMatchObject([{ state: 'changed', answers: { why: 'Così' } }])
  expect(checkSteps([changed], { ...content, [passedField('motivi')]: '2' }, '2026-11-26')).toMatchObject([
    { state: 'done' },
  ])
})
