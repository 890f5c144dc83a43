import { describe, expect, test } from 'vitest'
import {
  requestActs,
  requestOutcomes,
  requestPhases,
  requestStatuses,
  threadSides,
  type RequestAct,
  type RequestStatus,
  type ThreadSide,
} from '@/db/vocabulary'
import {
  answerWorkingDays,
  closureNoticeWorkingDays,
  decisions,
  describeStatus,
  isAllowed,
  needsHolder,
  outcomeLabels,
  phaseLabels,
  phaseOf,
  reopenableDays,
  statusesFor,
  transitions,
} from './status'

/** Where each act leads from each status, as `domain.md` tells the life of a request: everything not written is refused. */
const life: Record<RequestStatus, Partial<Record<RequestAct, RequestStatus>>> = {
  submitted: { message: 'submitted', withdraw: 'withdrawn', take_up: 'taken_up', transfer: 'transferred' },
  transferred: { message: 'transferred', take_up: 'taken_up', transfer: 'transferred' },
  reopened: { message: 'reopened', take_up: 'taken_up', transfer: 'transferred' },
  taken_up: {
    message: 'taken_up',
    release: 'submitted',
    transfer: 'transferred',
    request_documents: 'awaiting_documents',
    reply: 'taken_up',
    close: 'closed',
  },
  awaiting_documents: {
    supplement: 'supplemented',
    reply: 'awaiting_documents',
    announce_closure: 'awaiting_documents',
    close_for_missing_documents: 'closed',
  },
  supplemented: {
    message: 'supplemented',
    release: 'submitted',
    transfer: 'transferred',
    request_documents: 'awaiting_documents',
    reply: 'supplemented',
    close: 'closed',
  },
  closed: { reopen: 'reopened' },
  withdrawn: {},
}

const sideOf: Record<RequestAct, ThreadSide> = {
  submit: 'contributor',
  message: 'contributor',
  supplement: 'contributor',
  withdraw: 'contributor',
  reopen: 'contributor',
  take_up: 'office',
  release: 'office',
  transfer: 'office',
  request_documents: 'office',
  reply: 'office',
  close: 'office',
  decide: 'office',
  announce_closure: 'system',
  close_for_missing_documents: 'system',
}

const decided = ({ close: _, ...acts }: (typeof life)[RequestStatus]) =>
  ({ ...acts, decide: 'closed', withdraw: 'withdrawn' }) as const

/** The same of an istanza: it is decided and not closed, withdrawn until then, and what ended is not begun again. */
const lifeOfApplication: typeof life = {
  ...life,
  submitted: { ...life.submitted, withdraw: 'withdrawn' },
  transferred: { ...life.transferred, withdraw: 'withdrawn' },
  reopened: { ...life.reopened, withdraw: 'withdrawn' },
  taken_up: decided(life.taken_up),
  awaiting_documents: { ...life.awaiting_documents, withdraw: 'withdrawn' },
  supplemented: decided(life.supplemented),
  closed: {},
}

const everyStep = requestStatuses.flatMap((status) => requestActs.map((act) => ({ status, act })))
const destination = (act: RequestAct, status: RequestStatus) => {
  const rule = transitions[act]
  return 'to' in rule ? rule.to : status
}

describe('the life of a request', () => {
  test.each(everyStep)('$act on a request $status', ({ status, act }) => {
    const leadsTo = life[status][act]
    expect(threadSides.filter((side) => isAllowed(act, side, status))).toEqual(leadsTo ? [sideOf[act]] : [])
    expect(statusesFor(act).includes(status)).toBe(leadsTo !== undefined)
    if (leadsTo) expect(destination(act, status)).toBe(leadsTo)
  })

  test('begins with sending, which no status allows', () => {
    expect(statusesFor('submit')).toEqual([])
    expect(transitions.submit.to).toBe('submitted')
  })

  test('every status is reached, and none but a withdrawn one is without a way on', () => {
    expect(new Set(Object.values(transitions).flatMap((rule) => ('to' in rule ? [rule.to] : [])))).toEqual(
      new Set(requestStatuses),
    )
    const stuck = requestStatuses.filter((status) => requestActs.every((act) => !statusesFor(act).includes(status)))
    expect(stuck).toEqual(['withdrawn'])
  })

  test('each act is a change of its own', () => {
    expect(new Set(Object.values(transitions).map(({ change }) => change)).size).toBe(requestActs.length)
  })

  test('what counts as somebody’s work is done by whoever took the request up', () => {
    expect(requestActs.filter(needsHolder)).toEqual([
      'release',
      'transfer',
      'request_documents',
      'reply',
      'close',
      'decide',
    ])
  })

  test('the terms are five working days for the answer and for the notice, sixty days to reopen', () => {
    expect([answerWorkingDays, closureNoticeWorkingDays, reopenableDays]).toEqual([5, 5, 60])
  })
})

describe('the life of an istanza', () => {
  test.each(everyStep)('$act on an istanza $status', ({ status, act }) => {
    const leadsTo = lifeOfApplication[status][act]
    const allowed = threadSides.filter((side) => isAllowed(act, side, status, 'application'))
    expect(allowed).toEqual(leadsTo ? [sideOf[act]] : [])
    if (leadsTo) expect(destination(act, status)).toBe(leadsTo)
  })
})

describe('the words people read', () => {
  test('a status is always said with one of three phases', () => {
    expect(requestStatuses.map((status) => phaseLabels[phaseOf(status)])).toEqual([
      'Aperta',
      'In carico',
      'Aperta',
      'In carico',
      'In carico',
      'In carico',
      'Chiusa',
      'Chiusa',
    ])
    expect(Object.keys(phaseLabels)).toEqual([...requestPhases])
  })

  test('a closed request says how it ended, any other where it stands', () => {
    expect(requestOutcomes.map((outcome) => describeStatus('closed', outcome))).toEqual(
      requestOutcomes.map((outcome) => outcomeLabels[outcome]),
    )
    expect(describeStatus('reopened', null)).toBe('Riaperta')
    expect(describeStatus('closed', null)).toBe('Definita')
    expect(new Set(requestStatuses.map((status) => describeStatus(status, null))).size).toBe(requestStatuses.length)
  })

  test('an officer chooses among four outcomes; the fifth belongs to the portal’s own term', () => {
    expect(decisions.map((outcome) => outcomeLabels[outcome])).toEqual([
      'Accolta',
      'Parzialmente accolta',
      'Non accolta',
      'Non di competenza',
    ])
  })
})
