/** The kinds of question that a topic, or a step of an istanza, may ask. Imports nothing: safe in forms, schemas and tables alike. */
export const questionKinds = [
  'month',
  'months',
  'year',
  'date',
  'codiceFiscale',
  'codiciFiscali',
  'amount',
  'text',
  'protocollo',
  'iban',
  'f24Causale',
  'count',
  'choice',
  'prose',
  'box',
  'email',
  'phone',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Questions answered in more lines than one. */
export const severalLines: ReadonlySet<QuestionKind> = new Set(['months', 'codiciFiscali', 'prose'])

/** What may be chosen, of a question that is a choice. */
export type Option = { value: string; label: string }

/** One structured question, as an administrator describes it, or as a kind of istanza does. */
export type Question = {
  name: string
  kind: QuestionKind
  label: string
  hint?: string
  required: boolean
  options?: readonly Option[]
}

/** An answer, kept with the words of its question: the request still reads right when the question has changed. */
export type Fact = {
  name: string
  kind: QuestionKind
  label: string
  value: string | number | string[]
  options?: readonly Option[]
}
