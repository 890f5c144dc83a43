import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import { requirePortfolio } from '@/lib/auth/session'
import { findNoticeTask, findRequestTask } from '@/lib/firms/queries/tasks'

export type Paper = { noticeId: string } | { requestId: string }

/**
 * What the firm keeps of its own about a paper, for who acts by the firm they are in now; undefined for everybody else. It is
 * asked as one of the firm's people, never as the contributor's side.
 */
export async function ownWork(actor: ContributorSide, paper: Paper) {
  if (!actor.delegation?.firmId) return undefined
  const portfolio = await requirePortfolio()
  if (portfolio.firm?.id !== actor.delegation.firmId) return undefined
  const task =
    'noticeId' in paper
      ? await findNoticeTask(portfolio, paper.noticeId)
      : await findRequestTask(portfolio, paper.requestId)
  return task && { portfolio, task }
}
