import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { CopyValue } from '@/components/copy-value'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { RequestStatusBadge } from '@/components/request-status'
import { SummaryList } from '@/components/summary-list'
import { Thread } from '@/components/thread'
import { listRequestAttachments } from '@/lib/attachments/queries'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import { findAnsweredNotice } from '@/lib/notices/queries/answers'
import { canAct } from '@/lib/requests/policy'
import { findRequest, listThread } from '@/lib/requests/queries/detail'
import { authorOf, titleOf } from '@/lib/requests/thread'
import { describeTopicField } from '@/lib/topics/fields'
import { signature } from '@/lib/transparency/signature'
import { AreaFrame } from '../../area-frame'
import { FirmPanel } from '../../firm-panel'
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
      {request.status === 'awaiting_documents' && request.documentsDueBy && (
        <Alert tone="warning" title="La sede aspetta qualcosa da te">
          <p>
            Rispondi con «Integra» entro il{' '}
            <strong>
              <DateTime at={request.documentsDueBy} show="date" />
            </strong>
            . Intanto il tempo per la risposta è fermo.
          </p>
        </Alert>
      )}
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
          ...request.facts.map((fact) => ({ term: fact.label, value: describeTopicField(fact, fact.value) })),
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
      <h2>Conversazione</h2>
      <Thread
        hrefFor={(file) => `/api/allegati/${file}?profilo=${profile}`}
        entries={thread.map((entry) => ({
          id: entry.id,
          side: entry.side,
          author: authorOf(entry),
          at: entry.createdAt,
          title: titleOf(entry),
          text: entry.text ?? undefined,
          fresh: entry.fresh,
          attachments: attachments.filter((file) => file.entryId === entry.id),
          extra: entry.dueBy && (
            <p>
              Da inviare entro il <DateTime at={entry.dueBy} show="date" />
            </p>
          ),
        }))}
      />
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
