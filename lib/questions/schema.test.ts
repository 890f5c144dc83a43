import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topicSubjects } from '@/db/topics'
import { questionKinds, type QuestionKind } from '@/db/question'
import { describeAnswer, answersSchema, type Question } from './schema'

const today = '2015-10-06'
const field = (kind: QuestionKind, required = true): Question => ({
  name: 'answer',
  kind,
  label: 'Domanda',
  required,
  ...(kind === 'choice' && { options: [{ value: 'one', label: 'La prima' }] }),
})
/** What is said of a question left empty. */
const unanswered = (kind: QuestionKind) => `${kind === 'box' ? 'Spunta' : 'Compila'} «Domanda».`
const parse = (kind: QuestionKind, typed: unknown, required = true) =>
  answersSchema([field(kind, required)], today).safeParse({ answer: typed })
const refusal = (kind: QuestionKind, typed: unknown) => {
  const issues = parse(kind, typed).error?.issues ?? []
  expect(issues.map((issue) => issue.path)).toEqual([['answer']])
  return issues[0]?.message
}

describe.each(questionKinds)('a question of kind %s', (kind) => {
  test('must be answered when it is required, and says which one it is', () => {
    for (const typed of ['', '   ', '\t\r\n', undefined, ['01/2015', '02/2015'], 7, null]) {
      expect(refusal(kind, typed)).toBe(unanswered(kind))
    }
  })

  test('may be left out when it is not, and then leaves nothing', () => {
    expect(parse(kind, '', false).data).toEqual({})
    expect(parse(kind, undefined, false).data).toEqual({})
  })

  test('refuses a text too long, control characters, half characters and marks that turn the writing', () => {
    expect(refusal(kind, 'a'.repeat(10_001))).toContain('Scrivi al massimo')
    expect(refusal(kind, '\ufdfa'.repeat(300))).toMatch(/^[A-Z]/)
    for (const stranger of ['\u0000', '\u0007', '\ud800', '\u202e', '\u2066']) {
      expect(refusal(kind, `01${stranger}2015`)).toContain('caratteri non ammessi')
    }
  })

  test('never answers anything typed with an exception or a value that cannot be kept and shown', () => {
    const typed = fc.oneof(
      fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      fc.string({ unit: fc.constantFrom(...'0123456789/.,-€ ACX\n') }),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { data, error } = parse(kind, text)
        expect(error?.issues.length ?? 0).toBe(data ? 0 : 1)
        const value = data?.answer
        if (value === undefined) return
        expect(JSON.parse(JSON.stringify(value))).toEqual(value)
        expect(describeAnswer(field(kind), value)).not.toBe('')
      }),
    )
  })
})

describe('the questions of a topic together', () => {
  const questions: Question[] = [
    { name: 'month', kind: 'month', label: 'Mese', required: true },
    { name: 'amount', kind: 'amount', label: 'Importo', required: true },
    { name: 'note', kind: 'text', label: 'Nota', required: false },
  ]

  test('give the answered ones only, and drop what the topic does not ask', () => {
    const typed = { month: '03/2015', amount: '700,60', note: '', worker: 'RSSMRA85T10A562S' }
    expect(answersSchema(questions, today).parse(typed)).toStrictEqual({ month: '2015-03', amount: 70_060 })
  })

  test('are refused each on its own field', () => {
    const issues = answersSchema(questions, today).safeParse({ month: '3', amount: '' }).error?.issues ?? []
    expect(issues.map((issue) => issue.path[0])).toEqual(['month', 'amount'])
  })

  test('are bounded by the day it is in Italy when no other day is given', () => {
    expect(answersSchema([field('month')]).safeParse({ answer: '01/9999' }).success).toBe(false)
    expect(answersSchema([field('month')]).safeParse({ answer: '10/2015' }).success).toBe(true)
  })

  test('that are none give nothing', () => {
    expect(answersSchema([], today).parse({})).toEqual({})
  })

  test('of every topic shipped have names of their own', () => {
    for (const { fields } of topicSubjects) expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
  })
})

describe('a value shown to people', () => {
  test.each([
    ['month', '2024-03', '03/2024'],
    ['months', ['2024-03', '2024-04'], '03/2024, 04/2024'],
    ['year', 2024, '2024'],
    ['date', '2024-02-29', '29/02/2024'],
    ['codiceFiscale', 'RSSMRA85T10A562S', 'RSSMRA85T10A562S'],
    ['codiciFiscali', ['RSSMRA85T10A562S', '01234567897'], 'RSSMRA85T10A562S, 01234567897'],
    ['amount', 123_456, '1.234,56 €'],
    ['amount', 5, '0,05 €'],
    ['amount', 100_000_000_000, '1.000.000.000,00 €'],
    ['text', 'amministratore unico', 'amministratore unico'],
    ['protocollo', 'INPS.5100.06/10/2015.0001234', 'INPS.5100.06/10/2015.0001234'],
    ['iban', 'IT60X0542811101000000123456', 'IT60 … 3456'],
    ['f24Causale', 'CXX', 'CXX'],
    ['count', 36, '36'],
    ['choice', 'one', 'La prima'],
    ['choice', 'gone', 'gone'],
    ['prose', 'Due\nrighe', 'Due\nrighe'],
    ['box', 'on', 'Sì'],
    ['email', 'prova@esempio.it', 'prova@esempio.it'],
    ['phone', '+393331234567', '+393331234567'],
  ] as const)('of kind %s, %j, reads %s', (kind, value, text) => {
    expect(describeAnswer(field(kind), Array.isArray(value) ? [...value] : (value as string | number))).toBe(text)
  })
})
