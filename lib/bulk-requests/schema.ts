import * as z from 'zod'
import { composing } from '@/lib/drafts/schema'
import { stalePage } from '@/lib/form-state'
import { cleanProse } from '@/lib/prose/clean'

const id = z.uuid(stalePage)
const many = z.union([z.array(id), id.transform((one) => [one])], stalePage).default([])

/** Characters of a pasted list: thousands of codes. */
const longestList = 200_000

/** A button pressed. */
const pressed = z.string(stalePage).max(20, stalePage).optional()

/** «Per quali contribuenti»: what is ticked, a group and a pasted list are added by whichever button is pressed. */
export const chooseSchema = z.object({
  bulkId: id,
  scelti: many,
  gruppo: z.union([z.literal(''), id], stalePage).optional(),
  codici: z
    .string(stalePage)
    .max(longestList, 'L’elenco è troppo lungo: incollalo in più volte.')
    .transform(cleanProse)
    .optional(),
  parole: z.string(stalePage).max(100, 'Cerca con meno parole.').transform(cleanProse).optional(),
  /** The one to take off. */
  togli: id.optional(),
  cerca: pressed,
  tutti: pressed,
  svuota: pressed,
  continua: pressed,
})

/** «Invia» and «Riprova»; `version` is that of the draft looked at. */
export const sendBulkSchema = z.object({ bulkId: id, version: composing.version })

/** Lines of a pasted list; on one line too, when all that stands there are codici fiscali. */
export const codesTyped = (text: string) => [
  ...new Set(
    text
      .split(/[\r\n,;\t]+/)
      .flatMap((line) => {
        const parts = line.trim().split(/\s+/)
        return parts.every((part) => /^(\d{11}|[A-Za-z0-9]{16})$/.test(part)) ? parts : [line.trim()]
      })
      .filter(Boolean),
  ),
]
