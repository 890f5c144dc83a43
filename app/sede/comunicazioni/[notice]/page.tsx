import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DueChip } from '@/components/due-chip'
import { PageTitle } from '@/components/layout/page-title'
import { NoticeDocument } from '@/components/notice-document'
import { NoticeStatusBadge } from '@/components/notice-status'
import { requireOfficer } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { isUuid } from '@/lib/identifiers/uuid'
import { kindLabel } from '@/lib/notices/kinds'
import { canAct } from '@/lib/notices/policy'
import { listAnswers, listPayments } from '@/lib/notices/queries/answers'
import { findDeskNotice, listDeskNoticeEvents, listDeskReadings } from '@/lib/notices/queries/desk'
import { isStruck } from '@/lib/notices/status'
import { DeskFrame } from '../../desk-frame'
import { DeskNoticeActs } from './acts'
import { Answers } from './answers'
import { History } from './history'
import { Links } from './links'
import { Readings } from './readings'

export const metadata: Metadata = { title: 'Comunicazione' }

export default async function DeskNoticePage({ params }: PageProps<'/sede/comunicazioni/[notice]'>) {
  const { notice: id } = await params
  const actor = await requireOfficer()
  const notice = isUuid(id) ? await findDeskNotice(actor, id) : undefined
  if (!notice) notFound()
  const [readings, events, answers, payments] = await Promise.all([
    listDeskReadings(actor, id),
    listDeskNoticeEvents(actor, id),
    listAnswers(actor, id),
    listPayments(actor, id),
  ])
  const home = '/sede/comunicazioni'
  const here = `${home}/${id}`
  const { denomination, codiceFiscale, status } = notice
  const label = kindLabel(notice.kind)
  return (
    <DeskFrame
      actor={actor}
      voice={home}
      trail={[{ label: 'Comunicazioni pubblicate', href: home }, { label: notice.protocollo }]}
    >
      <PageTitle lead={`${denomination} – C.F. ${codiceFiscale}`}>
        {isStruck(status) ? <del className="is-struck">{label}</del> : label}
      </PageTitle>
      <p className="request-heading">
        <NoticeStatusBadge status={status} />
        <DueChip dueBy={notice.dueBy} status={status} today={romeDate(new Date())} />
        <span>
          Protocollo <strong className="code">{notice.protocollo}</strong>
        </span>
      </p>
      <Links notice={notice} />
      <DeskNoticeActs here={here} can={(act) => canAct(actor, act, notice)} />
      <Readings readings={readings} publishedAt={notice.publishedAt} />
      <Answers answers={answers} payments={payments} here={here} />
      <NoticeDocument notice={{ ...notice, contributor: { denomination, codiceFiscale } }} />
      <p>
        Impronta SHA-256: <code>{notice.sha256}</code>
      </p>
      <History notice={notice} events={events} />
    </DeskFrame>
  )
}
