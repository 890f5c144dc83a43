import { describe, expect, test } from 'vitest'
import { campaignStatuses, type CampaignStatus } from '@/db/vocabulary'
import { verify } from '@/lib/auth/verify'
import { canAct, refusalToApprove } from './policy'
import {
  type CampaignAct,
  campaignActs,
  firstStageOf,
  isAllowed,
  statusesFor,
  statusLabels,
  transitions,
} from './status'

/** Where each act leads from each status: everything not written is refused. */
const life: Record<CampaignStatus, Partial<Record<CampaignAct, CampaignStatus>>> = {
  loading: { validate: 'validated', fail: 'unreadable', discard: 'discarded' },
  unreadable: { discard: 'discarded' },
  validated: { open_sample: 'validated', approve: 'releasing', discard: 'discarded' },
  releasing: { pause: 'paused', finish: 'done', stop: 'stopped' },
  paused: { resume: 'releasing', stop: 'stopped' },
  stopped: { withdraw: 'stopped' },
  done: { withdraw: 'done' },
  discarded: {},
}
const byThePortal: CampaignAct[] = ['validate', 'fail', 'pause', 'finish']

describe('the life of a campaign', () => {
  test.each(campaignStatuses.flatMap((status) => campaignActs.map((act) => ({ status, act }))))(
    '$act on a campaign $status',
    ({ status, act }) => {
      const leadsTo = life[status][act]
      const side = byThePortal.includes(act) ? 'system' : 'office'
      const allowed = (['office', 'system'] as const).filter((each) => isAllowed(act, each, status))
      expect(allowed).toEqual(leadsTo ? [side] : [])
      const rule = transitions[act]
      if (leadsTo) expect('to' in rule ? rule.to : status).toBe(leadsTo)
    },
  )

  test('publishing begins only with an approval, and a discarded campaign has no way on', () => {
    const toRelease = campaignActs.filter((act) => {
      const rule = transitions[act]
      return 'to' in rule && rule.to === 'releasing'
    })
    expect(toRelease).toEqual(['approve', 'resume'])
    expect(campaignActs.filter((act) => statusesFor(act).includes('discarded'))).toEqual([])
  })

  test('every status has its own words', () =>
    expect(new Set(Object.values(statusLabels)).size).toBe(campaignStatuses.length))

  test.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 1],
    [11, 2],
    [100_000, 10_000],
  ])('the first stage of %i notices is %i', (notices, first) => expect(firstStageOf(notices)).toBe(first))
})

describe('the second person', () => {
  const id = '018f0000-0000-7000-8000-000000000001'
  const approver = verify({ kind: 'officer', id, officeCode: '7000', unitCodes: ['FC'], role: 'officer' })
  const ready = { status: 'validated' as const, createdBy: 'somebody else', notices: 20, sampleLeft: 0 }

  test('approves when the whole sample was opened', () => {
    expect(refusalToApprove(approver, ready)).toBeUndefined()
    expect(canAct(approver, 'approve', ready)).toBe(true)
  })

  test.each([
    ['is not whoever loaded the file', { createdBy: id }, 'Hai caricato tu'],
    ['has something to publish', { notices: 0 }, 'nessuna comunicazione'],
    ['has opened the last of the sample', { sampleLeft: 1 }, 'l’ultima'],
    ['has opened all of the sample', { sampleLeft: 7 }, 'te ne restano 7'],
  ])('%s', (_rule, standing, words) => {
    expect(refusalToApprove(approver, { ...ready, ...standing })).toContain(words)
    expect(canAct(approver, 'approve', { ...ready, ...standing })).toBe(false)
  })

  test('whoever loaded it may stop it all the same', () =>
    expect(canAct(approver, 'stop', { ...ready, status: 'releasing', createdBy: id })).toBe(true))
})
