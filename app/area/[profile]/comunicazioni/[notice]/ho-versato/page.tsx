import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { Alert } from '@/components/alert'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requireContributorSide } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/identifiers/uuid'
import { refusalToAnswer } from '@/lib/notices/answering'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import { findNotice } from '@/lib/notices/queries/detail'
import { AreaFrame } from '../../../area-frame'
import { PaymentForm } from './form'

export const metadata: Metadata = { title: 'Ho versato' }

export default async function PaymentPage({ params }: PageProps<'/area/[profile]/comunicazioni/[notice]/ho-versato'>) {
  const { profile, notice: id } = await params
  const actor = await requireContributorSide(profile)
  const notice = isUuid(id) ? await findNotice(actor, id) : undefined
  if (!notice || rightsOf[actor.title].partial) notFound()
  const here = `/area/${profile}/comunicazioni/${id}`
  const refusal = refusalToAnswer('declare_payment', notice)
  return (
    <AreaFrame
      actor={actor}
      voice={notice.unread ? 'comunicazioni/da-leggere' : 'comunicazioni/lette'}
      trail={[{ label: kindLabel(notice.kind), href: here }, { label: 'Ho versato' }]}
    >
      <PageTitle
        lead={`Comunica alla sede di ${notice.officeName} quando e quanto hai versato per la comunicazione ${notice.protocollo}, ${formatPeriod(notice.periodFrom, notice.periodTo)}. I termini continuano a correre.`}
      >
        Ho versato
      </PageTitle>
      {refusal ? (
        <Alert tone="warning">
          <p>
            {refusal}{' '}
            <Link href={here as Route} prefetch={false}>
              Torna alla comunicazione
            </Link>
          </p>
        </Alert>
      ) : actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <PaymentForm profile={profile} noticeId={id} eventId={v7()} maxBytes={env.ATTACHMENT_MAX_BYTES} />
      )}
    </AreaFrame>
  )
}
