import type { Route } from 'next'
import Link from 'next/link'
import type { NoticeKind } from '@/db/vocabulary'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'

export type PaperSaid = {
  contributorId: string
  noticeId: string | null
  kind: NoticeKind | null
  periodFrom: string | null
  periodTo: string | null
  requestId: string | null
  topicLabel: string | null
}

/** What a paper is called in a list: as much as may be said before it is read. */
export const paperName = ({ kind, periodFrom, periodTo, topicLabel }: PaperSaid) =>
  kind && periodFrom && periodTo
    ? `${kindLabel(kind)}, ${formatPeriod(periodFrom, periodTo)}`
    : `Richiesta: ${topicLabel}`

/** The way to the contributor's own page of it. */
export function PaperLink({ paper }: { paper: PaperSaid }) {
  const path = paper.noticeId ? `comunicazioni/${paper.noticeId}` : `richieste/${paper.requestId}`
  return (
    <Link href={`/area/${paper.contributorId}/${path}` as Route} prefetch={false}>
      {paperName(paper)}
    </Link>
  )
}
