import { formatItalianDate, parseItalianDate } from '@/lib/calendar/iso-date'
import { compactCode } from './compact'

/** A protocollo as typed or pasted, made comparable: NFKC, no spaces, upper case. */
export const normaliseProtocollo = (typed: string): string => compactCode(typed, /\s/g)

/** Whether a normalised text is a protocollo `INPS.<4-digit office>.<gg/mm/aaaa>.<7 digits>` with a date that exists. */
export function isProtocollo(value: string): boolean {
  const [, date] = /^INPS\.[0-9]{4}\.([0-9]{2}\/[0-9]{2}\/[0-9]{4})\.[0-9]{7}$/.exec(value) ?? []
  return date !== undefined && parseItalianDate(date) !== undefined
}

/** Writes a protocollo: office of four digits, ISO day of sending in Rome, number within the office's year. */
export const formatProtocollo = ({ officeCode, day, number }: { officeCode: string; day: string; number: number }) =>
  `INPS.${officeCode}.${formatItalianDate(day)}.${String(number).padStart(7, '0')}`
