import * as z from 'zod'
import { digestRhythms, newsKinds } from '@/db/vocabulary'

const box = z.literal('on', 'Questa casella si può solo spuntare o lasciare vuota.').optional()

const boxes = {
  noticeEmail: box,
  noticeSms: box,
  replyEmail: box,
  replySms: box,
  deadlineEmail: box,
  deadlineSms: box,
  delegationEmail: box,
  delegationSms: box,
}
type Boxes = Partial<Record<keyof typeof boxes, 'on' | undefined>>

/** What a person wishes for each kind of news: the ticked boxes, and those that are not. */
const wishesOf = (typed: Boxes) =>
  newsKinds.map((kind) => ({
    kind,
    byEmail: typed[`${kind}Email`] === 'on',
    bySms: typed[`${kind}Sms`] === 'on',
  }))
export type Wish = ReturnType<typeof wishesOf>[number]

/** The boxes as they stand for these wishes, by the name of their field. */
export const boxesOf = (wishes: Wish[]) =>
  Object.fromEntries(
    wishes.flatMap(({ kind, byEmail, bySms }) => [
      [`${kind}Email`, byEmail ? 'on' : undefined],
      [`${kind}Sms`, bySms ? 'on' : undefined],
    ]),
  )

/** Who never said anything: mail yes, SMS no. */
export const unsaid: Wish[] = newsKinds.map((kind) => ({ kind, byEmail: true, bySms: false }))

export const keepPreferencesSchema = z
  .strictObject({ rhythm: z.enum(digestRhythms, 'Scegli ogni quanto.'), ...boxes })
  .transform(({ rhythm, ...typed }) => ({ rhythm, wishes: wishesOf(typed) }))

const about = { about: z.enum(['contributor', 'group']), aboutId: z.uuid() }

export const keepExceptionSchema = z
  .strictObject({ ...about, ...boxes })
  .transform(({ about, aboutId, ...typed }) => ({ about, aboutId, wishes: wishesOf(typed) }))

export const removeExceptionSchema = z.strictObject(about)
