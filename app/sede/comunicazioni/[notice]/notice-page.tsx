import type { ReactNode } from 'react'
import { notFound } from 'next/navigation'
import { Moved } from '@/app/moved'
import { PageTitle } from '@/components/layout/page-title'
import type { NoticeAct } from '@/db/vocabulary'
import type { Officer } from '@/lib/auth/actor'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import { canAct } from '@/lib/notices/policy'
import { findDeskNotice } from '@/lib/notices/queries/desk'
import { DeskFrame } from '../../desk-frame'

type DeskNotice = NonNullable<Awaited<ReturnType<typeof findDeskNotice>>>
type DeskNoticePageProps = {
  id: string
  act: NoticeAct
  title: string
  lead: string
  children: (found: { notice: DeskNotice; here: string; actor: Officer }) => ReactNode
}

/** The page of anything an officer does to a notice: right and state are settled here, the form is the page's. */
export async function DeskNoticePage({ id, act, title, lead, children }: DeskNoticePageProps) {
  const actor = await requireOfficer()
  const notice = isUuid(id) ? await findDeskNotice(actor, id) : undefined
  if (!notice) notFound()
  const home = '/sede/comunicazioni'
  const here = `${home}/${id}`
  return (
    <DeskFrame
      actor={actor}
      voice={home}
      trail={[
        { label: 'Comunicazioni pubblicate', href: home },
        { label: notice.protocollo, href: here },
        { label: title },
      ]}
    >
      <PageTitle lead={lead}>{title}</PageTitle>
      <p>
        {notice.denomination} · {kindLabel(notice.kind)} · {formatPeriod(notice.periodFrom, notice.periodTo)}
      </p>
      {canAct(actor, act, notice) ? (
        children({ notice, here, actor })
      ) : (
        <Moved to={here}>Lo stato della comunicazione non lo permette più.</Moved>
      )}
    </DeskFrame>
  )
}
