import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { unitNames } from '@/db/offices'
import type { Question } from '@/db/question'
import { rateRegister } from '@/db/rates'
import type { Rates } from '@/lib/rates/values'
import { applicationExamples } from '@/test/application-examples'
import { mistakesIn, readingDay } from '@/test/application-reading'
import { answersOf, checkSteps, isComplete, passedField, summaryOf } from '../check'
import { cellOf, fieldOf } from '../fields'
import { type AnyKind, kind, step, type Step } from '../kind'
import { readStep } from '../read'
import { papersStepId, reachStep, stepsOf } from '../shared-steps'

vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
vi.stubEnv('AUTH_SECRET', 'a secret of at least thirty-two characters')
const { findKind, kinds } = await import('.')
const { readAim } = await import('../aim')

const rates = rateRegister as Rates
const shared = [reachStep.id, papersStepId, 'collaboratori']
const all = kinds.map((each) => [each.code, each] as const)
const decided = all.flatMap(([code, { decision }]) => (decision ? [[code, decision] as const] : []))

const wordsOf = ({ label, purpose, needs, limits, declaration, papers, steps, decision }: AnyKind): string[] => [
  ...[label, purpose, declaration, ...needs, ...limits, ...papers.map((paper) => paper.label)],
  ...[...steps, ...(decision ? [decision.step] : [])].flatMap(({ title, lead = '', questions, table }: Step) => [
    title,
    lead,
    ...[...questions, ...(table?.columns ?? [])].flatMap((question) => [question.label, question.hint ?? '']),
  ]),
]

