import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeError } from './describe-error'

test('a failed query says what the database answered, and nothing of its parameters', () => {
  const refused = Object.assign(new Error('invalid input syntax for type uuid: "RSSMRA85T10A562S"'), {
    name: 'PostgresError',
    code: '22P02',
  })
  const failed = new DrizzleQueryError('insert into requests values ($1)', ['Mario Rossi, via Roma 1'], refused)
  expect(describeError(failed)).toEqual({
    error: 'PostgresError',
    code: '22P02',
    at: expect.stringContaining('describe-error.test.ts'),
    message: 'invalid input syntax for type uuid: …',
  })
})

test('a failed query without a known cause keeps only its first line', () => {
  const { message } = describeError(new DrizzleQueryError('select 1', ['Mario Rossi']))
  expect(message).toBe('Failed query: select 1')
})

test.each([
  ['nobody answers at mario.rossi@example.it today', 'nobody answers at … today'],
  ['RSSMRA85T10A562S is unknown', '… is unknown'],
  ['no such number: +393331234567', 'no such number: …'],
  ["cannot read «Mario» of 'Rossi'", 'cannot read … of …'],
  ['Key (email)=(mario@example.it) already exists', 'Key … already exists'],
  ['port 80 refused', 'port 80 refused'],
])('%s is logged as %s', (message, logged) => {
  expect(describeError(new TypeError(message))).toMatchObject({ error: 'TypeError', message: logged })
})

test('where it was thrown is code alone, even when the message looks like it', () => {
  const { at } = describeError(new Error('no\n    at Mario Rossi'))
  expect(at).toMatch(/^at .+describe-error\.test\.ts/)
  expect(at).not.toContain('Mario')
})

test('a thing thrown that is not an error says only what it is', () => {
  expect(describeError('Mario Rossi')).toEqual({ error: 'string', message: '' })
  expect(describeError(undefined)).toEqual({ error: 'undefined', message: '' })
})

test('an error that is its own cause is described all the same', () => {
  const circular = new Error('round')
  circular.cause = circular
  expect(describeError(circular).message).toBe('round')
})
