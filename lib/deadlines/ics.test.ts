import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarEvent, calendarFoot, calendarHead, escapeText, foldLine } from './ics'

const texts = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replace(/[\r\n]/g, ''))
const octets = (text: string) => new TextEncoder().encode(text).length
const unfold = (text: string) => text.replace(/\r\n /g, '').replace(/\r\n$/, '')
/** What a program that follows RFC 5545 reads. */
const unescape = (text: string) => text.replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))

describe('a line of a calendar', () => {
  test('never holds more than 75 octets, and unfolds to what it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldLine(text)
        for (const line of folded.slice(0, -2).split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        expect(unfold(folded)).toBe(text)
      }),
    )
  })

  test('of 75 octets is not folded, of 76 it is', () => {
    expect(foldLine('x'.repeat(75))).toBe(`${'x'.repeat(75)}\r\n`)
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x\r\n`)
  })

  test('is not cut inside a character', () => {
    expect(foldLine(`${'x'.repeat(74)}è`)).toBe(`${'x'.repeat(74)}\r\n è\r\n`)
  })
})

describe('a text', () => {
  test('keeps commas, semicolons, backslashes and line breaks from meaning anything', () => {
    expect(escapeText('a, b; c\\d\r\ne')).toBe('a\\, b\\; c\\\\d\\ne')
  })

  test('comes back as it was, without controls, and can begin no line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const escaped = escapeText(text)
        expect(escaped).not.toMatch(/[\r\n]/)
        expect(unescape(escaped)).toBe(
          text
            .toWellFormed()
            .replace(/\r\n?/g, '\n')
            .replace(/(?!\n)\p{Cc}/gu, ''),
        )
      }),
    )
  })
})

test('a calendar marks whole days', () => {
  const event = calendarEvent({
    uid: 'notice-1@portal.example',
    day: '2026-12-06',
    changedAt: new Date('2026-11-26T11:00:00.123Z'),
    summary: 'Scadenza: debito, 03/2024',
    description: 'INPS.7000.26/11/2026.0000001',
    url: 'https://portal.example/area/1/comunicazioni/1',
  })
  expect((calendarHead('Scadenze') + event + calendarFoot).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cassetto Committenti//Scadenze//IT',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Scadenze',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    'BEGIN:VEVENT',
    'UID:notice-1@portal.example',
    'DTSTAMP:20261126T110000Z',
    'DTSTART;VALUE=DATE:20261206',
    'SUMMARY:Scadenza: debito\\, 03/2024',
    'DESCRIPTION:INPS.7000.26/11/2026.0000001',
    'URL:https://portal.example/area/1/comunicazioni/1',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})
