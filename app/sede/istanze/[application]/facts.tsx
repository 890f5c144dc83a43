import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { DueChip } from '@/components/due-chip'
import { SummaryList } from '@/components/summary-list'
import type { findDeskRequest } from '@/lib/requests/queries/detail'
import { signature } from '@/lib/transparency/signature'

type ApplicationFactsProps = {
  request: NonNullable<Awaited<ReturnType<typeof findDeskRequest>>>
  /** Calendar days that the law gives, and what the sender declared. */
  application: { termDays: number; declaration: string }
  /** The day in Rome, ISO. */
  today: string
}

/** Of whom it is, who sent it and how they are reached, who answers for it and by when. */
export function ApplicationFacts({ request, application, today }: ApplicationFactsProps) {
  const { title, firm } = { title: request.senderTitle, firm: request.senderFirm }
  const sender = signature(`${request.senderFirstName} ${request.senderLastName}`, { title, firm })
  return (
    <SummaryList
      rows={[
        {
          term: 'Contribuente',
          // The contributors of other offices have no page at this desk.
          value:
            request.contributorOffice === request.officeCode ? (
              <Link href={`/sede/contribuenti/${request.contributorId}` as Route} prefetch={false}>
                {request.denomination}
              </Link>
            ) : (
              request.denomination
            ),
        },
        ...(request.workers.length > 0 ? [{ term: 'Collaboratori', value: request.workers.join(', ') }] : []),
        { term: 'Inviata', value: <DateTime at={request.submittedAt} /> },
        { term: 'Da', value: `${sender} – C.F. ${request.senderCodiceFiscale}` },
        { term: 'Recapiti', value: [request.email, request.mobile].filter(Boolean).join(' · ') },
        { term: 'Unità', value: request.unitName },
        { term: 'Responsabile del procedimento', value: request.officerName ?? 'Nessuno: è da prendere in carico' },
        { term: `Termine di legge (${application.termDays} giorni)`, value: <Term {...request} today={today} /> },
        { term: 'Dichiarazione', value: application.declaration },
      ]}
    />
  )
}

type TermProps = Pick<ApplicationFactsProps['request'], 'status' | 'expectedBy' | 'closedAt' | 'documentsDueBy'> & {
  today: string
}

function Term({ status, expectedBy, closedAt, documentsDueBy, today }: TermProps) {
  if (closedAt)
    return (
      <>
        Era il <DateTime at={expectedBy} show="date" />
      </>
    )
  if (status === 'awaiting_documents')
    return (
      <>
        Sospeso in attesa dei documenti{' '}
        {documentsDueBy && (
          <>
            , chiesti entro il <DateTime at={documentsDueBy} show="date" />
          </>
        )}
      </>
    )
  return <DueChip dueBy={expectedBy} status="open" today={today} />
}
