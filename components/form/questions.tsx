import type { ReactNode } from 'react'
import { type Question, type QuestionKind, severalLines } from '@/db/question'
import { CheckboxField } from './checkbox-field'
import { RadioGroup } from './radio-group'
import { SelectField } from './select-field'
import { TextAreaField } from './text-area-field'
import { TextField } from './text-field'

type Answered = {
  /** What each field begins with, by its name in the form. */
  values: Record<string, string | undefined>
  errors: Record<string, string | undefined>
}

type QuestionsProps = Answered & {
  questions: readonly Question[]
  /** What the name of a question begins with in the form. */
  prefix: string
}

/** Questions that come as data, drawn as they come: a topic's, or those of a step of an istanza. */
export const Questions = ({ questions, prefix, ...answered }: QuestionsProps) =>
  questions.map((question) => (
    <QuestionField key={prefix + question.name} {...answered} question={question} prefix={prefix} />
  ))

type QuestionFieldProps = Answered & {
  question: Question
  prefix: string
  /** In a table, which row it is of; its hint stands once for all the rows, under this id. */
  cell?: { label: ReactNode; hintId: string | undefined }
}

/** One question, by the field that suits its kind. */
export function QuestionField({ question, prefix, values, errors, cell }: QuestionFieldProps) {
  const { kind, label, required, options = [] } = question
  const name = prefix + question.name
  const value = values[name] ?? ''
  const frame = {
    name,
    label: cell?.label ?? label,
    hint: cell ? undefined : hintOf(question),
    error: errors[name],
    'aria-describedby': cell?.hintId,
  }
  if (kind === 'box') return <CheckboxField {...frame} value="on" defaultChecked={value === 'on'} />
  const field = { ...frame, optional: !required, defaultValue: value }
  if (kind === 'choice' && required && !cell && options.length <= mostRadios)
    return <RadioGroup {...field} options={options} />
  if (kind === 'choice')
    return <SelectField {...field} options={options} emptyLabel={required ? 'Scegli' : 'Nessuna scelta'} />
  if (severalLines.has(kind)) return <TextAreaField {...field} rows={kind === 'prose' ? 6 : 3} />
  return <TextField {...field} {...inputs[kind]} />
}

/** Beyond so many, options fold into a list. */
const mostRadios = 6

/** What the browser's own help is told of each kind that fits a line. */
const inputs: Partial<Record<QuestionKind, Partial<Parameters<typeof TextField>[0]>>> = {
  month: { width: 'medium' },
  year: { width: 'short', inputMode: 'numeric' },
  date: { width: 'medium' },
  amount: { width: 'medium', inputMode: 'decimal' },
  count: { width: 'short', inputMode: 'numeric' },
  codiceFiscale: { width: 'medium', autoCapitalize: 'characters', spellCheck: false },
  protocollo: { width: 'medium', spellCheck: false },
  iban: { autoCapitalize: 'characters', spellCheck: false, autoComplete: 'off' },
  f24Causale: { width: 'short', autoCapitalize: 'characters', spellCheck: false },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel', width: 'medium' },
}

const examples: Partial<Record<QuestionKind, string>> = {
  month: 'Mese e anno, per esempio 03/2024.',
  months: 'Uno o più mesi, per esempio 03/2024, 04/2024.',
  year: 'Per esempio 2024.',
  date: 'Giorno, mese e anno, per esempio 16/04/2024.',
  amount: 'In euro, per esempio 1.234,56.',
  codiceFiscale: '16 caratteri per una persona, 11 cifre per un ente.',
  codiciFiscali: 'Uno per riga, oppure separati da virgole.',
  protocollo: 'Per esempio INPS.7000.06/10/2026.0001234.',
  iban: 'Quelli italiani hanno 27 caratteri e cominciano con IT.',
  count: 'Un numero intero.',
}

/** How to answer: the question's own words, or an example of its kind. */
export const hintOf = ({ kind, hint }: Pick<Question, 'kind' | 'hint'>) => hint ?? examples[kind]
