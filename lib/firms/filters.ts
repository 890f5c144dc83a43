import * as z from 'zod'
import type { TaskStatus } from '@/db/vocabulary'
import type { ClientFilters } from './queries/clients'

/** A filter in an address: what is not one is as if it were not there. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const clientSchema = z.object({
  parole: lenient(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\u0000-\u001f]*$/),
  ),
  gruppo: lenient(z.uuid()),
  collega: lenient(z.union([z.literal('nessuno'), z.uuid()])),
})
export type ClientAddress = z.output<typeof clientSchema>

/** Filters of «Clienti», by the names they have in the address. */
export const readClientFilters = (query: Record<string, unknown>): ClientAddress => clientSchema.parse(query)

export const toClientFilters = ({ parole, gruppo, collega }: ClientAddress): ClientFilters => ({
  words: parole,
  groupId: gruppo,
  assigneeId: collega === 'nessuno' ? 'nobody' : collega,
})

/** The client after whom a page begins. */
export const readAfter = (query: Record<string, unknown>) => lenient(z.uuid()).parse(query.dopo)

/** The lists of «Lavorazioni» as they stand in an address. */
export const taskLists = {
  'da-fare': 'to_do',
  'in-attesa': 'waiting_client',
  fatto: 'done',
  'non-assegnati': 'unassigned',
} as const satisfies Record<string, TaskStatus | 'unassigned'>
export type TaskList = keyof typeof taskLists

const taskSchema = z.object({
  elenco: z.enum(['da-fare', 'in-attesa', 'fatto', 'non-assegnati']).catch('da-fare'),
  chi: lenient(z.union([z.literal('tutti'), z.uuid()])),
})

/** Which list of «Lavorazioni», and whose: one's own when it is not said. */
export const readTaskFilters = (query: Record<string, unknown>) => taskSchema.parse(query)

/** The number of the event of the firm's log after which a page begins. */
export const readBefore = (query: Record<string, unknown>) =>
  lenient(z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)).parse(query.dopo)
