import * as z from 'zod'
import { endsOnSchema, inOrder, startsOnSchema } from '@/lib/delegations/schema'
import { stalePage } from '@/lib/form-state'
import { personCodiceFiscaleSchema } from '@/lib/identifiers/codice-fiscale'

const together = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null }

/** Whom to appoint, and for which days. `appointmentId` is made with the form: sent twice, it is one appointment. */
const appointment = {
  appointmentId: z.uuid(stalePage),
  codiceFiscale: personCodiceFiscaleSchema,
  startsOn: startsOnSchema,
  endsOn: endsOnSchema,
}

export const appointRepresentativeSchema = z.strictObject(appointment).superRefine(inOrder, together)

/** The same by the office, on a modulo SC72: it says for which contributor. */
export const enableRepresentativeSchema = z
  .strictObject({ ...appointment, contributorId: z.uuid(stalePage) })
  .superRefine(inOrder, together)

export const appointmentIdSchema = z.strictObject({ appointmentId: z.uuid(stalePage) })
