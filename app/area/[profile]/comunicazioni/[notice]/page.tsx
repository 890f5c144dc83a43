import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireContributorSide } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { isUuid } from '@/lib/identifiers/uuid'
import { kindLabel } from '@/lib/notices/kinds'
import { findNotice } from '@/lib/notices/queries/detail'
import { AreaFrame } from '../../area-frame'
import { FirmPanel } from '../../firm-panel'
import { Envelope } from './envelope'
import { Opened } from './opened'
import { Sealed } from './sealed'

export const metadata: Metadata = { title: 'Comunicazione di irregolarità' }

/** Opening this address reads nothing: before the contributor's first reading it shows the envelope. */
export default async function NoticePage({ params }: PageProps<'/area/[profile]/comunicazioni/[notice]'>) {
  const { profile, notice: id } = await params
  const actor = await requireContributorSide(profile)
  const notice = isUuid(id) ? await findNotice(actor, id) : undefined
  if (!notice) notFound()
  const list = notice.unread
    ? { label: 'Comunicazioni irregolarità da leggere', path: 'comunicazioni/da-leggere' }
    : { label: 'Comunicazioni irregolarità lette', path: 'comunicazioni/lette' }
  return (
    <AreaFrame
      actor={actor}
      voice={list.path}
      trail={[{ label: list.label, href: `/area/${profile}/${list.path}` }, { label: kindLabel(notice.kind) }]}
    >
      {rightsOf[actor.title].partial ? (
        <Sealed notice={notice} />
      ) : notice.unread ? (
        <Envelope actor={actor} notice={notice} />
      ) : (
        <Opened actor={actor} notice={notice} />
      )}
      <FirmPanel actor={actor} paper={{ noticeId: notice.id }} />
    </AreaFrame>
  )
}
