import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { DelegationHistory } from '@/components/delegation-history'
import { DelegationStatusBadge } from '@/components/delegation-status'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { type SummaryRow, SummaryList } from '@/components/summary-list'
import { requireContributorSide } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { canAct } from '@/lib/delegations/policy'
import { type FoundDelegation, findDelegation, listDelegationWorkers } from '@/lib/delegations/queries/contributor'
import { listDelegationEvents } from '@/lib/delegations/queries/history'
import { channelLabels } from '@/lib/delegations/status'
import { delegateWords, expiringWords, kindWords, termWords } from '@/lib/delegations/words'
import { formatCount, formatDate, formatDay } from '@/lib/format'
import { isUuid } from '@/lib/identifiers/uuid'
import { AreaFrame } from '../../area-frame'
import { cancelDelegationAction } from './action'

export const metadata: Metadata = { title: 'Delega' }

/** What the contributor should know of where it stands, before the facts. */
const standing: Partial<Record<FoundDelegation['status'], string>> = {
  proposed:
    'La persona indicata non ha ancora accettato, e per ora non può operare. La trova quando entra nel portale.',
  awaiting_signature:
    'L’ha compilata chi dovrebbe operare per te. Non vale finché non la firmi e chi l’ha compilata non dichiara che l’hai firmata. Se non la riconosci, annullala.',
  suspended: 'La tua sede ha sospeso questa delega: per ora il delegato non può operare.',
}

export default async function DelegationPage({ params }: PageProps<'/area/[profile]/deleghe/[delegation]'>) {
  const { profile, delegation: id } = await params
  const actor = await requireContributorSide(profile)
  const delegation = isUuid(id) ? await findDelegation(actor, id) : undefined
  if (!delegation) notFound()
  const [workers, events] = await Promise.all([listDelegationWorkers(actor, id), listDelegationEvents(actor, id)])
  const home = `/area/${profile}/deleghe`
  const can = (act: Parameters<typeof canAct>[1]) => canAct(actor, act, delegation.status)
  const words = standing[delegation.status]
  const expiring = delegation.status === 'active' && expiringWords(delegation.endsOn, romeDate(new Date()))
  return (
    <AreaFrame
      actor={actor}
      voice="deleghe"
      trail={[{ label: 'Deleghe', href: home }, { label: delegateWords(delegation) }]}
    >
      <PageTitle lead={<DelegationStatusBadge status={delegation.status} />}>
        Delega a {delegateWords(delegation)}
      </PageTitle>
      {words && <Alert tone="info">{words}</Alert>}
      {expiring && <Alert tone="warning">{`${expiring}. Dopo, per continuare, serve una nuova delega.`}</Alert>}
      <SummaryList rows={factsOf(delegation)} />
      {delegation.scope === 'partial' && (
        <section aria-labelledby="collaboratori">
          <h2 id="collaboratori">Collaboratori ({formatCount(workers.length)})</h2>
          <ul className="code-list">
            {workers.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          {can('change_workers') && (
            <p>
              <Link className="btn btn-outline-primary" href={`${home}/${id}/collaboratori` as Route} prefetch={false}>
                Aggiungi o togli collaboratori
              </Link>
            </p>
          )}
        </section>
      )}
      {actor.pinLevel === 'online' && <PinOnlineNotice />}
      {can('cancel') && (
        <OneButtonForm action={cancelDelegationAction} hidden={{ profile, delegationId: id }} look="danger">
          Annulla la delega
        </OneButtonForm>
      )}
      {can('revoke') && (
        <p>
          <Link className="btn btn-danger" href={`${home}/revoca?delega=${id}` as Route} prefetch={false}>
            Revoca la delega
          </Link>
        </p>
      )}
      <DelegationHistory events={events} />
    </AreaFrame>
  )
}

const factsOf = (delegation: FoundDelegation): SummaryRow[] => [
  { term: 'Codice fiscale del delegato', value: delegation.delegateCode },
  ...(delegation.firmName ? [{ term: 'Studio', value: delegation.firmName }] : []),
  { term: 'Tipo', value: kindWords(delegation) },
  {
    term: 'Come è nata',
    value:
      delegation.channel === 'direct'
        ? `${channelLabels.direct}: conferita nel portale da ${delegation.authorName}`
        : `${channelLabels.indirect}: compilata da ${delegation.authorName} e firmata su carta`,
  },
  ...(delegation.signedOn ? [{ term: 'Firmata', value: `il ${formatDay(delegation.signedOn)}` }] : []),
  { term: 'Quando vale', value: termWords(delegation) },
  ...(delegation.endedAt ? [{ term: 'Conclusa', value: `il ${formatDate(delegation.endedAt)}` }] : []),
  ...(delegation.keptUntil ? [{ term: 'Conservata fino al', value: formatDay(delegation.keptUntil) }] : []),
]
