import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { Alert } from '@/components/alert'
import { CopyValue } from '@/components/copy-value'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { RequestStatusBadge } from '@/components/request-status'
import { SummaryList } from '@/components/summary-list'
import { listRequestAttachments } from '@/lib/attachments/queries'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import { findAnsweredNotice } from '@/lib/notices/queries/answers'
import { canAct } from '@/lib/requests/policy'
import { findRequest, listThread } from '@/lib/requests/queries/detail'
import { describeAnswer } from '@/lib/questions/schema'
import { signature } from '@/lib/transparency/signature'
import { AreaFrame } from '../../area-frame'
import { AwaitedDocuments } from '../../awaited-documents'
import { FirmPanel } from '../../firm-panel'
import { placeOf } from '../../paper-place'
import { PaperThread } from '../../paper-thread'
import { MarkRead } from './mark-read'

export const metadata: Metadata = { title: 'Richiesta' }

export default async function RequestPage({ params }: PageProps<'/area/[profile]/richieste/[request]'>) {
  const { profile, request: id } = await params
  const actor = await requireContributorSide(profile)
  if (!isUuid(id)) notFound()
  const [request, notice, thread, attachments] = await Promise.all([
    findRequest(actor, id),
    findAnsweredNotice(actor, id),
    listThread(actor, id),
    listRequestAttachments(actor, id),
  ])
  if (!request) notFound()
  if (request.applicationKind !== null) redirect(placeOf(profile, request).href as Route)
  const home = `/area/${profile}/richieste`
  const here = `${home}/${id}`
  const can = (act: Parameters<typeof canAct>[1]) => canAct(actor, act, request)
  const fresh = thread.filter((entry) => entry.fresh).length
  return (
    <AreaFrame
      actor={actor}
      voice="richieste"
      trail={[{ label: 'Lista richieste', href: home }, { label: request.protocollo }]}
    >
      <PageTitle>{request.topicLabel}</PageTitle>
      <p className="request-heading">
        <RequestStatusBadge {...request} /> Protocollo{' '}
        <CopyValue
          value={request.protocollo + (request.reopenings > 0 ? `/${request.reopenings}` : '')}
          what="il numero di protocollo"
        />
      </p>
      <AwaitedDocuments {...request} />
      {request.outcome === 'not_competent' && (
        <Alert tone="info" title="La sede non è competente">
          <p>
            Leggi sotto a chi rivolgerti.{' '}
            <Link href={`${here}/invia-di-nuovo` as Route}>Invia di nuovo, con gli stessi dati</Link>
          </p>
        </Alert>
      )}
      <MarkRead profile={profile} requestId={id} fresh={fresh} />
      <SummaryList
        rows={[
          ...(notice
            ? [
                {
                  term: 'Risponde alla comunicazione',
                  value: (
                    <>
                      <Link href={`/area/${profile}/comunicazioni/${notice.id}` as Route} prefetch={false}>
                        {notice.protocollo}
                      </Link>{' '}
                      – {kindLabel(notice.kind)}, {formatPeriod(notice.periodFrom, notice.periodTo)}
                    </>
                  ),
                },
              ]
            : []),
          { term: 'Oggetto', value: `${request.areaLabel} › ${request.topicLabel}` },
          ...request.facts.map((fact) => ({ term: fact.label, value: describeAnswer(fact, fact.value) })),
          ...(request.workers.length > 0 ? [{ term: 'Collaboratori', value: request.workers.join(', ') }] : []),
          { term: 'Inviata', value: <DateTime at={request.submittedAt} /> },
          {
            term: 'Da',
            value: signature(`${request.senderFirstName} ${request.senderLastName}`, {
              title: request.senderTitle,
              firm: request.senderFirm,
            }),
          },
          { term: 'Sede competente', value: `${request.officeName} – ${request.unitName}` },
          ...(request.phase === 'closed'
            ? []
            : [
                {
                  term: 'Risposta attesa entro',
                  value: request.pausedOn ? (
                    'Il tempo è fermo finché non arrivano i documenti'
                  ) : (
                    <DateTime at={request.expectedBy} show="date" />
                  ),
                },
              ]),
        ]}
      />
      <PaperThread profile={profile} thread={thread} attachments={attachments} sort="request" />
      {actor.pinLevel === 'online' && <PinOnlineNotice />}
      <div className="button-row no-print">
        {can('supplement') && (
          <Link className="btn btn-primary" href={`${here}/rispondi` as Route}>
            Integra
          </Link>
        )}
        {can('message') && (
          <Link className="btn btn-primary" href={`${here}/rispondi` as Route}>
            Rispondi
          </Link>
        )}
        {can('reopen') && (
          <Link className="btn btn-primary" href={`${here}/riapri` as Route}>
            Riapri
          </Link>
        )}
        <Link className="btn btn-outline-primary" href={`${here}/ricevuta` as Route}>
          Ricevuta
        </Link>
        {can('withdraw') && (
          <Link className="btn btn-link" href={`${here}/ritira` as Route}>
            Ritira la richiesta
          </Link>
        )}
      </div>
      <FirmPanel actor={actor} paper={{ requestId: id }} />
    </AreaFrame>
  )
}
