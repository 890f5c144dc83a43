import * as z from 'zod'
import { officerRoles, pinLevels, unitCodes } from '@/db/vocabulary'
import { codiceFiscaleSchema, personCodiceFiscaleSchema } from '@/lib/identifiers/codice-fiscale'

const name = z.string().trim().min(1).max(100)
const officeCode = z.string().regex(/^\d{4}$/, 'The code of an office has four digits')

/** A person, and what they are to do here: represent a contributor, sit at a desk, administer. */
export const openAccountSchema = z.strictObject({
  codiceFiscale: personCodiceFiscaleSchema,
  firstName: name,
  lastName: name,
  pinLevel: z.enum(pinLevels).default('dispositivo'),
  represents: z
    .strictObject({ codiceFiscale: codiceFiscaleSchema, denomination: z.string().trim().min(1).max(200), officeCode })
    .optional(),
  desk: z
    .strictObject({ officeCode, role: z.enum(officerRoles), unitCodes: z.array(z.enum(unitCodes)).min(1) })
    .optional(),
  administers: z.boolean().default(false),
})
export type OpenAccount = z.input<typeof openAccountSchema>
