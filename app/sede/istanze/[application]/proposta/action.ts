'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/action'
import { answerProposal } from '@/lib/applications/commands/refuse'
import { answerProposalSchema } from '@/lib/applications/schema'

export const answerProposalAction = officerAction(answerProposalSchema, async (actor, input) => {
  await answerProposal(actor, input)
  redirect(`/sede/istanze/${input.requestId}` as Route)
})
