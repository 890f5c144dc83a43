import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { NewNotice } from '@/db/notice-content'
import { campaigns, stagedNotices } from '@/db/schema'
import type { CampaignStatus, NoticeKind } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import type { Officer } from '@/lib/auth/actor'
import { publishNotices } from '@/lib/notices/commands/publish'
import { aUser, system } from './factories'

/** A debt of two months, 03 and 04/2024, as an office elaborates it; its number is its own unless `changes` say it. */
export const newNotice = (contributorId: string, changes: Partial<NewNotice> = {}): NewNotice => ({
  externalNumber: `N-${v7()}`,
  kind: 'DEB-OMI',
  contributorId,
  year: 2024,
  periodFrom: '2024-03',
  periodTo: '2024-04',
  elaboratedOn: '2026-11-02',
  dueBy: null,
  contributionsCents: 140_120,
  sanctionsCents: 9_830,
  content: {
    contributions: [
      { month: '2024-03', causale: 'CXX', due: 120_000, paid: 40_000 },
      { month: '2024-04', causale: 'CXX', due: 60_120, paid: 0 },
    ],
    sanctions: [
      {
        month: '2024-03',
        term: '2024-04-16',
        paidOn: null,
        days: 930,
        base: 80_000,
        rule: 'a',
        amount: 5_830,
      },
      {
        month: '2024-04',
        term: '2024-05-16',
        paidOn: null,
        days: 900,
        base: 60_120,
        rule: 'a',
        amount: 4_000,
      },
    ],
    f24: [{ causale: 'CXX', branch: '00144 ROMA', from: '2024-03', to: '2024-04', amount: 149_950 }],
  },
  ...changes,
})

/** «0/2024 – 0/2024»: sanctions alone for payments that came late. */
export const sanctionsOnly = (contributorId: string, changes: Partial<NewNotice> = {}): NewNotice =>
  newNotice(contributorId, {
    kind: 'DEB-SAN',
    periodFrom: '2024-00',
    periodTo: '2024-00',
    contributionsCents: 0,
    sanctionsCents: 1_250,
    content: {
      contributions: [],
      sanctions: [
        {
          month: '2024-05',
          term: '2024-06-17',
          paidOn: '2024-07-17',
          days: 30,
          base: 120_000,
          rule: 'a',
          amount: 1_250,
        },
      ],
      f24: [{ causale: 'CXX', branch: '00144 ROMA', from: '2024-05', to: null, amount: 1_250 }],
    },
    ...changes,
  })

type Published = Partial<Omit<NewNotice, 'contributorId'>> & {
  contributorId: string
  officeCode?: string
  /** The officer who answers for it; made unless given. */
  publishedBy?: string
  campaignId?: string
  now?: Date
  kind?: NoticeKind
}

/** A notice published without a form, telling nobody; a debt of two months unless said otherwise. */
export async function aPublishedNotice({
  contributorId,
  officeCode = '7000',
  publishedBy,
  campaignId,
  now = new Date(),
  ...changes
}: Published) {
  const origin = {
    officeCode,
    publishedBy: publishedBy ?? (await aUser()).id,
    ...(campaignId === undefined ? {} : { campaignId }),
  }
  const [published] = await transaction((tx) =>
    publishNotices(system(), tx, origin, [newNotice(contributorId, changes)], now),
  )
  const { id, protocollo, externalNumber } = published!
  return { id, protocollo, externalNumber }
}

type Staged = {
  author: Officer
  /** One for each notice of the file. */
  contributorIds: string[]
  status?: CampaignStatus
  /** Positions of the random sample. */
  sample?: number[]
  /** External numbers are `<prefix>-<position>`. */
  prefix?: string
}

/** A campaign that passed its dry run, with its staged notices and its sample. Gives its id and its prefix. */
export async function aStagedCampaign({
  author,
  contributorIds,
  status = 'validated',
  sample = [1],
  prefix = v7(),
}: Staged) {
  const id = v7()
  const { officeCode } = author
  const staged = contributorIds.map((contributorId, index) => ({
    campaignId: id,
    position: index + 1,
    officeCode,
    externalNumber: `${prefix}-${index + 1}`,
    contributorId,
    notice: newNotice(contributorId, { externalNumber: `${prefix}-${index + 1}` }),
    sampledAt: sample.includes(index + 1) ? new Date() : null,
    line: index + 2,
  }))
  await transaction(async (tx) => {
    await tx.insert(campaigns).values({
      id,
      officeCode,
      title: 'Comunicazioni di novembre',
      fileName: 'novembre.csv',
      fileSize: 1_000,
      fileSha256: createHash('sha256').update(prefix).digest('hex'),
      status,
      notices: staged.length,
      lines: staged.length,
      totalCents: staged.reduce((sum, { notice }) => sum + notice.contributionsCents + notice.sanctionsCents, 0),
      createdBy: author.id,
    })
    for (let from = 0; from < staged.length; from += 1_000)
      await tx.insert(stagedNotices).values(staged.slice(from, from + 1_000))
  })
  return { id, prefix }
}
