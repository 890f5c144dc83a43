import { v7 } from 'uuid'
import { takeUpRequest } from '@/lib/requests/commands/officer'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { proposeRefusal } from '@/lib/applications/commands/refuse'
import { saveDraft } from '@/lib/drafts/commands'
import { anApplication } from './application-factories'
import { officer, reason } from './factories'

type People = { sender: ContributorSide; desk: Officer }
type Form = Record<string, string>

const reasons = { facts: reason, law: 'Art. 2, comma 26, L. 335/1995' }

/** An istanza in the hands of the officer who fills the form. */
async function inCharge({ sender, desk }: People) {
  const requestId = await anApplication(sender, 'rettifica-f24')
  await takeUpRequest(desk, { requestId })
  return requestId
}

/** The draft of a decision, looked at. */
async function looked({ desk, ...people }: People): Promise<Form> {
  const [draftId, requestId] = [v7(), await inCharge({ desk, ...people })]
  const content = { act: 'decide', outcome: 'granted', ...reasons }
  await saveDraft(desk, draftId, { kind: 'entry', requestId, version: 0, writer: v7(), content })
  return { draftId, requestId, version: '1' }
}

/** A refusal that a colleague proposed. */
async function proposed({ desk, sender }: People): Promise<Form> {
  const [proposalId, colleague] = [v7(), await officer({ officeCode: desk.officeCode })]
  const requestId = await inCharge({ sender, desk: colleague })
  await proposeRefusal(colleague, { draftId: proposalId, requestId, ...reasons })
  return { requestId, proposalId, answer: 'sent_back', note: 'Manca la verifica dei versamenti.' }
}

/** A form of every action by which an officer decides an istanza, as they would fill it. */
export const applicationDeskForms = {
  decideAction: {
    side: 'desk' as const,
    good: async (_: unknown, people: People): Promise<Form> => ({
      draftId: v7(),
      writer: v7(),
      version: '0',
      requestId: await inCharge(people),
      act: 'decide',
      outcome: 'granted',
      ...reasons,
    }),
  },
  settleDecisionAction: { side: 'desk' as const, good: (_: unknown, people: People) => looked(people) },
  answerProposalAction: { side: 'desk' as const, good: (_: unknown, people: People) => proposed(people) },
}
