import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DateTime } from '@/components/date-time'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { requireAdmin } from '@/lib/auth/session'
import { findRegisteredFirm } from '@/lib/firms/queries/admin'
import { firmKindLabels } from '@/lib/firms/words'
import { isUuid } from '@/lib/identifiers/uuid'
import { InviteHolderForm } from '../form'

export const metadata: Metadata = { title: 'Studio' }

export default async function RegisteredFirmPage({ params }: PageProps<'/amministrazione/studi/[firm]'>) {
  const { firm: id } = await params
  const actor = await requireAdmin()
  const firm = isUuid(id) ? await findRegisteredFirm(actor, id) : undefined
  if (!firm) notFound()
  return (
    <PageBody
      trail={[
        { label: 'Il servizio', href: '/' },
        { label: 'Amministrazione', href: '/amministrazione' },
        { label: 'Studi e associazioni', href: '/amministrazione/studi' },
        { label: firm.denomination },
      ]}
    >
      <PageTitle>{firm.denomination}</PageTitle>
      <SummaryList
        rows={[
          { term: 'Tipo', value: firmKindLabels[firm.kind] },
          { term: 'Registrato', value: <DateTime at={firm.createdAt} show="date" /> },
          { term: 'Titolare', value: firm.holderCode ?? 'Chi era stato invitato ha rifiutato' },
          {
            term: 'Invito',
            value: firm.acceptedAt ? (
              <>
                Accettato il <DateTime at={firm.acceptedAt} show="date" />
              </>
            ) : (
              'Non ancora accettato'
            ),
          },
        ]}
      />
      {!firm.acceptedAt && (
        <>
          <h2>Invita un altro titolare</h2>
          <p>Se il codice fiscale era sbagliato o la persona ha rifiutato. L’invito di prima non vale più.</p>
          <InviteHolderForm firmId={id} />
        </>
      )}
    </PageBody>
  )
}
