import { and, inArray, isNull, type SQL } from 'drizzle-orm'
import { refusalProposals, requests } from '@/db/schema'
import type { ProposalAnswer, RequestStatus } from '@/db/vocabulary'
import type { Officer } from '@/lib/auth/actor'
import { visibleRequests } from '@/lib/requests/policy'
import { isAllowed, statusesFor } from '@/lib/requests/status'

/** Proposed refusals that wait for a colleague, of istanze that this officer may see and that can be decided now. */
export const openProposals = (actor: Officer): SQL =>
  and(
    isNull(refusalProposals.answer),
    visibleRequests(actor),
    inArray(requests.status, statusesFor('decide', 'application')),
  )!

type Proposal = { answer: ProposalAnswer | null; proposedBy: string }

/** Whether this officer may confirm a proposed refusal or send it back: anybody of its unit, but who proposed it. */
export const canAnswer = (actor: Officer, { answer, proposedBy }: Proposal, { status }: { status: RequestStatus }) =>
  answer === null && proposedBy !== actor.id && isAllowed('decide', 'office', status, 'application')
