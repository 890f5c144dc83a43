import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { campaigns } from '@/db/schema'
import type { CampaignStatus } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { openSample } from '@/lib/campaigns/commands/brake'
import { openCalendar } from '@/lib/deadlines/commands'
import { listCalendars } from '@/lib/deadlines/queries'
import { readNotice } from '@/lib/notices/commands/reading'
import { execute, officer, reason, rows } from './factories'
import { aPublishedNotice, aStagedCampaign } from './notice-factories'

type People = { sender: ContributorSide; desk: Officer }
type Form = Record<string, string>

const unread = async ({ sender }: People) => ({
  noticeId: (await aPublishedNotice({ contributorId: sender.contributorId })).id,
})
const read = async (people: People) => {
  const named = await unread(people)
  await readNotice(people.sender, named)
  return named
}

const typed = () => ({
  externalNumber: `N-${v7()}`,
  kind: 'DEB-OMI',
  year: '2024',
  periodFrom: '03/2024',
  periodTo: '03/2024',
  elaboratedOn: '02/11/2026',
  contributions: '03/2024;CXX;700,60;0,00',
  sanctions: '03/2024;16/04/2024;;930;700,60;a;178,51',
  f24: '03/2024;;CXX;00144 ROMA;879,11',
})
const act = () => ({ eventId: v7(), text: reason })

/** A campaign that a colleague loaded, standing where a button of its page may be pressed. */
async function campaignIn(status: CampaignStatus, { sender, desk }: People) {
  const author = await officer({ officeCode: desk.officeCode })
  const { id } = await aStagedCampaign({ author, contributorIds: [sender.contributorId] })
  if (status === 'validated') await openSample(desk, { campaignId: id, position: 1 })
  else await transaction((tx) => tx.update(campaigns).set({ status }).where(eq(campaigns.id, id)))
  if (status === 'done') await aPublishedNotice({ contributorId: sender.contributorId, campaignId: id })
  return { campaignId: id }
}
const pressing = (status: CampaignStatus) => ({
  side: 'desk' as const,
  good: (_: unknown, people: People) => campaignIn(status, people),
})
const giving = (status: CampaignStatus) => ({
  side: 'desk' as const,
  good: async (_: unknown, people: People): Promise<Form> => ({ ...(await campaignIn(status, people)), text: reason }),
})

/** A form of every action on notices and campaigns, as a person would fill it. */
export const noticeForms = {
  readNoticeAction: { side: 'sender' as const, good: (_: unknown, people: People): Promise<Form> => unread(people) },
  markNoticeReadAction: { side: 'sender' as const, good: (_: unknown, people: People): Promise<Form> => read(people) },
  markNoticeUnreadAction: {
    side: 'sender' as const,
    good: (_: unknown, people: People): Promise<Form> => read(people),
  },
  declarePaymentAction: {
    side: 'sender' as const,
    good: async (_: unknown, people: People): Promise<Form> => ({
      ...(await read(people)),
      eventId: v7(),
      paidOn: '20/11/2026',
      amount: '879,11',
    }),
  },
  openCalendarAction: { side: 'sender' as const, good: (): Form => ({}) },
  closeCalendarAction: {
    side: 'sender' as const,
    good: async (_: unknown, { sender }: People): Promise<Form> => {
      await execute(sql`delete from calendar_feeds`)
      await openCalendar(sender)
      return { id: (await listCalendars(sender))[0]!.id }
    },
  },
  verifyReceiptAction: { good: (): Form => ({ code: '1-0000-0000-0000-0000-0000' }) },
  publishNoticeAction: {
    side: 'desk' as const,
    button: 'publish',
    good: async (_: unknown, { sender }: People): Promise<Form> => {
      const [party] = await rows<{ code: string }>(
        sql`select codice_fiscale as code from contributors where id = ${sender.contributorId}`,
      )
      return { codiceFiscale: party!.code, ...typed() }
    },
  },
  correctNoticeAction: {
    side: 'desk' as const,
    button: 'publish',
    good: async (_: unknown, people: People): Promise<Form> => ({ ...(await unread(people)), ...act(), ...typed() }),
  },
  actOnNoticeAction: {
    side: 'desk' as const,
    good: async (_: unknown, people: People): Promise<Form> => ({ ...(await unread(people)), ...act(), act: 'begin' }),
  },
  openSampleAction: {
    side: 'desk' as const,
    good: async (_: unknown, people: People): Promise<Form> => ({
      ...(await campaignIn('validated', people)),
      position: '1',
    }),
  },
  approveCampaignAction: pressing('validated'),
  discardCampaignAction: pressing('validated'),
  resumeCampaignAction: pressing('paused'),
  stopCampaignAction: giving('paused'),
  withdrawCampaignAction: giving('done'),
}
