import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { Moved } from '@/app/moved'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { canAct } from '@/lib/requests/policy'
import { findRequest } from '@/lib/requests/queries/detail'
import { AreaFrame } from '../../../area-frame'
import { placeOf } from '../../../paper-place'
import { withdrawRequestAction } from './action'

export const metadata: Metadata = { title: 'Ritira' }

export default async function WithdrawPage({ params }: PageProps<'/area/[profile]/richieste/[request]/ritira'>) {
  const { profile, request: id } = await params
  const actor = await requireContributorSide(profile)
  const request = isUuid(id) ? await findRequest(actor, id) : undefined
  if (!request) notFound()
  const place = placeOf(profile, request)
  const { href: here } = place
  const title = `Ritira ${place.the}`
  const can = canAct(actor, 'withdraw', request)
  return (
    <AreaFrame
      actor={actor}
      voice={place.voice}
      trail={[{ label: place.list, href: place.home }, { label: request.protocollo, href: here }, { label: title }]}
    >
      <PageTitle lead={`${request.areaLabel} › ${request.topicLabel}, protocollo ${request.protocollo}`}>
        {title}
      </PageTitle>
      {!can && <Moved to={here}>Non si può più ritirare: lo stato è cambiato.</Moved>}
      <p>
        La sede non la lavorerà. Il protocollo e quello che hai scritto restano nella tua lista; per ripensarci dovrai
        inviarne una nuova.
      </p>
      <div className="button-row">
        {can && (
          <OneButtonForm action={withdrawRequestAction} hidden={{ profile, requestId: id }} look="danger">
            {title}
          </OneButtonForm>
        )}
        <Link className="btn btn-outline-primary" href={here as Route}>
          Torna {place.toThe}
        </Link>
      </div>
    </AreaFrame>
  )
}
