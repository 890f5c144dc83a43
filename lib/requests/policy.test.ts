import { PgDialect } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { requestActs, requestStatuses, type RequestAct, type RequestStatus } from '@/db/vocabulary'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { verify } from '@/lib/auth/verify'
import { actionable, canAct, isReopenable, visibleRequests } from './policy'
import { needsHolder, transitions } from './status'

const [me, colleague, alfa] = ['me', 'colleague', 'alfa']
const side = (pinLevel: ContributorSide['pinLevel'] = 'dispositivo') =>
  verify({ kind: 'contributor', id: me, contributorId: alfa, title: 'legal_representative', pinLevel })
const officer = (role: Officer['role'] = 'officer') =>
  verify({ kind: 'officer', id: me, officeCode: '7000', unitCodes: ['FC', 'AN'], role })

const now = new Date('2026-11-23T12:00:00+01:00')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const offered = (actor: ContributorSide | Officer, status: RequestStatus, officerId: string | null = null) =>
  requestActs.filter((act) =>
    canAct(actor, act, { status, applicationKind: null, officerId, closedAt: daysAgo(1) }, now),
  )

describe('the buttons of a contributor', () => {
  test.each<[RequestStatus, RequestAct[]]>([
    ['submitted', ['message', 'withdraw']],
    ['transferred', ['message']],
    ['taken_up', ['message']],
    ['awaiting_documents', ['supplement']],
    ['supplemented', ['message']],
    ['closed', ['reopen']],
    ['reopened', ['message']],
    ['withdrawn', []],
  ])('on a request %s are %j', (status, acts) => {
    expect(offered(side(), status)).toEqual(acts)
  })

  test.each(requestStatuses)('on a request %s are none with a PIN online', (status) => {
    expect(offered(side('online'), status)).toEqual([])
  })
})

describe('the buttons of an officer', () => {
  test.each<RequestStatus>(['submitted', 'transferred', 'reopened'])(
    'on a request %s, which is in nobody’s hands, are to take it up or send it on',
    (status) => {
      expect(offered(officer(), status, null)).toEqual(['take_up', 'transfer'])
    },
  )

  test.each<[RequestStatus, RequestAct[], RequestAct[]]>([
    ['taken_up', ['release', 'transfer', 'request_documents', 'reply', 'close'], []],
    ['awaiting_documents', ['reply'], []],
    ['supplemented', ['release', 'transfer', 'request_documents', 'reply', 'close'], []],
    ['closed', [], []],
    ['withdrawn', [], []],
  ])('on a request %s are %j when they took it up, %j when a colleague did', (status, own, others) => {
    expect(offered(officer(), status, me)).toEqual(own)
    expect(offered(officer(), status, colleague)).toEqual(others)
  })

  test.each(requestStatuses)('are for the head of the unit the same as the holder’s, on a request %s', (status) => {
    expect(offered(officer('head'), status, colleague)).toEqual(offered(officer(), status, me))
  })

  test('never include what the portal does by itself', () => {
    const bySystem = requestActs.filter((act) => transitions[act].by === 'system')
    for (const status of requestStatuses)
      expect(offered(officer('head'), status, me).filter((act) => bySystem.includes(act))).toEqual([])
  })
})

describe('reopening', () => {
  test('lasts sixty days to the millisecond', () => {
    expect(isReopenable(daysAgo(60), now)).toBe(true)
    expect(isReopenable(new Date(daysAgo(60).getTime() - 1), now)).toBe(false)
    expect(canAct(side(), 'reopen', { status: 'closed', applicationKind: null, closedAt: daysAgo(61) }, now)).toBe(
      false,
    )
  })

  test('is not for what was never closed', () => expect(isReopenable(null, now)).toBe(false))
})

describe('the condition that reads and writes share', () => {
  const asked = (actor: ContributorSide | Officer, act?: RequestAct) => {
    const { sql, params } = new PgDialect({ casing: 'snake_case' }).sqlToQuery(
      act ? actionable(actor, 'one', act) : visibleRequests(actor),
    )
    return { sql, params }
  }

  test('begins at the contributor, or at the office and its units', () => {
    expect(asked(side())).toEqual({ sql: '"requests"."contributor_id" = $1', params: [alfa] })
    expect(asked(officer())).toEqual({
      sql: '("requests"."office_code" = $1 and "requests"."unit_code" in ($2, $3))',
      params: ['7000', 'FC', 'AN'],
    })
  })

  test('of an officer with no unit shows nothing', () => {
    const unassigned = verify({ kind: 'officer', id: me, officeCode: '7000', unitCodes: [], role: 'officer' })
    expect(asked(unassigned).sql).toContain('false')
  })

  test.each(requestActs.filter((act) => transitions[act].by === 'office'))(
    'asks for the holder of %s when the act is theirs, and never of the head',
    (act) => {
      const holders = (role: Officer['role']) => asked(officer(role), act).sql.includes('"officer_id"')
      expect([holders('officer'), holders('head')]).toEqual([needsHolder(act), false])
    },
  )
})
