import 'server-only'
import type { TopicFact, TopicField } from '@/db/topic-field'
import type { ContributorSide } from '@/lib/auth/actor'
import { errorsOf } from '@/lib/form-state'
import { plainWords } from '@/lib/prose/words'
import { Invalid } from '@/lib/refusal'
import { factPrefix } from '@/lib/topics/fact-prefix'
import { describeTopicField, topicFieldsSchema } from '@/lib/topics/fields'
import { findTopic, type Topic } from '@/lib/topics/queries'
import { type NewRequest, newRequestSchema } from './schema'

const answersOf = (content: Record<string, string>, fields: TopicField[]) =>
  Object.fromEntries(fields.map(({ name }) => [name, content[factPrefix + name] ?? '']))

export type Checked = { typed: NewRequest; topic: Topic; facts: TopicFact[] }

/**
 * Judges a draft as a whole: its fields, the topic (which must be valid today) and the topic's own questions.
 * @throws Invalid with every mistake at once, each under the name of its field
 */
export async function checkRequest(actor: ContributorSide, content: Record<string, string>): Promise<Checked> {
  const parsed = newRequestSchema.safeParse(content)
  const errors = parsed.success ? {} : errorsOf(parsed.error)
  const topic = await findTopic(actor, content.topicCode ?? '')
  if (!topic) errors.topicCode ??= ['Scegli l’argomento e il dettaglio della richiesta.']
  const answers = topicFieldsSchema(topic?.fields ?? []).safeParse(answersOf(content, topic?.fields ?? []))
  if (!answers.success)
    for (const [name, messages] of Object.entries(errorsOf(answers.error)))
      errors[factPrefix + name.split('.')[0]] ??= messages
  if (!parsed.success || !topic || !answers.success) throw new Invalid(errors)
  const facts = topic.fields.flatMap(({ name, kind, label }) => {
    const value = answers.data[name]
    return value === undefined ? [] : [{ name, kind, label, value }]
  })
  return { typed: parsed.data, topic, facts }
}

/** What a search by words looks through: number, subject, facts and text. */
export const searchableText = ({
  protocollo,
  topic,
  facts,
  text,
}: {
  protocollo: string
  topic: Topic
  facts: TopicFact[]
  text: string
}) =>
  plainWords(
    [protocollo, topic.areaLabel, topic.label, ...facts.map((fact) => describeTopicField(fact, fact.value)), text].join(
      '\n',
    ),
  )
