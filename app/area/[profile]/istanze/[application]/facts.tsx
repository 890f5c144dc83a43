import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { SummaryList } from '@/components/summary-list'
import type { findApplication } from '@/lib/applications/queries/detail'
import type { findRequest } from '@/lib/requests/queries/detail'
import { signature } from '@/lib/transparency/signature'

type Found<T extends (...args: never[]) => Promise<unknown>> = NonNullable<Awaited<ReturnType<T>>>
type ApplicationFactsProps = {
  profile: string
  request: Found<typeof findRequest>
  application: Found<typeof findApplication>
}

/** Who sent an istanza, to whom, about what, and who decides it by when. */
export function ApplicationFacts({
  profile,
  request,
  application: { notice, responsible, termDays },
}: ApplicationFactsProps) {
  const open = request.phase !== 'closed'
  return (
    <SummaryList
      rows={[
        ...(notice
          ? [
              {
                term: 'Comunicazione',
                value: (
                  <Link href={`/area/${profile}/comunicazioni/${notice.id}` as Route} prefetch={false}>
                    {notice.protocollo}
                  </Link>
                ),
              },
            ]
          : []),
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
        {
          term: 'Responsabile del procedimento',
          value: responsible ?? 'Lo leggi qui quando la sede prende in carico l’istanza',
        },
        ...(open
          ? [
              {
                term: 'Decisione entro',
                value: request.pausedOn ? (
                  'Il tempo è fermo finché non arrivano i documenti'
                ) : (
                  <>
                    <DateTime at={request.expectedBy} show="date" /> ({termDays} giorni)
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
