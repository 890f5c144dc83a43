import { and, eq, sql, type SQL } from 'drizzle-orm'
import { accesses, campaigns, notices } from '@/db/schema'
import type { NoticeAct, NoticeStatus } from '@/db/vocabulary'
import type { ContributorSide, Officer, Portfolio } from '@/lib/auth/actor'
import { openAccesses } from '@/lib/contributors/policy'
import { rightsOf } from '@/lib/contributors/rights'
import { isAllowed } from './status'

/** Which notices this actor may see. Every read and write of a notice goes through here. */
export function visibleNotices(actor: ContributorSide | Portfolio | Officer): SQL {
  switch (actor.kind) {
    case 'contributor':
      return eq(notices.contributorId, actor.contributorId)
    case 'portfolio':
      return sql`exists (select from ${accesses} where ${and(openAccesses(actor), eq(accesses.contributorId, notices.contributorId))})`
    case 'officer':
      return eq(notices.officeCode, actor.officeCode)
  }
}

/** Campaigns are their office's own business. */
export const visibleCampaigns = (actor: Officer): SQL => eq(campaigns.officeCode, actor.officeCode)

/** Whether the page offers `act` on a notice: the same rule as the command's. */
export function canAct(
  actor: ContributorSide | Officer,
  act: NoticeAct,
  notice: { status: NoticeStatus; firstReadAt: Date | null },
) {
  if (actor.kind === 'officer') return isAllowed(act, 'office', notice.status)
  if (rightsOf[actor.title].partial) return false
  return actor.pinLevel === 'dispositivo' && notice.firstReadAt !== null && isAllowed(act, 'contributor', notice.status)
}
