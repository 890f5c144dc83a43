import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageBody } from '@/components/layout/page-body'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { findKind } from '@/lib/applications/kinds'
import { findUnitOf, listClosedKinds } from '@/lib/applications/queries/kinds'
import { requireAdmin } from '@/lib/auth/session'
import { openKindAction } from './action'
import { CloseKindForm } from './form'

export const metadata: Metadata = { title: 'Tipo di istanza' }

export default async function ApplicationKindPage({ params }: PageProps<'/amministrazione/istanze/[kind]'>) {
  const { kind: code } = await params
  const actor = await requireAdmin()
  const kind = findKind(code)
  if (!kind) notFound()
  const [unit, closed] = await Promise.all([findUnitOf(actor, kind), listClosedKinds(actor)])
  const closure = closed.find((one) => one.kind === code)
  return (
    <PageBody
      trail={[
        { label: 'Il servizio', href: '/' },
        { label: 'Amministrazione', href: '/amministrazione' },
        { label: 'Tipi di istanza', href: '/amministrazione/istanze' },
        { label: kind.label },
      ]}
    >
      <PageTitle lead={kind.purpose}>{kind.label}</PageTitle>
      <SummaryList
        rows={[
          { term: 'Chi decide', value: `L’unità «${unit}» della sede` },
          { term: 'Entro', value: `${kind.term.days} giorni (${kind.term.source})` },
          ...(closure
            ? [
                { term: 'Sospesa dal', value: <DateTime at={closure.closedOn} show="date" /> },
                { term: 'Che cosa fare invece', value: closure.instead },
              ]
            : []),
        ]}
      />
      {closure ? (
        <OneButtonForm action={openKindAction} hidden={{ kind: code }} pendingLabel="Riapro…">
          Riapri questo tipo di istanza
        </OneButtonForm>
      ) : (
        <>
          <h2>Sospendi</h2>
          <p>
            Nessuno la potrà più cominciare né inviare. Le bozze restano, con scritto che cosa fare invece. Quelle già
            inviate vanno avanti.
          </p>
          <CloseKindForm kind={code} />
        </>
      )}
    </PageBody>
  )
}
