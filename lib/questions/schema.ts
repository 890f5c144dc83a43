import * as z from 'zod'
import type { Fact, Question, QuestionKind } from '@/db/question'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatMonth } from '@/lib/calendar/month'
import { romeDate } from '@/lib/calendar/working-days'
import { maskIban } from '@/lib/identifiers/iban'
import { readAnswer } from './read'

export type { Question } from '@/db/question'

/** month 'yyyy-mm', date 'yyyy-mm-dd', year a number, amount whole cents, lists as lists, everything else text. */
export type AnswerValue = Fact['value']

/**
 * The answers to a topic's own questions: takes what was typed, as a flat object of texts keyed by field name, and gives
 * the normalised values of the answered questions only. Names the topic does not ask are dropped: they belong to a topic
 * chosen before. `today`, 'yyyy-mm-dd' in Italy, bounds months (04/1996 to the next one), years and dates.
 */
export function answersSchema(fields: readonly Question[], today: string = romeDate(new Date())) {
  const shape = Object.fromEntries(fields.map((field) => [field.name, answerSchema(field, today)]))
  return z
    .object(shape)
    .transform((answers) =>
      Object.fromEntries(
        Object.entries(answers).filter((entry): entry is [string, AnswerValue] => entry[1] !== undefined),
      ),
    )
}

/** A normalised value as people read it: «03/2024», «1.234,56 €»; an IBAN by its ends only. */
export function describeAnswer({ kind, options }: Pick<Question, 'kind' | 'options'>, value: AnswerValue): string {
  if (kind === 'choice') return options?.find((option) => option.value === value)?.label ?? String(value)
  return [value]
    .flat()
    .map((one) => describeOne(kind, one))
    .join(', ')
}

function answerSchema(field: Question, today: string) {
  const missing = field.kind === 'box' ? `Spunta «${field.label}».` : `Compila «${field.label}».`
  return z
    .string(missing)
    .optional()
    .transform((typed = '', context): AnswerValue | undefined => {
      const answer = readAnswer(field.kind, typed, today)
      if (answer && 'value' in answer && isOffered(field, answer.value)) return answer.value
      if (!answer && !field.required) return undefined
      const refusal = answer && ('refusal' in answer ? answer.refusal : 'Scegli una delle risposte.')
      context.addIssue({ code: 'custom', message: refusal ?? missing, input: typed })
      return z.NEVER
    })
}

const isOffered = ({ kind, options }: Question, value: AnswerValue) =>
  kind !== 'choice' || options?.some((option) => option.value === value) === true

function describeOne(kind: QuestionKind, value: string | number): string {
  if (kind === 'amount') return formatCents(Number(value))
  if (kind === 'month' || kind === 'months') return formatMonth(String(value))
  if (kind === 'box') return 'Sì'
  if (kind === 'date') return formatItalianDate(String(value))
  return kind === 'iban' ? maskIban(String(value)) : String(value)
}

function formatCents(cents: number): string {
  const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${euros},${String(cents % 100).padStart(2, '0')} €`
}
