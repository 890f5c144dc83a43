import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requirePortfolio } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { type FoundOwnDelegation, findOwnDelegation } from '@/lib/delegations/queries/delegate'
import { listDelegationEvents } from '@/lib/delegations/queries/history'
import { isAllowed } from '@/lib/delegations/status'
import { isUuid } from '@/lib/identifiers/uuid'
import { PortfolioFrame } from '../../portfolio-frame'
import { discardDelegationAction } from './action'
import { DelegationFacts } from './facts'
import { RenounceForm, ValidateForm, WorkersForm } from './forms'
import { DelegationHistory } from './history'

export const metadata: Metadata = { title: 'Delega' }

const outcomes: Record<string, string> = {
  validata: 'La delega è validata: vale da adesso, o dal suo primo giorno se deve ancora venire.',
  annullata: 'La delega è annullata: non ha mai dato diritti a nessuno.',
  rinunciata: 'Hai rinunciato alla delega: da adesso non apre più niente, a te e allo studio.',
  collaboratori: 'I collaboratori sono cambiati: scarica di nuovo il modulo prima di farlo firmare.',
}

export default async function DelegationPage({ params, searchParams }: PageProps<'/area/tutti/deleghe/[delegation]'>) {
  const { delegation: id } = await params
  const actor = await requirePortfolio()
  const delegation = isUuid(id) ? await findOwnDelegation(actor, id) : undefined
  if (!delegation) notFound()
  const events = await listDelegationEvents(actor, id)
  const outcome = outcomes[String((await searchParams).esito)]
  const can = (act: 'validate' | 'renounce') =>
    (act === 'renounce' ? delegation.renounceable : delegation.mine) && isAllowed(act, 'delegate', delegation.status)
  const online = actor.pinLevel === 'online'
  return (
    <PortfolioFrame
      actor={actor}
      voice="deleghe"
      trail={[{ label: 'Deleghe', href: '/area/tutti/deleghe' }, { label: delegation.denomination }]}
    >
      <PageTitle>Delega di {delegation.denomination}</PageTitle>
      {outcome && <Alert tone="success">{outcome}</Alert>}
      <DelegationFacts delegation={delegation} today={romeDate(new Date())} />
      {delegation.scope === 'partial' && <Workers delegation={delegation} />}
      {delegation.channel === 'indirect' && <ModuleLink id={id} />}
      {online && (can('validate') || can('renounce')) && <PinOnlineNotice />}
      {!online && can('validate') && <ToValidate delegation={delegation} />}
      {!online && can('renounce') && (
        <section aria-labelledby="rinuncia">
          <h2 id="rinuncia">Rinuncia</h2>
          <p>Se rinunci, la delega finisce subito: tu e le persone dello studio non vedrete più questo contribuente.</p>
          <RenounceForm delegationId={id} />
        </section>
      )}
      <DelegationHistory events={events} />
    </PortfolioFrame>
  )
}

const Workers = ({ delegation: { workers } }: { delegation: FoundOwnDelegation }) => (
  <section aria-labelledby="collaboratori">
    <h2 id="collaboratori">Collaboratori ({workers.length})</h2>
    <ul className="code-list">
      {workers.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  </section>
)

const ModuleLink = ({ id }: { id: string }) => (
  <p>
    <a className="btn btn-outline-primary" href={`/area/tutti/deleghe/${id}/modulo`} download>
      Scarica il modulo (PDF)
    </a>
  </p>
)

/** One still to be signed: what is in its way, its validation, its workers, and giving it up. */
function ToValidate({ delegation }: { delegation: FoundOwnDelegation }) {
  const { id, denomination, blockedBy, scope, workers } = delegation
  return (
    <>
      {blockedBy && <Blocked by={blockedBy} />}
      <section aria-labelledby="valida">
        <h2 id="valida">Valida</h2>
        <p>Quando {denomination} ha firmato il modulo, dichiaralo qui: la delega vale da quel momento, e non prima.</p>
        <ValidateForm delegationId={id} denomination={denomination} />
      </section>
      {scope === 'partial' && (
        <section aria-labelledby="cambia">
          <h2 id="cambia">Cambia i collaboratori</h2>
          <WorkersForm delegationId={id} workers={workers} />
        </section>
      )}
      <section aria-labelledby="annulla">
        <h2 id="annulla">Annulla</h2>
        <p>Se non serve più, annullala: finché non è validata non dà diritti a nessuno.</p>
        <OneButtonForm action={discardDelegationAction} hidden={{ delegationId: id }} look="secondary">
          Annulla la delega
        </OneButtonForm>
      </section>
    </>
  )
}

const Blocked = ({ by }: { by: NonNullable<FoundOwnDelegation['blockedBy']> }) => (
  <Alert tone="warning" title="Per ora non si potrà validare">
    {by === 'exclusive'
      ? 'Il contribuente ha già dato ad altri una delega esclusiva per le stesse cose: finché vale, questa non si può attivare. Chiedigli di revocarla.'
      : 'Questa delega è esclusiva, e il contribuente ne ha date altre per le stesse cose: finché valgono non si può attivare. Chiedigli di revocarle, oppure annulla questa e compilane una non esclusiva.'}
  </Alert>
)
