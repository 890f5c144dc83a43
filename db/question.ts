/** The kinds of question a topic may ask. Imports nothing: safe in forms, schemas and tables alike. */
export const topicFieldKinds = [
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
] as const
export type TopicFieldKind = (typeof topicFieldKinds)[number]

/** One structured question of a topic, as an administrator describes it. */
export type TopicField = { name: string; kind: TopicFieldKind; label: string; hint?: string; required: boolean }

/** An answer, kept with the words of its question: the request still reads right when the topic has changed. */
export type TopicFact = { name: string; kind: TopicFieldKind; label: string; value: string | number | string[] }
