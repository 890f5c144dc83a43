import type * as z from 'zod'
import { type Fact, type QuestionKind, severalLines } from '@/db/question'
import { parseItalianDate } from '@/lib/calendar/iso-date'
import { emailSchema } from '@/lib/contacts/email'
import { mobileSchema } from '@/lib/contacts/phone'
import { formatMonth, monthAfter, monthsFrom, parseMonth } from '@/lib/calendar/month'
import { isCodiceFiscale, normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { compactCode } from '@/lib/identifiers/compact'
import { isIban, normaliseIban } from '@/lib/identifiers/iban'
import { isProtocollo, normaliseProtocollo } from '@/lib/identifiers/protocollo'

/** What was typed, either read or refused with an Italian sentence that says how to write it. */
export type Answer = { value: Fact['value'] } | { refusal: string }

const longestText = 200
/** Of a text in more lines. */
export const longestProse = 4000
const mostCount = 1_000_000
const longestList = 10_000
const mostCodes = 200
const mostMonths = 120
const mostCents = 100_000_000_000
const namedCodes = 5
/** The Gestione separata collects contributions from April 1996 (art. 2 c. 26–30 L. 335/1995). */
const firstMonth = '1996-04'
const firstYear = 1900
const yearsAhead = 10

/**
 * Reads the answer to a question of the given kind; undefined when nothing was written. Texts hold at most 200
 * characters (lists 10,000, 200 codes, 120 months), no control characters, no halves of a character, no marks that turn
 * the direction of writing. `today`, 'yyyy-mm-dd', bounds months and years up to the next month.
 */
export function readAnswer(kind: QuestionKind, typed: string, today: string): Answer | undefined {
  const isList = severalLines.has(kind)
  const longest = kind === 'prose' ? longestProse : isList ? longestList : longestText
  if (typed.length > longest) return { refusal: tooLong(longest) }
  const text = typed
    .normalize('NFKC')
    .replaceAll('\r\n', '\n')
    .replace(isList ? /[^\S\n]+/g : /\s+/g, ' ')
    .trim()
  if (text === '') return undefined
  if (text.length > longest) return { refusal: tooLong(longest) }
  if (/[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u.test(text)) {
    return { refusal: 'Ci sono caratteri non ammessi: riscrivi il testo a mano.' }
  }
  return readers[kind](text, today)
}

const readers: Record<QuestionKind, (text: string, today: string) => Answer> = {
  text: (value) => ({ value }),
  prose: (value) => ({ value }),
  choice: (value) => ({ value }),
  box: (value) => keptIf((ticked) => ticked === 'on', value, 'Questa scelta non è valida.'),
  count: (text) =>
    /^\d{1,7}$/.test(text) && Number(text) <= mostCount
      ? { value: Number(text) }
      : { refusal: 'Scrivi un numero intero, senza virgola né punti.' },
  month: readMonth,
  months: readMonths,
  year: readYear,
  date: readDate,
  amount: readCents,
  codiciFiscali: readCodes,
  email: (text) => judgedBy(emailSchema, text),
  phone: (text) => judgedBy(mobileSchema, text),
  codiceFiscale: (text) =>
    keptIf(
      isCodiceFiscale,
      normaliseCodiceFiscale(text),
      'Il codice fiscale non è scritto correttamente: ha 16 caratteri per una persona, 11 cifre per una società o un ente.',
    ),
  protocollo: (text) =>
    keptIf(
      isProtocollo,
      normaliseProtocollo(text),
      'Il protocollo non è scritto correttamente: copialo intero, per esempio INPS.7000.06/10/2015.0001234.',
    ),
  iban: (text) =>
    keptIf(isIban, normaliseIban(text), "L'IBAN non è scritto correttamente: quelli italiani hanno 27 caratteri."),
  f24Causale: (text) =>
    keptIf(
      (value) => /^[A-Z0-9]{2,5}$/.test(value),
      compactCode(text, /\s/g),
      'Scrivi la causale come nel modello F24, da 2 a 5 lettere o cifre, per esempio CXX o C10.',
    ),
}

const keptIf = (isValid: (value: string) => boolean, value: string, refusal: string): Answer =>
  isValid(value) ? { value } : { refusal }

function judgedBy(schema: z.ZodType<string | undefined>, text: string): Answer {
  const { data, error } = schema.safeParse(text)
  return data === undefined ? { refusal: error!.issues[0]!.message } : { value: data }
}

const tooLong = (longest: number) => `Scrivi al massimo ${longest.toLocaleString('it-IT')} caratteri.`

function readMonth(text: string, today: string): Answer {
  const month = parseMonth(text)
  if (month === undefined) return { refusal: 'Scrivi il mese come mm/aaaa, per esempio 03/2015.' }
  return withinBounds([month], today) ?? { value: month }
}

/** Months apart by commas, semicolons, spaces or line breaks; «01/2015 - 06/2015» is the whole period. */
function readMonths(text: string, today: string): Answer {
  const periods = text
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap(periodsIn)
  if (periods.length === 0 || !periods.every((period) => period !== undefined)) {
    return { refusal: 'Scrivi i mesi come mm/aaaa separati da virgola; per un periodo 01/2015 - 06/2015.' }
  }
  // Before the periods are spelled out: a few characters could ask for thousands of months.
  const outside = withinBounds(periods.flat(), today)
  if (outside) return outside
  const months = [...new Set(periods.slice(0, mostMonths + 1).flatMap(([first, last]) => monthsFrom(first, last)))]
  if (periods.length > mostMonths || months.length > mostMonths)
    return { refusal: `Indica al massimo ${mostMonths} mesi.` }
  return { value: months.sort() }
}

function periodsIn(piece: string): (readonly [string, string] | undefined)[] {
  const [, from, to] = /^(?:da )?(\d{1,2}[/.]\d{4}) ?(?:\p{Pd}|al?(?= )) ?(\d{1,2}[/.]\d{4})$/iu.exec(piece) ?? []
  if (from === undefined || to === undefined) return piece.split(' ').map((month) => periodOf(month, month))
  return [periodOf(from, to)]
}

function periodOf(from: string, to: string) {
  const [first, last] = [parseMonth(from), parseMonth(to)]
  return first && last && first <= last ? ([first, last] as const) : undefined
}

function withinBounds(months: readonly string[], today: string): Answer | undefined {
  const lastMonth = monthAfter(today)
  if (months.some((month) => month < firstMonth)) {
    return { refusal: `La Gestione separata parte da ${formatMonth(firstMonth)}: controlla il mese.` }
  }
  if (months.some((month) => month > lastMonth)) {
    return { refusal: `Il mese non può venire dopo ${formatMonth(lastMonth)}.` }
  }
  return undefined
}

function readYear(text: string, today: string): Answer {
  const [first, last] = [Number(firstMonth.slice(0, 4)), Number(monthAfter(today).slice(0, 4))]
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN
  if (year >= first && year <= last) return { value: year }
  return { refusal: `Scrivi l'anno con quattro cifre, dal ${first} al ${last}.` }
}

function readDate(text: string, today: string): Answer {
  const date = parseItalianDate(text)
  if (date === undefined) return { refusal: 'Scrivi una data che esiste, come gg/mm/aaaa: per esempio 06/10/2015.' }
  const year = Number(date.slice(0, 4))
  if (year >= firstYear && year <= Number(today.slice(0, 4)) + yearsAhead) return { value: date }
  return { refusal: "La data è troppo lontana: controlla l'anno." }
}

/** Italian amounts: dots every three digits or none at all, a comma and two decimals or none. */
function readCents(text: string): Answer {
  const number = text.replace(/^(?:€|euro) ?| ?(?:€|euro)$/gi, '')
  const [, euros, decimals = '00'] = /^(0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(\d{2}))?$/.exec(number) ?? []
  if (euros === undefined) {
    return { refusal: "Scrivi l'importo in euro con la virgola e due decimali, per esempio 1.234,56." }
  }
  const cents = Number(euros.replaceAll('.', '') + decimals)
  if (cents === 0) return { refusal: "L'importo deve essere maggiore di zero." }
  return cents <= mostCents ? { value: cents } : { refusal: "L'importo non può superare 1.000.000.000,00 €." }
}

/** Codes apart by commas, semicolons, line breaks or spaces; a code alone between two commas may have spaces inside. */
function readCodes(text: string): Answer {
  const codes = text
    .split(/[,;\n]/)
    .flatMap((piece) => (isCodiceFiscale(normaliseCodiceFiscale(piece)) ? [piece] : piece.split(' ')))
    .filter((piece) => piece.trim() !== '')
    .map(normaliseCodiceFiscale)
  if (codes.length === 0) return { refusal: 'Scrivi almeno un codice fiscale.' }
  if (codes.length > mostCodes) return { refusal: `Indica al massimo ${mostCodes} codici fiscali.` }
  const wrong = codes.flatMap((code, index) =>
    isCodiceFiscale(code) ? [] : [`n. ${index + 1} («${shortened(code)}»)`],
  )
  if (wrong.length === 0) return { value: [...new Set(codes)] }
  const others = wrong.length > namedCodes ? ` e altri ${wrong.length - namedCodes}` : ''
  return { refusal: `Controlla questi codici fiscali dell'elenco: ${wrong.slice(0, namedCodes).join(', ')}${others}.` }
}

const shortened = (text: string) => (text.length > 20 ? `${[...text].slice(0, 20).join('')}…` : text)
