import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findRequest } from '@/lib/requests/queries/detail'
import { AreaFrame } from '../../../area-frame'
import { copyRequestAction } from './action'

export const metadata: Metadata = { title: 'Invia di nuovo' }

export default async function CopyRequestPage({
  params,
}: PageProps<'/area/[profile]/richieste/[request]/invia-di-nuovo'>) {
  const { profile, request: id } = await params
  const actor = await requireContributorSide(profile)
  const request = isUuid(id) ? await findRequest(actor, id) : undefined
  if (!request?.topicCode) notFound()
  const home = `/area/${profile}/richieste`
  return (
    <AreaFrame
      actor={actor}
      voice="richieste"
      trail={[
        { label: 'Lista richieste', href: home },
        { label: request.protocollo, href: `${home}/${id}` },
        { label: 'Invia di nuovo' },
      ]}
    >
      <PageTitle lead="Prepariamo una bozza con gli stessi recapiti, dati e testo: potrai cambiare l’oggetto e ricontrollare tutto prima di inviare.">
        Invia di nuovo
      </PageTitle>
      {actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <div className="button-row">
          <OneButtonForm action={copyRequestAction} hidden={{ profile, requestId: id }}>
            Prepara la bozza
          </OneButtonForm>
          <Link className="btn btn-outline-primary" href={`${home}/${id}` as Route}>
            Torna alla richiesta
          </Link>
        </div>
      )}
    </AreaFrame>
  )
}
