import { DueChip } from '@/components/due-chip'
import { PageTitle } from '@/components/layout/page-title'
import { NoticeDocument } from '@/components/notice-document'
import { NoticeStatusBadge } from '@/components/notice-status'
import type { ContributorSide } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { kindLabel } from '@/lib/notices/kinds'
import { findPaperHash } from '@/lib/notices/papers/keep'
import { listAnswers } from '@/lib/notices/queries/answers'
import { listNoticeEvents, listReadings } from '@/lib/notices/queries/detail'
import { isStruck } from '@/lib/notices/status'
import { AnswerLinks } from './answer-links'
import type { FoundNotice } from './envelope'
import { History } from './history'
import { Papers } from './papers'
import { Readings } from './readings'
import { SentAnswers } from './sent-answers'
import { StruckAlert } from './struck-alert'

/** A notice that may be read: what became of it, what it says, what one can answer, who read it. */
export async function Opened({ actor, notice }: { actor: ContributorSide; notice: FoundNotice }) {
  const { content, contributionsCents, sanctionsCents, sha256 } = notice
  const [readings, events, answers, paperSha256] = await Promise.all([
    listReadings(actor, notice.id),
    listNoticeEvents(actor, notice.id),
    listAnswers(actor, notice.id),
    findPaperHash(actor, notice.id),
  ])
  if (content === null || contributionsCents === null || sanctionsCents === null || sha256 === null) return null
  const struck = isStruck(notice.status)
  const here = `/area/${actor.contributorId}/comunicazioni/${notice.id}`
  return (
    <>
      <PageTitle>
        <span className={struck ? 'is-struck' : undefined}>{kindLabel(notice.kind)}</span>
      </PageTitle>
      <p className="notice-heading">
        <NoticeStatusBadge status={notice.status} />
        <DueChip dueBy={notice.dueBy} status={notice.status} today={romeDate(new Date())} />
        {!notice.seen && notice.firstReadAt && <span className="fresh-mark">Da leggere per te</span>}
      </p>
      {struck && <StruckAlert events={events} profile={actor.contributorId} />}
      <SentAnswers answers={answers} profile={actor.contributorId} />
      <Readings actor={actor} notice={notice} readings={readings} />
      <AnswerLinks actor={actor} notice={notice} here={here} />
      <div className={struck ? 'is-annulled' : undefined}>
        <NoticeDocument
          notice={{
            ...notice,
            contributor: notice,
            content,
            contributionsCents,
            sanctionsCents,
          }}
        />
      </div>
      <Papers here={here} sha256={sha256} paperSha256={paperSha256} read={notice.firstReadAt !== null} />
      <History notice={notice} events={events} profile={actor.contributorId} />
    </>
  )
}
