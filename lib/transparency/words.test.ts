import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessTitles } from '@/db/vocabulary'
import { rightsOf } from '@/lib/contributors/rights'
import { contentOf } from '@/lib/drafts/schema'
import { valuesOf } from '@/lib/form-state'
import { workersTyped } from '@/lib/requests/workers'
import { parsePlace, readFilters } from './filters'
import { changesOf, toldChanges } from './kinds'
import { lastMoment } from './last-moment'
import { powersOf } from './powers'
import { signature } from './signature'

describe('what stands beside a name', () => {
  it.each([
    ['delegate', 'Studio Verdi', 'Anna Prova, delegato – Studio Verdi'],
    ['legal_representative', null, 'Anna Prova, legale rappresentante'],
    [null, null, 'Anna Prova'],
  ] as const)('%s of %s: «%s»', (title, firm, said) => expect(signature('Anna Prova', { title, firm })).toBe(said))
})

describe('what a title may do', () => {
  it.each(accessTitles)('%s: is said as its rights are, and nothing is said twice', (title) => {
    const { may, mayNot } = powersOf(title)
    const { partial, delegates, contacts } = rightsOf[title]
    expect(may.some((sentence) => sentence.startsWith('Leggere le comunicazioni'))).toBe(!partial)
    expect(mayNot.some((sentence) => sentence.startsWith('Aprire le comunicazioni'))).toBe(partial)
    expect(may.some((sentence) => sentence.startsWith('Dare e revocare deleghe'))).toBe(delegates)
    expect(may.some((sentence) => sentence.startsWith('Proporre nuovi recapiti'))).toBe(contacts === 'propose')
    expect(new Set([...may, ...mayNot]).size).toBe(may.length + mayNot.length)
  })
})

describe('what the contributor is told of', () => {
  it('is of one kind each, and never an internal note, a draft or the firm’s own layer', () => {
    expect(new Set(toldChanges).size).toBe(toldChanges.length)
    expect(toldChanges.filter((name) => /^(firm|draft|campaign|bulk_request)[.]/.test(name))).toEqual([])
    expect(toldChanges).not.toContain('request.noted')
    expect(changesOf.lette).toContain('notice.read')
  })

  it('is asked for by filters that never break, whatever the address carries', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined), fc.integer())
    fc.assert(
      fc.property(value, value, value, (chi, cosa, dopo) => {
        readFilters({ chi, cosa })
        const place = parsePlace(dopo)
        expect(place === undefined || Number.isSafeInteger(place)).toBe(true)
      }),
    )
    expect(readFilters({ chi: 'sede', cosa: 'lette', altro: 'x' })).toEqual({ chi: 'sede', cosa: 'lette' })
    expect(readFilters({ chi: 'Mario Rossi', cosa: 'tutto' })).toEqual({})
  })
})

it('a right that ends at midnight lasts until the day before', () => {
  expect(lastMoment(new Date('2026-12-31T23:00:00Z')).toISOString()).toBe('2026-12-31T22:59:59.999Z')
})

describe('workers ticked in a form', () => {
  const form = () => {
    const data = new FormData()
    for (const worker of ['AAA', 'BBB', 'AAA']) data.append('workers', worker)
    return data
  }
  it('are kept in one text, with scripts and without', () => {
    expect(valuesOf(form())).toEqual({ workers: 'AAA BBB AAA' })
    expect(contentOf({ workers: ['AAA', 'BBB'], text: ['one', 'two'] })).toEqual({
      workers: 'AAA BBB',
      text: ['one', 'two'],
    })
    expect(contentOf({ workers: 'AAA' })).toEqual({ workers: 'AAA' })
  })
  it('are read from it once each', () => {
    expect(workersTyped(' AAA  BBB\nAAA ')).toEqual(['AAA', 'BBB'])
    expect(workersTyped(undefined)).toEqual([])
  })
})
