import { v7 } from 'uuid'
import type { ContributorSide } from '@/lib/auth/actor'
import { chooseContributors } from '@/lib/bulk-requests/commands/choose'
import { findBulk } from '@/lib/bulk-requests/queries/bulk'
import { saveDraft } from '@/lib/drafts/commands'
import { readNotice } from '@/lib/notices/commands/reading'
import { packIds } from '@/lib/portfolio/packed-ids'
import { typedRequest } from './factories'
import { aPublishedNotice } from './notice-factories'
import { portfolio } from './portfolio-factories'

type People = { sender: ContributorSide }
type Form = Record<string, string>

const aNotice = async ({ sender }: People) => (await aPublishedNotice({ contributorId: sender.contributorId })).id

/** A request for many, of one contributor chosen so far. */
async function chosen({ sender }: People) {
  const bulkId = v7()
  await chooseContributors(portfolio(sender.id), { bulkId, add: [sender.contributorId] })
  return bulkId
}
const versionOf = async ({ sender }: People, bulkId: string) =>
  String((await findBulk(portfolio(sender.id), bulkId))!.version)

/** A form of every action on many things at once, as a person would fill it. */
export const bulkForms = {
  chooseContributorsAction: {
    side: 'sender' as const,
    button: 'continua',
    good: (_: unknown, { sender }: People): Form => ({
      bulkId: v7(),
      scelti: sender.contributorId,
      gruppo: '',
      codici: '',
      parole: '',
    }),
  },
  reviewBulkAction: {
    side: 'sender' as const,
    good: async (_: unknown, people: People): Promise<Form> => {
      const draftId = await chosen(people)
      return { draftId, writer: v7(), version: await versionOf(people, draftId), ...typedRequest }
    },
  },
  sendBulkAction: {
    side: 'sender' as const,
    good: async (_: unknown, people: People): Promise<Form> => {
      const bulkId = await chosen(people)
      const version = Number(await versionOf(people, bulkId))
      const words = { kind: 'entry' as const, version, writer: v7(), content: typedRequest }
      await saveDraft(people.sender, bulkId, words)
      return { bulkId, version: await versionOf(people, bulkId) }
    },
  },
  actOnChosenAction: {
    side: 'sender' as const,
    good: async (_: unknown, people: People): Promise<Form> => {
      const noticeId = await aNotice(people)
      await readNotice(people.sender, { noticeId })
      return { elenco: 'read', filtri: 'tipo=DEB-OMI', altrove: noticeId, scelte: noticeId, atto: 'segna-viste' }
    },
  },
  readManyNoticesAction: {
    side: 'sender' as const,
    good: async (_: unknown, people: People): Promise<Form> => ({ letture: packIds([await aNotice(people)]) }),
  },
}
