import 'server-only'
import type { Fact, Question } from '@/db/question'
import type { ContributorSide } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { errorsOf } from '@/lib/form-state'
import { plainWords } from '@/lib/prose/words'
import { Invalid } from '@/lib/refusal'
import { factPrefix } from '@/lib/topics/fact-prefix'
import { describeAnswer, answersSchema } from '@/lib/questions/schema'
import { findTopic, type Topic } from '@/lib/topics/queries'
import { listOwnWorkers } from './queries/workers'
import { type NewRequest, newRequestSchema } from './schema'
import { workersTyped } from './workers'

const answersOf = (content: Record<string, string>, fields: Question[]) =>
  Object.fromEntries(fields.map(({ name }) => [name, content[factPrefix + name] ?? '']))

export type Checked = { typed: NewRequest; topic: Topic; facts: Fact[]; workers: string[] }

/**
 * Judges a draft as a whole: its fields, the topic (which must be valid today), the topic's own questions and, for a partial
 * delegate, the workers it is about.
 * @throws Invalid with every mistake at once, each under the name of its field
 */
export async function checkRequest(actor: ContributorSide, content: Record<string, string>): Promise<Checked> {
  const parsed = newRequestSchema.safeParse(content)
  const errors = parsed.success ? {} : errorsOf(parsed.error)
  const topic = await findTopic(actor, content.topicCode ?? '')
  if (!topic) errors.topicCode ??= ['Scegli l’argomento e il dettaglio della richiesta.']
  const answers = answersSchema(topic?.fields ?? []).safeParse(answersOf(content, topic?.fields ?? []))
  if (!answers.success)
    for (const [name, messages] of Object.entries(errorsOf(answers.error)))
      errors[factPrefix + name.split('.')[0]] ??= messages
  const { workers, refusal } = await judgeWorkers(actor, content)
  if (refusal) errors.workers = [refusal]
  if (!parsed.success || !topic || !answers.success || refusal) throw new Invalid(errors)
  const facts = topic.fields.flatMap(({ name, kind, label }) => {
    const value = answers.data[name]
    return value === undefined ? [] : [{ name, kind, label, value }]
  })
  return { typed: parsed.data, topic, facts, workers }
}

/** A partial delegate names at least one worker, and only of their own delegation; the others write about the whole position. */
async function judgeWorkers(
  actor: ContributorSide,
  content: Record<string, string>,
): Promise<{ workers: string[]; refusal?: string }> {
  if (!rightsOf[actor.title].partial) return { workers: [] }
  const workers = workersTyped(content.workers)
  if (workers.length === 0) return { workers, refusal: 'Scegli almeno un collaboratore.' }
  const own = new Set(await listOwnWorkers(actor))
  if (workers.some((worker) => !own.has(worker)))
    return { workers, refusal: 'Uno dei collaboratori non è, o non è più, nella tua delega: scegli di nuovo.' }
  return { workers }
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
  facts: Fact[]
  text: string
}) =>
  plainWords(
    [protocollo, topic.areaLabel, topic.label, ...facts.map((fact) => describeAnswer(fact, fact.value)), text].join(
      '\n',
    ),
  )
