import * as z from 'zod'
import { noticeKinds, type NoticeStatus } from '@/db/vocabulary'
import { parseMonth } from '@/lib/calendar/month'
import type { NoticeFilters } from './conditions'

/** A filter in an address: what is not one is as if it were not there. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** The statuses as they stand in an address. */
export const statusSlugs = {
  'da-definire': 'open',
  'in-lavorazione': 'in_progress',
  regolarizzata: 'settled',
  annullata: 'annulled',
  'avviso-di-addebito': 'sent_to_collection',
  ritirata: 'withdrawn',
  corretta: 'corrected',
} as const satisfies Record<string, NoticeStatus>
type StatusSlug = keyof typeof statusSlugs

const slugs = Object.keys(statusSlugs) as [StatusSlug, ...StatusSlug[]]

/** Terms as they stand in an address: within so many days from today, or gone by. */
export const termSlugs = ['7', '30', 'passato'] as const

/** Filters of the lists of notices, by the names they have in the address. */
const addressSchema = z.object({
  tipo: lenient(z.enum(noticeKinds)),
  anno: lenient(z.string().regex(/^(19|20)\d{2}$/)),
  /** As typed, 'mm/aaaa'. */
  periodo: lenient(
    z
      .string()
      .max(7)
      .trim()
      .refine((typed) => parseMonth(typed) !== undefined),
  ),
  entro: lenient(z.enum(termSlugs)),
  stato: lenient(z.enum(slugs)),
  parole: lenient(
    z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\u0000-\u001f]*$/),
  ),
  ordine: lenient(z.literal('scadenza')),
})
export type NoticeAddress = z.output<typeof addressSchema>

export const readFilters = (query: Record<string, unknown>): NoticeAddress => addressSchema.parse(query)

export const toFilters = ({ tipo, anno, periodo, entro, stato, parole }: NoticeAddress): NoticeFilters => ({
  kind: tipo,
  year: anno === undefined ? undefined : Number(anno),
  month: periodo && parseMonth(periodo),
  due: entro === undefined ? undefined : entro === 'passato' ? 'past' : { withinDays: Number(entro) },
  status: stato && statusSlugs[stato],
  words: parole,
})

export const sortOf = ({ ordine }: NoticeAddress) => (ordine === 'scadenza' ? 'due' : 'published')
