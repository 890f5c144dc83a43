import * as z from 'zod'
import { stalePage } from '@/lib/form-state'
import { cleanProse } from '@/lib/prose/clean'
import { workersField } from '@/lib/requests/workers'

/** A field that may be sent once, many times or not at all. */
const many = <T extends z.ZodType>(each: T) =>
  z.union([z.array(each), each.transform((one) => [one] as z.output<T>[])]).default([])

/** As many as the column holds. */
export const mostSaves = 2_147_483_647

/** What every composing form carries beside its own fields. */
export const composing = {
  /** Made with the form: becomes the id of what is sent. */
  draftId: z.uuid(),
  /** The version of the draft that the form was filled from; 0 for a new one. */
  version: z.coerce.number().int().min(0).max(mostSaves).default(0),
  /** Made with the form too: tells its own saves from those of another tab. */
  writer: z.uuid(),
  /** Files chosen in a browser without scripts; with scripts they were uploaded before. */
  files: many(z.instanceof(File)),
  /** What a browser with scripts shows as ready. Told and not heeded: the draft knows its own files. */
  attachmentIds: many(z.string()),
  removeAttachment: z.uuid().optional(),
  /** The button pressed to keep a draft, or to show the questions of the topic chosen. */
  saveDraft: z.string().max(20).optional(),
}

const technical = new Set([...Object.keys(composing), 'requestId', 'profile', 'step'])

/** In characters. Nobody types the workers: they are ticked, all those of a delegation if need be. */
const longest = 20_000
const longestWorkers = 1_000_000
const tooLong = 'Il testo è troppo lungo per essere salvato.'
const tooMany = 'Hai scelto troppi collaboratori per una richiesta sola: dividili in più richieste.'

const typedFields = (most: number) =>
  z
    .record(
      z.string().regex(/^\w{1,60}$/),
      // Once, and in words: a field that arrives twice or as a file comes from no form of this portal.
      z.string(stalePage).transform(cleanProse),
    )
    .superRefine((content, context) => {
      for (const [name, { length }] of Object.entries(content)) {
        const [most, message] = name === workersField ? [longestWorkers, tooMany] : [longest, tooLong]
        if (length > most) context.addIssue({ code: 'custom', path: [name], message })
      }
    })
    .refine((content) => Object.keys(content).length <= most, 'Troppi campi')

/** Fields as typed, right or wrong: a draft refuses only what no person types. */
export const draftContentSchema = typedFields(60)

/** The same of what may have a table: one step of an istanza, or its decision. In cells, and in characters. */
const mostCells = 1000
const longestStep = 200_000
export const stepContentSchema = typedFields(mostCells).refine(
  (content) => Object.values(content).join('').length <= longestStep,
  tooLong,
)

/** Which of the two a draft that is saved whole must be. */
export const contentSchemaOf = (kind: 'request' | 'entry') =>
  kind === 'entry' ? stepContentSchema : draftContentSchema

/** A piece of an address: the kind of an istanza, or one of its steps. */
export const slug = z.string(stalePage).regex(/^[a-z0-9-]{1,40}$/, stalePage)

const saved = { version: z.number().int().min(0).max(mostSaves), writer: z.uuid() }

export const saveDraftSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request'),
    requestId: z.uuid().optional(),
    ...saved,
    content: draftContentSchema,
  }),
  z.strictObject({ kind: z.literal('entry'), requestId: z.uuid().optional(), ...saved, content: stepContentSchema }),
  z.strictObject({ kind: z.literal('application'), step: slug, ...saved, content: stepContentSchema }),
])
/** What of a draft is saved whole: an istanza is saved step by step (`lib/applications/keep.ts`). */
export type SaveDraft = { kind: 'request' | 'entry' } & Omit<
  Extract<z.output<typeof saveDraftSchema>, { kind: 'request' }>,
  'kind'
>

/** A field of many boxes is kept as one text. What comes twice under another name is no field of this portal's. */
const inOneText = (name: string, value: unknown) =>
  name === workersField && Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join(' ')
    : value

/** What was typed, without what the form itself carries. */
export const contentOf = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !technical.has(name))
      .map(([name, value]) => [name, inOneText(name, value)]),
  )

/** Days without changes after which a draft goes (domain.md §7.2). */
export const draftDays = 30

/** A form that becomes a draft first: its own fields are judged after what was typed is safe. */
export const composingSchema = z.looseObject({ ...composing, requestId: z.uuid().optional() })
export type Composing = z.output<typeof composingSchema>