describe.each(all)('%s', (code, each) => {
  test('bears well-formed names, each once', () => {
    expect(code).toMatch(/^[a-z0-9-]{1,40}$/)
    expect(kinds.filter((other) => other.code === code)).toEqual([each])
    const steps: Step[] = [...each.steps, ...(each.decision ? [each.decision.step] : [])]
    const ids = [...steps.map(({ id }) => id), ...shared]
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(each.papers.map(({ name }) => name)).size).toBe(each.papers.length)
    for (const { id, questions, table } of steps) {
      expect(id).toMatch(/^[a-z]{1,20}$/)
      expect(['passed', 'saved']).not.toContain(id)
      for (const group of [questions, table?.columns ?? []]) {
        const names = group.map(({ name }) => name)
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9]{0,29}$/)
      }
      expect(questions.map(({ name }) => name)).not.toContain(table?.name)
    }
  })

  test('says who decides and by when, what is needed, and what it does not do', () => {
    expect(unitNames.map((unit) => unit.code)).toContain(each.unitCode)
    expect(each.term.days).toBeGreaterThan(0)
    expect(each.term.source).toMatch(/\d/)
    for (const said of [each.needs, each.limits]) expect(said.length).toBeGreaterThan(0)
    for (const text of [each.label, each.purpose, each.declaration]) expect(text.length).toBeGreaterThan(10)
  })

  test('speaks with the same marks throughout', () => {
    expect(wordsOf(each).filter((words) => /['"]|\.\.\.| {2}/.test(words))).toEqual([])
  })

  test('changed no step after its own version', () => {
    expect(each.version).toBeGreaterThan(0)
    for (const { since } of each.steps as Step[]) expect(since).toBeLessThanOrEqual(each.version)
  })

  test('of an empty draft names every answer that is missing, and finds no step done', () => {
    for (const { step: own, state, errors } of checkSteps(each.steps, {}, readingDay)) {
      const missing = own.questions.filter(({ required }) => required).map(({ name }) => fieldOf(own.id, name))
      expect(Object.keys(errors)).toEqual(expect.arrayContaining(missing))
      expect(state).toBe('to_do')
    }
    expect(mistakesIn(each, {})).not.toEqual({})
  })

  test('reads its example, tells it in a line and works its figures out', () => {
    const { example } = applicationExamples[code]!
    expect(mistakesIn(each, example)).toEqual({})
    const checked = checkSteps(each.steps, example, readingDay)
    expect(summaryOf(each, checked).length).toBeGreaterThan(5)
    // As it comes back from the database.
    const kept = JSON.parse(JSON.stringify(answersOf(checked)))
    expect(each.summary(kept)).toBe(summaryOf(each, checked))
    for (const { lines, table } of each.figures?.(kept, rates, readingDay) ?? [])
      expect(lines.length + (table?.rows.length ?? 0)).toBeGreaterThan(0)
  })

  test('has an example with a field for nothing that it does not ask', () => {
    const known = fieldsOf(each.steps)
    for (const field of Object.keys(applicationExamples[code]!.example)) expect(known(field)).toBe(true)
  })

  test('throws at nothing that may be typed', () => {
    fc.assert(
      fc.property(typedInto(each.steps, applicationExamples[code]!.example), (content) => {
        const checked = checkSteps(each.steps, content, readingDay)
        const right = checked.every(({ answers }) => answers !== undefined)
        summaryOf(each, checked)
        if (!right) return
        each.figures?.(answersOf(checked), rates, readingDay)
        each.decision?.begin(answersOf(checked))
      }),
      { numRuns: 60 },
    )
  })
})

describe.each(decided)('the decision of %s', (code, decision) => {
  const { decisionExample, example } = applicationExamples[code]!
  const answers = answersOf(checkSteps(findKind(code)!.steps, example, readingDay))

  test('begins with fields of its own, and reads its example', () => {
    const known = fieldsOf([decision.step])
    for (const name of Object.keys(decision.begin(answers))) expect(known(fieldOf(decision.step.id, name))).toBe(true)
    expect(mistakesIn({ steps: [decision.step] }, decisionExample!)).toEqual({})
    const read = readStep(decision.step, decisionExample!, readingDay)
    if ('answers' in read) decision.figures?.(answers, read.answers, rates, readingDay, readingDay)
  })

  test('throws at nothing that may be typed', () => {
    fc.assert(
      fc.property(typedInto([decision.step], decisionExample!), (content) => {
        const read = readStep(decision.step, content, readingDay)
        if ('answers' in read) decision.figures?.(answers, read.answers, rates, readingDay, readingDay)
      }),
      { numRuns: 60 },
    )
  })
})

/** Whether a field belongs to one of the steps. */
function fieldsOf(steps: readonly Step[]) {
  const known = new Set(
    steps.flatMap(({ id, questions, table }) => [
      ...questions.map(({ name }) => fieldOf(id, name)),
      ...(table ? rowsOf(id, table.name, table.columns, table.most) : []),
    ]),
  )
  return (field: string) => known.has(field)
}

const rowsOf = (id: string, table: string, columns: readonly Question[], rows: number) =>
  Array.from({ length: rows }, (_, row) => columns.map(({ name }) => cellOf(id, table, row, name))).flat()

/** The example with some fields typed otherwise: badly, wildly, or as another question would want them. */
function typedInto(steps: readonly Step[], example: Record<string, string>) {
  const fields = steps.flatMap(({ id, questions, table }) => [
    ...questions.map(({ name }) => fieldOf(id, name)),
    ...(table ? rowsOf(id, table.name, table.columns, 3) : []),
  ])
  const odd = fc.oneof(
    fc.constantFrom('', ' ', '1000000000000000', '-5', '1.234,5', '30/02/2024', '01/01/2030', '29/02/2024', '03/2024'),
    fc.constantFrom(
      'on',
      'si',
      'no',
      '0',
      '\0',
      '\ud800',
      'CXX',
      'IT60X0542811101000000123456',
      '1,00',
      '999.999.999,99',
    ),
    fc.constantFrom(...Object.values(example)),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )
  return fc
    .dictionary(fc.constantFrom(...fields), odd, { maxKeys: 6, noNullPrototype: true })
    .map((typed) => ({ ...example, ...typed }))
}

describe('a tenth kind', () => {
  const tenth = kind({
    code: 'duplicato-ricevuta',
    version: 2,
    label: 'Duplicato di una ricevuta',
    purpose: 'Per riavere una ricevuta che non si apre più.',
    unitCode: 'AS',
    term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
    needs: ['il protocollo della ricevuta'],
    limits: ['Non cambia la data di quello che hai inviato.'],
    papers: [],
    declaration: 'Dichiaro che i dati di questa istanza sono veri.',
    steps: [
      step({
        id: 'ricevuta',
        title: 'Quale ricevuta',
        since: 2,
        questions: [{ name: 'protocollo', kind: 'protocollo', label: 'Protocollo', required: true }],
        schema: z.object({ protocollo: z.string() }),
      }),
    ],
    summary: ({ ricevuta }) => `Duplicato di ${ricevuta.protocollo}`,
  })
  const content = { ricevuta_protocollo: 'inps.7000.02/11/2026.0000012', recapiti_email: 'anna@alfaservizi.example' }
  const passed = (version: number) =>
    Object.fromEntries(['ricevuta', reachStep.id, papersStepId].map((id) => [passedField(id), String(version)]))
  const steps = stepsOf(tenth, { title: 'delegate' })

  // The list is written by nobody but its own file: a line there is what this stands for.
  beforeAll(() => void (kinds as AnyKind[]).push(tenth))
  afterAll(() => void (kinds as AnyKind[]).pop())

  test('is found by its code, and reached from the public page', () => {
    expect(findKind('duplicato-ricevuta')).toBe(tenth)
    expect(readAim({ istanza: 'duplicato-ricevuta' })).toEqual({ istanza: 'duplicato-ricevuta' })
  })

  test('has its own steps and those of all kinds, and is complete when each was gone through', () => {
    expect(steps.map(({ id }) => id)).toEqual(['ricevuta', 'recapiti', 'allegati'])
    const checked = checkSteps(steps, { ...content, ...passed(2) }, readingDay)
    expect(isComplete(checked)).toBe(true)
    expect(summaryOf(tenth, checked)).toBe('Duplicato di INPS.7000.02/11/2026.0000012')
  })

  test('asks to look again at a step whose form changed, and at no other', () => {
    const checked = checkSteps(steps, { ...content, ...passed(1) }, readingDay)
    expect(checked.map(({ state }) => state)).toEqual(['changed', 'done', 'done'])
    expect(isComplete(checked)).toBe(false)
  })
})
