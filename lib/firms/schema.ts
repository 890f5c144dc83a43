import * as z from 'zod'
import { firmKinds, taskStatuses } from '@/db/vocabulary'
import { formatCount } from '@/lib/format'
import { personCodiceFiscaleSchema } from '@/lib/identifiers/codice-fiscale'
import { cleanProse } from '@/lib/prose/clean'
import { longest } from './lengths'

/** One line, as written, without spaces around it. */
const line = (missing: string, most: number) =>
  z
    .string(missing)
    .max(most * 2, `Al massimo ${most} caratteri.`)
    .transform((text) => cleanProse(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, missing).max(most, `Al massimo ${most} caratteri.`))

/** The same, or null when nothing is written. */
const lineIfAny = (most: number) =>
  z
    .string()
    .max(most * 2, `Al massimo ${most} caratteri.`)
    .default('')
    .transform((text) => cleanProse(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, `Al massimo ${most} caratteri.`))
    .transform((text) => text || null)

const note = z
  .string()
  .max(longest.note * 2, `Al massimo ${formatCount(longest.note)} caratteri.`)
  .default('')
  .transform((text) => cleanProse(text).trim())
  .pipe(z.string().max(longest.note, `Al massimo ${formatCount(longest.note)} caratteri.`))
  .transform((text) => text || null)

/** Somebody, or nobody when the first choice of the list is left. */
const person = z
  .union([z.literal(''), z.uuid('Scegli una persona dall’elenco.')], 'Scegli una persona dall’elenco.')
  .default('')
  .transform((id) => id || null)

/** Boxes that were ticked: one is a text, more are a list. */
const chosen = (missing: string) =>
  z
    .union([z.uuid(missing).transform((id) => [id]), z.array(z.uuid(missing)).min(1, missing).max(10_000)], missing)
    .transform((ids) => [...new Set(ids)])

export const registerFirmSchema = z.strictObject({
  kind: z.enum(firmKinds, 'Scegli il tipo.'),
  denomination: line('Scrivi la denominazione.', longest.denomination),
  holderCode: personCodiceFiscaleSchema,
})
export const inviteHolderSchema = z.strictObject({ firmId: z.uuid(), holderCode: personCodiceFiscaleSchema })

export const inviteMemberSchema = z.strictObject({ codiceFiscale: personCodiceFiscaleSchema })
export const memberSchema = z.strictObject({ memberId: z.uuid() })

/** An empty group is «all the clients, present and future». */
export const subdelegateSchema = z.strictObject({
  memberId: z.uuid('Scegli una persona dall’elenco.'),
  groupId: z
    .union([z.literal(''), z.uuid('Scegli un gruppo dall’elenco.')], 'Scegli un gruppo dall’elenco.')
    .default('')
    .transform((id) => id || undefined),
})
export const endSubdelegationSchema = z.strictObject({ subdelegationId: z.uuid() })

const name = line('Scrivi il nome del gruppo.', longest.name)
export const newGroupSchema = z.strictObject({ name })
export const renameGroupSchema = z.strictObject({ groupId: z.uuid(), name })
export const groupSchema = z.strictObject({ groupId: z.uuid() })
export const groupClientsSchema = z.strictObject({
  groupId: z.uuid(),
  contributorIds: chosen('Scegli almeno un cliente.'),
})

export const keepClientSchema = z.strictObject({
  contributorId: z.uuid(),
  clientCode: lineIfAny(longest.clientCode),
  assigneeId: person,
  note,
})
export type KeptClient = z.output<typeof keepClientSchema>

const status = z.enum(taskStatuses, 'Scegli lo stato.')

/** «Solo per il tuo studio» of one notice or request. */
export const keepTaskSchema = z
  .strictObject({
    noticeId: z.uuid().optional(),
    requestId: z.uuid().optional(),
    assigneeId: person,
    status,
    note,
  })
  .refine(({ noticeId, requestId }) => (noticeId === undefined) !== (requestId === undefined), 'Una cosa alla volta.')

/** Papers ticked in a list, given to somebody. */
export const assignSchema = z.strictObject({
  papers: z
    .union([z.string(), z.array(z.string()).max(1000)], 'Scegli almeno una riga.')
    .transform((typed) => [typed].flat())
    .pipe(z.array(z.string().regex(/^(notice|request):[0-9a-f-]{36}$/, 'Scegli almeno una riga.')))
    .transform((papers) =>
      papers.map((paper) => {
        const [kind, id] = paper.split(':') as ['notice' | 'request', string]
        return kind === 'notice' ? { noticeId: id } : { requestId: id }
      }),
    )
    .pipe(z.array(z.union([z.object({ noticeId: z.uuid() }), z.object({ requestId: z.uuid() })]))),
  assigneeId: z.uuid('Scegli una persona.'),
})
