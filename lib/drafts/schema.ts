import * as z from 'zod'
import { draftKinds } from '@/db/vocabulary'
import { stalePage } from '@/lib/form-state'
import { cleanProse } from '@/lib/prose/clean'
import { workersField } from '@/lib/requests/workers'

/** A field that may be sent once, many times or not at all. */
const many = <T extends z.ZodType>(each: T) =>
  z.union([z.array(each), each.transform((one) => [one] as z.output<T>[])]).default([])

/** As many as the column holds. */
const mostSaves = 2_147_483_647

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

const technical = new Set([...Object.keys(composing), 'requestId', 'profile'])

const longest = 20_000

/** Fields as typed, right or wrong: a draft refuses only what no person types. */
export const draftContentSchema = z
  .record(
    z.string().regex(/^\w{1,60}$/),
    // Once, and in words: a field that arrives twice or as a file comes from no form of this portal.
    z.string(stalePage).max(longest, 'Il testo è troppo lungo per essere salvato.').transform(cleanProse),
  )
  .refine((content) => Object.keys(content).length <= 60, 'Troppi campi')

export const saveDraftSchema = z.strictObject({
  kind: z.enum(draftKinds),
  requestId: z.uuid().optional(),
  version: z.number().int().min(0).max(mostSaves),
  writer: z.uuid(),
  content: draftContentSchema,
})
export type SaveDraft = z.output<typeof saveDraftSchema>

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
