import * as z from 'zod'
import { stalePage } from '@/lib/form-state'
import { prose } from '@/lib/prose/schema'
import { insteadLength } from './lengths'

const kind = z.string(stalePage).regex(/^[a-z0-9-]{1,40}$/, stalePage)

/** A kind of istanza that is no longer taken, with what people do instead. */
export const closeKindSchema = z.strictObject({
  kind,
  instead: prose('Scrivi che cosa fare invece, con almeno 20 caratteri.', insteadLength),
})

export const openKindSchema = z.strictObject({ kind })
