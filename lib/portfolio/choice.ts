import * as z from 'zod'
import { stalePage } from '@/lib/form-state'

/** The lists over all one's contributors in which many rows may be chosen. */
export const chosenLists = ['unread', 'read', 'requests'] as const
export type ChosenList = (typeof chosenLists)[number]

/** What may be done to many rows at once, as the buttons post it. */
export const bulkActs = ['leggi', 'segna-viste', 'segna-nuove', 'affida'] as const

/** Characters: far more ids than anybody ticks by hand. */
const longest = 1_000_000
const id = z.uuid(stalePage)

/** What a `SelectionForm` posts: boxes of the page, ids ticked on other pages, or «tutte» with the filters in their place. */
export const choiceSchema = z.object({
  elenco: z.enum(chosenLists, stalePage),
  filtri: z.string(stalePage).max(5000, stalePage).default(''),
  tutte: z.literal('1', stalePage).optional(),
  scelte: z.union([z.array(id), id.transform((one) => [one])], stalePage).default([]),
  altrove: z
    .string(stalePage)
    .max(longest, stalePage)
    .default('')
    .transform((text) => text.split(' ').filter(Boolean))
    .pipe(z.array(id)),
})
export type Choice = z.output<typeof choiceSchema>

export const bulkActSchema = choiceSchema.extend({
  atto: z.enum(bulkActs, stalePage),
  incaricato: z.union([z.literal(''), id], stalePage).optional(),
})

/** The filters that stood in the address of the list. */
export const filtersOf = ({ filtri }: Pick<Choice, 'filtri'>) => Object.fromEntries(new URLSearchParams(filtri))

/** Ids that an address holds, packed: well within what every proxy lets by. */
export const mostInAddress = 300
