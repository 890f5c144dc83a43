import * as z from 'zod'
import type { NewNotice, NoticeContent } from '@/db/notice-content'
import { noticeKinds } from '@/db/vocabulary'
import * as cells from '@/lib/campaigns/file/cells'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatMonth } from '@/lib/calendar/month'
import { romeDate } from '@/lib/calendar/working-days'
import { codiceFiscaleSchema } from '@/lib/identifiers/codice-fiscale'
import { prose } from '@/lib/prose/schema'
import { checkTyped } from './agreement'
import { reasonLength } from './lengths'
import { readTable, writeTable } from './tables'
import { totalsOf } from './totals'

/*
 * The form of one notice, the same with scripts and without. Fields: `codiceFiscale`, `externalNumber`, `kind`, `year`
 * (aaaa), `periodFrom` and `periodTo` (mm/aaaa; for DEB-SAN empty or 0/aaaa), `elaboratedOn` (gg/mm/aaaa or a date input),
 * `dueBy` (the same, or empty: the kind's own term), and three text areas, each with one row a line and `;` or tabs between
 * values, as `lib/notices/tables.ts` lists them:
 *   `contributions`  mese;causale;dovuto;versato                              03/2024;CXX;1.200,00;400,00
 *   `sanctions`      mese;termine;pagato_il;giorni;base;norma;importo          03/2024;16/04/2024;;930;800,00;a;58,30
 *   `f24`            mese;mese_a;causale;filiale;importo                       03/2024;04/2024;CXX;00144 ROMA;1.499,50
 * No total is typed: totals are those of the rows. A correction has `eventId`, `noticeId` and `text` (the reason) and no
 * `codiceFiscale`: it is for the contributor of the notice that it corrects.
 */

export type TypedNotice = Omit<NewNotice, 'contributorId'>

const missing = 'Compila questo campo.'

/** Reads a value written as in the file (`lib/campaigns/file/cells.ts`), or says why it cannot. */
const reading =
  <T>({ read, reason }: cells.Reader<T>) =>
  (text: string, context: z.RefinementCtx): T => {
    const value = read(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: reason, input: text })
    return z.NEVER
  }

const written = z.string(missing).max(200, 'Al massimo 200 caratteri.').trim()
const valueOf = <T>(reader: cells.Reader<T>) => written.min(1, missing).transform(reading(reader))
/** The same, or null when nothing is written. */
const valueIfAny = <T>(reader: cells.Reader<T>) =>
  written.default('').transform((text, context) => (text === '' ? null : reading(reader)(text, context)))

/** Longest table, in characters. */
const longestTable = 20_000

const table = <N extends keyof NoticeContent>(name: N) =>
  z
    .string()
    .max(longestTable, 'La tabella è troppo lunga: per una comunicazione così usa il file.')
    .default('')
    .transform((text, context): NoticeContent[N] => {
      const { rows, faults } = readTable(name, text)
      if (faults.length === 0) return rows
      context.addIssue({ code: 'custom', message: faults.slice(0, 5).join(' '), input: text })
      return z.NEVER
    })

const heading = {
  externalNumber: valueOf(cells.externalNumber),
  kind: z.enum(noticeKinds, 'Scegli il tipo'),
  year: valueOf(cells.year),
  periodFrom: valueIfAny(cells.period),
  periodTo: valueIfAny(cells.period),
  elaboratedOn: valueOf(cells.day),
  dueBy: valueIfAny(cells.day),
  contributions: table('contributions'),
  sanctions: table('sanctions'),
  f24: table('f24'),
}
type Heading = z.output<z.ZodObject<typeof heading>>

/** The notice that the fields make, if they agree; its totals are those of its rows. */
function noticeOf({ contributions, sanctions, f24, ...typed }: Heading, context: z.RefinementCtx): TypedNotice {
  const complain = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message, input: undefined })
  const alone = typed.kind === 'DEB-SAN' ? `${typed.year}-00` : null
  const [periodFrom, periodTo] = [typed.periodFrom ?? alone, typed.periodTo ?? alone]
  if (periodFrom === null) complain('periodFrom', missing)
  if (periodTo === null) complain('periodTo', missing)
  if (periodFrom === null || periodTo === null) return z.NEVER
  const content = { contributions, sanctions, f24 }
  const notice = { ...typed, periodFrom, periodTo, content }
  checkTyped(notice, romeDate(new Date()), complain)
  const totals = totalsOf(content)
  return { ...notice, contributionsCents: Math.max(0, totals.difference), sanctionsCents: totals.sanctions }
}

/** «Pubblica una comunicazione»: whose it is, and what it says. */
export const publishNoticeSchema = z
  .strictObject({ codiceFiscale: codiceFiscaleSchema, ...heading })
  .transform(({ codiceFiscale, ...typed }, context) => ({ codiceFiscale, notice: noticeOf(typed, context) }))

const event = {
  eventId: z.uuid(),
  noticeId: z.uuid(),
  text: prose('Scrivi il motivo (almeno 10 caratteri).', reasonLength),
}

/** What the office does to a notice with a reason alone. */
export const reasonedActs = ['begin', 'settle', 'annul', 'send_to_collection', 'withdraw'] as const
export type ReasonedAct = (typeof reasonedActs)[number]

export const actOnNoticeSchema = z.strictObject({ ...event, act: z.enum(reasonedActs) })

/** «Correggi»: why, and the notice that takes the place of another. */
export const correctNoticeSchema = z
  .strictObject({ ...event, ...heading })
  .transform(({ eventId, noticeId, text, ...typed }, context) => ({
    eventId,
    noticeId,
    text,
    notice: noticeOf(typed, context),
  }))

type Said = Pick<NewNotice, 'kind' | 'year' | 'periodFrom' | 'periodTo' | 'elaboratedOn' | 'content'>

/** What the form of a correction begins with: all that the notice says but its number and term, which are new. */
export const typedAgain = ({ kind, year, periodFrom, periodTo, elaboratedOn, content }: Said) => ({
  kind,
  year: String(year),
  periodFrom: kind === 'DEB-SAN' ? '' : formatMonth(periodFrom),
  periodTo: kind === 'DEB-SAN' ? '' : formatMonth(periodTo),
  elaboratedOn: formatItalianDate(elaboratedOn),
  contributions: writeTable('contributions', content),
  sanctions: writeTable('sanctions', content),
  f24: writeTable('f24', content),
})
