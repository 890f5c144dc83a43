import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 } from 'uuid'
import { AppointmentForm } from '@/components/form/appointment-form'
import { PageTitle } from '@/components/layout/page-title'
import { requireOfficer } from '@/lib/auth/session'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { isUuid } from '@/lib/identifiers/uuid'
import { findOfficeContributor } from '@/lib/representatives/queries/contributors'
import { DeskFrame } from '../../../../desk-frame'
import { enableRepresentativeAction } from './action'

export const metadata: Metadata = { title: 'Abilita con il modulo SC72' }

type Props = PageProps<'/sede/contribuenti/[contributor]/responsabili/nuovo'>

export default async function EnableRepresentativePage({ params }: Props) {
  const { contributor: id } = await params
  const actor = await requireOfficer()
  const contributor = isUuid(id) ? await findOfficeContributor(actor, id) : undefined
  if (!contributor) notFound()
  const here = `/sede/contribuenti/${id}`
  return (
    <DeskFrame
      actor={actor}
      voice="/sede/contribuenti"
      trail={[
        { label: 'Contribuenti', href: '/sede/contribuenti' },
        { label: contributor.denomination, href: here },
        { label: 'Abilita con il modulo SC72' },
      ]}
    >
      <PageTitle
        lead={`Un altro responsabile di ${contributor.denomination}, come chiesto con il modulo SC72 presentato alla sede. Comincia quando accetta, entrando nel portale con il suo PIN.`}
      >
        Abilita con il modulo SC72
      </PageTitle>
      <AppointmentForm
        action={enableRepresentativeAction}
        by="office"
        hidden={{ contributorId: id, appointmentId: v7() }}
        today={formatItalianDate(romeDate(new Date()))}
        back={{ href: here, label: 'Torna al contribuente' }}
      />
    </DeskFrame>
  )
}
