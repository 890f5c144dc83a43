import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beginApplication } from '@/lib/applications/commands/draft'
import { findApplicationDraft } from '@/lib/applications/queries/drafts'
import type { ContributorSide } from '@/lib/auth/actor'
import { applicationExamples } from './application-examples'
import { anApplicationDraft } from './application-factories'
import { execute } from './factories'

type People = { sender: ContributorSide }
type Form = Record<string, string>

const kind = 'rimborso'
const byContributor = (good: (people: People) => Promise<Form>) => ({
  side: 'sender' as const,
  good: async (_: unknown, people: People) => {
    // A kind that a test of this file closed would be refused for that.
    await execute(sql`update closed_application_kinds set opened_at = now() where opened_at is null`)
    return good(people)
  },
})

async function begun({ sender }: People) {
  const draftId = v7()
  await beginApplication(sender, { draftId, kind })
  return draftId
}

async function ready({ sender }: People) {
  const draftId = await anApplicationDraft(sender, kind)
  return { draftId, version: String((await findApplicationDraft(sender, draftId))!.version) }
}

const ofStep = (step: string) =>
  Object.fromEntries(Object.entries(applicationExamples[kind]!.example).filter(([name]) => name.startsWith(`${step}_`)))

/** A form of every action by which a contributor fills in and sends an istanza, as a person would fill it. */
export const applicationForms = {
  beginApplicationAction: byContributor(async () => ({ draftId: v7(), kind })),
  keepStepAction: byContributor(async (people) => ({
    draftId: await begun(people),
    version: '1',
    writer: v7(),
    step: 'somme',
    ...ofStep('somme'),
  })),
  submitApplicationAction: byContributor(async (people) => ({ ...(await ready(people)), declared: 'on' })),
  handOverApplicationAction: byContributor(async (people) => ({
    draftId: await begun(people),
    note: 'Controlla l’IBAN.',
  })),
  discardApplicationAction: byContributor(async (people) => ({ draftId: await begun(people) })),
}

/** Those whose form names a draft that must be there. */
export const ofOwnDraft = new Set(Object.keys(applicationForms).filter((name) => name !== 'beginApplicationAction'))
