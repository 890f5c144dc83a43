import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { SummaryList } from '@/components/summary-list'
import type { FoundOwnDelegation } from '@/lib/delegations/queries/delegate'
import { channelLabels } from '@/lib/delegations/status'
import { formatDate } from '@/lib/format'
import { expiringWords, scopeLabels } from '@/lib/delegations/words'
import { DelegationStatusBadge } from '@/components/delegation-status'

/** What a delegation is, by whom, for whom, until when. */
export function DelegationFacts({ delegation, today }: { delegation: FoundOwnDelegation; today: string }) {
  const { delegateName, delegateCode, firmName, signedOn, activatedAt, endedAt, reason } = delegation
  const expiring = delegation.status === 'active' ? expiringWords(delegation.endsOn, today) : undefined
  return (
    <SummaryList
      rows={[
        { term: 'Stato', value: <DelegationStatusBadge status={delegation.status} /> },
        {
          term: 'Contribuente',
          value: delegation.open ? (
            <Link href={`/area/${delegation.contributorId}` as Route} prefetch={false}>
              {delegation.denomination}
            </Link>
          ) : (
            delegation.denomination
          ),
        },
        { term: 'C.F. del contribuente', value: delegation.codiceFiscale },
        { term: 'Sede competente', value: delegation.officeName },
        { term: 'Delegato', value: `${delegateName} (${delegateCode})` },
        ...(firmName ? [{ term: 'Studio', value: firmName }] : []),
        { term: 'Che cosa comprende', value: scopeLabels[delegation.scope] },
        { term: 'Esclusiva', value: delegation.exclusive ? 'Sì' : 'No' },
        { term: 'Come è nata', value: `${channelLabels[delegation.channel]}, da ${delegation.authorName}` },
        { term: 'Primo giorno', value: <DateTime at={delegation.startsOn} show="date" /> },
        {
          term: 'Ultimo giorno',
          value: delegation.endsOn ? (
            <>
              <DateTime at={delegation.endsOn} show="date" />
              {expiring && <span className="fresh-mark">{expiring}</span>}
            </>
          ) : (
            'Nessuno'
          ),
        },
        ...(signedOn ? [{ term: 'Firmata il', value: formatDate(signedOn) }] : []),
        ...(activatedAt ? [{ term: 'Attiva da', value: <DateTime at={activatedAt} /> }] : []),
        ...(endedAt ? [{ term: 'Finita', value: <DateTime at={endedAt} /> }] : []),
        ...(reason ? [{ term: 'Motivo', value: reason }] : []),
      ]}
    />
  )
}
