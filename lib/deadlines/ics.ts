/** A whole day by which something is due. */
export type DueEvent = {
  /** The same for as long as the thing exists. */
  uid: string
  /** ISO day. */
  day: string
  /** When what is said here last changed. */
  changedAt: Date
  summary: string
  description: string
  url: string
}

const octets = new TextEncoder()
/** RFC 5545 §3.1: a line holds 75 octets besides its break; what goes on begins with a space. */
const longest = 75

/** Breaks a content line without cutting a character in two, and ends it. */
export function foldLine(line: string) {
  const lines: string[] = []
  let held = ''
  let size = 0
  for (const character of line) {
    const width = octets.encode(character).length
    if (size + width > longest) {
      lines.push(held)
      held = ' '
      size = 1
    }
    held += character
    size += width
  }
  return [...lines, held].join('\r\n') + '\r\n'
}

/** A text as RFC 5545 §3.3.11 writes it: controls go, and halves of a character become their replacement. */
export const escapeText = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const written = (lines: string[]) => lines.map(foldLine).join('')

/** «20261126T230000Z». */
const utc = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** What stands before the events. Programs that read it ask again after twelve hours. */
export const calendarHead = (name: string) =>
  written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cassetto Committenti//Scadenze//IT',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
  ])

/** An event that takes no time of the day: it marks it, and lasts until the next one (RFC 5545 §3.6.1). */
export const calendarEvent = ({ uid, day, changedAt, summary, description, url }: DueEvent) =>
  written([
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])

export const calendarFoot = written(['END:VCALENDAR'])
