import type { NoticeContent } from '@/db/notice-content'
import type { NoticeStatus } from '@/db/vocabulary'
import { formatMonth } from '@/lib/calendar/month'
import { factPrefix } from '@/lib/topics/fact-prefix'
import { isAllowed, statusLabels } from './status'

/** The acts by which a contributor answers a notice. */
type AnsweringAct = 'answer' | 'declare_payment'

/**
 * Why a notice cannot be answered now, in words for whoever tries; undefined when it can. It must have been read, because
 * an answer proves that it was, and the office must not have closed it (`status.ts`).
 */
export function refusalToAnswer(act: AnsweringAct, notice: { status: NoticeStatus; firstReadAt: Date | null }) {
  if (!isAllowed(act, 'contributor', notice.status))
    return `La comunicazione risulta «${statusLabels[notice.status]}»: non si può più rispondere da qui.`
  if (notice.firstReadAt === null) return 'Prima apri e leggi la comunicazione: poi potrai rispondere.'
  return undefined
}

/** As many months as a topic's question takes (`lib/topics/answers.ts`). */
const mostMonths = 120

/**
 * What the form of a request begins with when it answers a notice: the link, and the facts that the topics on notices ask
 * for (`db/topics/notices.ts`): its number and, when they fit, the months that it is about.
 */
export function answerDraft(notice: {
  id: string
  protocollo: string
  content: NoticeContent | null
}): Record<string, string> {
  const rows = [...(notice.content?.contributions ?? []), ...(notice.content?.sanctions ?? [])]
  const months = [...new Set(rows.map(({ month }) => month))].sort()
  return {
    noticeId: notice.id,
    [`${factPrefix}noticeNumber`]: notice.protocollo,
    ...(months.length > 0 &&
      months.length <= mostMonths && { [`${factPrefix}months`]: months.map(formatMonth).join(', ') }),
  }
}
