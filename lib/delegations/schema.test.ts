import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeWorkersSchema, conferDelegationSchema, revokeDelegationsSchema, workersSchema } from './schema'

// Half past midnight in Rome, when UTC is still on the day before.
beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-26T23:30:00Z') }))
afterEach(() => void vi.useRealTimers())

const typed = {
  delegationId: v7(),
  delegateCode: 'vrd gpp 70r15 f839p',
  scope: 'total',
  startsOn: '27/11/2026',
}
const errorsOf = (more: Record<string, unknown>) =>
  Object.fromEntries(
    conferDelegationSchema
      .safeParse({ ...typed, ...more })
      .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [],
  )

describe('a delegation to be conferred', () => {
  test('comes out with its code, days and choices as the portal keeps them', () => {
    expect(conferDelegationSchema.parse({ ...typed, endsOn: '30/06/2027', exclusive: 'on' })).toEqual({
      delegationId: typed.delegationId,
      delegateCode: 'VRDGPP70R15F839P',
      scope: 'total',
      exclusive: true,
      workers: [],
      startsOn: '2026-11-27',
      endsOn: '2027-06-30',
    })
    expect(conferDelegationSchema.parse({ ...typed, endsOn: ' ' })).toMatchObject({ exclusive: false, endsOn: null })
  })

  test('starts today in Rome at the earliest', () => {
    expect(errorsOf({ startsOn: '26/11/2026' })).toEqual({ startsOn: 'Il primo giorno non può essere già passato.' })
  })

  test('does not end before it starts; on the same day it may', () => {
    expect(errorsOf({ startsOn: '30/12/2026', endsOn: '29/12/2026' })).toHaveProperty('endsOn')
    expect(errorsOf({ startsOn: '30/12/2026', endsOn: '30/12/2026' })).toEqual({})
  })

  test('names a day that exists, also on the nights when the clock changes', () => {
    expect(errorsOf({ startsOn: '28/03/2027', endsOn: '31/10/2027' })).toEqual({})
    expect(errorsOf({ endsOn: '31/11/2027' })).toEqual({ endsOn: 'Scrivi un giorno che esiste, come gg/mm/aaaa.' })
    expect(errorsOf({ endsOn: '01/01/9999' })).toEqual({ endsOn: 'Al più tardi il 31/12/2099.' })
  })

  test('is for a person', () => {
    expect(errorsOf({ delegateCode: '01234567897' })).toHaveProperty('delegateCode')
  })

  test('names its workers when it is partial', () => {
    expect(errorsOf({ scope: 'partial', workers: '' })).toHaveProperty('workers')
    expect(errorsOf({ scope: 'partial', workers: 'RSSMRA85T10A562S' })).toEqual({})
  })

  test('tells all that is wrong at once', () => {
    expect(Object.keys(errorsOf({ delegateCode: '', scope: 'x', startsOn: '', workers: 'A' })).sort()).toEqual([
      'delegateCode',
      'scope',
      'startsOn',
      'workers',
    ])
  })
})

describe('workers', () => {
  test('are taken one a line or with commas, each once', () => {
    expect(workersSchema.parse('rssmra85t10a562s, BNCLRA80A41H501D\n\nRSSMRA85T10A562S;')).toEqual([
      'RSSMRA85T10A562S',
      'BNCLRA80A41H501D',
    ])
  })

  test('that are wrong are named', () => {
    const said = (text: string) => workersSchema.safeParse(text).error?.issues[0]?.message
    expect(said('RSSMRA85T10A562T\nBNCLRA80A41H501D')).toContain('«RSSMRA85T10A562T»')
    expect(said(Array.from({ length: 8 }, (_, n) => `X${n}`).join('\n'))).toContain('e altri 3')
    expect(said('x'.repeat(300_000))).toBe('L’elenco è troppo lungo per essere scritto qui.')
  })

  test('to be removed come one or many', () => {
    const delegationId = v7()
    const removed = (remove: unknown) => changeWorkersSchema.safeParse({ delegationId, add: '', remove }).data?.remove
    expect(removed('RSSMRA85T10A562S')).toEqual(['RSSMRA85T10A562S'])
    expect(removed(['RSSMRA85T10A562S', 'BNCLRA80A41H501D'])).toHaveLength(2)
    expect(removed(undefined)).toEqual([])
    expect(removed('x')).toBeUndefined()
  })
})

test('many delegations are revoked by their ids and one reason', () => {
  const [one, other] = [v7(), v7()]
  const read = (delegations: unknown) =>
    revokeDelegationsSchema.safeParse({ delegations, text: 'Cambiamo consulente.' }).data?.delegations
  expect(read(`${one},${other}`)).toEqual([one, other])
  expect(read('')).toBeUndefined()
  expect(read(`${one},x`)).toBeUndefined()
})
