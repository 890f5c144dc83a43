import { noticeKinds, type NoticeKind } from '@/db/vocabulary'
import { parseItalianDate } from '@/lib/calendar/iso-date'
import { parseMonth } from '@/lib/calendar/month'
import { isCodiceFiscale, normaliseCodiceFiscale } from '@/lib/identifiers/codice-fiscale'

/** How a cell is read: undefined when it is not what it must be, and then `reason` says so. */
export type Reader<T> = { read: (cell: string) => T | undefined; reason: string }

/** The Gestione Separata begins with 1996 (L. 335/1995). */
const [firstYear, lastYear] = [1996, 2099]
const withinYears = (date: string | undefined) =>
  date !== undefined && Number(date.slice(0, 4)) >= firstYear && Number(date.slice(0, 4)) <= lastYear ? date : undefined
const matching = (pattern: RegExp) => (cell: string) => (pattern.test(cell) ? cell : undefined)

/** «1.234,56» in whole cents, up to ten digits of euros: 2,000 of them add up exactly. Never through a fraction. */
export const amount: Reader<number> = {
  read(cell) {
    const [, euros, cents = ''] = /^(\d{1,10}|\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,2}))?$/.exec(cell) ?? []
    if (euros === undefined || (euros.includes('.') && cents === '')) return undefined
    return Number(euros.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'))
  },
  reason: 'Non è un importo: scrivilo come 1.234,56, senza segno né simbolo dell’euro.',
}

export const day: Reader<string> = {
  read: (cell) => withinYears(parseItalianDate(cell)),
  reason: `Non è una data: scrivila come gg/mm/aaaa, tra il ${firstYear} e il ${lastYear}.`,
}

export const month: Reader<string> = {
  read: (cell) => withinYears(parseMonth(cell)),
  reason: `Non è un mese: scrivilo come mm/aaaa, tra il ${firstYear} e il ${lastYear}.`,
}

/** A month, or «0/aaaa» as 'yyyy-00': sanctions alone (domain.md §5.2). */
export const period: Reader<string> = {
  read(cell) {
    const [, year] = /^00?\/(\d{4})$/.exec(cell) ?? []
    return year === undefined ? month.read(cell) : withinYears(`${year}-00`)
  },
  reason: 'Non è un periodo: scrivilo come mm/aaaa, o 0/aaaa per le sole sanzioni.',
}

export const year: Reader<number> = {
  read: (cell) => (/^\d{4}$/.test(cell) && withinYears(cell) ? Number(cell) : undefined),
  reason: `Non è un anno: scrivilo con quattro cifre, tra il ${firstYear} e il ${lastYear}.`,
}

export const days: Reader<number> = {
  read: (cell) => (/^\d{1,5}$/.test(cell) ? Number(cell) : undefined),
  reason: 'Non è un numero di giorni: scrivi un numero intero, senza segno.',
}

export const kind: Reader<NoticeKind> = {
  read: (cell) => noticeKinds.find((code) => code === cell.toUpperCase()),
  reason: `Non è un tipo previsto: ${noticeKinds.join(', ')}.`,
}

export const codiceFiscale: Reader<string> = {
  read(cell) {
    const code = normaliseCodiceFiscale(cell.slice(0, 64))
    return isCodiceFiscale(code) ? code : undefined
  },
  reason:
    'Non è un codice fiscale: ha 16 caratteri per una persona, 11 cifre per una società, e il controllo non torna.',
}

export const externalNumber: Reader<string> = {
  read: matching(/^[A-Za-z0-9](?:[A-Za-z0-9 ./_-]{0,48}[A-Za-z0-9])?$/),
  reason: 'Non è un numero di comunicazione: al massimo 50 lettere, cifre, punti, barre e trattini.',
}

export const causale: Reader<string> = {
  read: matching(/^[A-Z0-9]{2,10}$/),
  reason: 'Non è una causale: da 2 a 10 lettere maiuscole e cifre, per esempio CXX.',
}

export const branch: Reader<string> = {
  read: matching(/^\d{5} \p{Lu}[\p{Lu}' .’-]{1,58}$/u),
  reason: 'Non è una filiale: scrivi CAP e comune in maiuscolo, per esempio 00144 ROMA.',
}

export const rule: Reader<'a' | 'b'> = {
  read: (cell) => (['a', 'b'] as const).find((letter) => letter === cell),
  reason: 'Non è una norma: scrivi a oppure b (art. 116, comma 8, legge 388/2000).',
}
