import * as z from 'zod'
import { prose } from '@/lib/prose/schema'
import { motiveLength } from '@/lib/requests/lengths'

const campaignId = z.uuid()
const text = prose('Scrivi il motivo (almeno 10 caratteri).', motiveLength)

/** Approve, resume, discard: an act with no words. */
export const campaignIdSchema = z.strictObject({ campaignId })

/** Stop and withdraw: why, 10–1,000 characters. */
export const campaignReasonSchema = z.strictObject({ campaignId, text })

/** A notice of the sample, by its position from 1; as a form sends it. */
export const openSampleSchema = z.strictObject({
  campaignId,
  position: z.coerce.number().int().min(1).max(10_000_000),
})
