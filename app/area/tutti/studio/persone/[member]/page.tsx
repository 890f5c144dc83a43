import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { SummaryList } from '@/components/summary-list'
import { requirePortfolio } from '@/lib/auth/session'
import { isHolder } from '@/lib/firms/policy'
import { listGroups } from '@/lib/firms/queries/groups'
import { findFirm, findMember, listSubdelegations } from '@/lib/firms/queries/people'
import { roleLabel } from '@/lib/firms/words'
import { isUuid } from '@/lib/identifiers/uuid'
import { PortfolioFrame } from '../../../portfolio-frame'
import { endMemberAction, endSubdelegationAction, leaveFirmAction } from '../../action'
import { SubdelegateForm } from '../../subdelegate-form'

export const metadata: Metadata = { title: 'Persona dello studio' }

const columns = [
  { key: 'clients', header: 'Clienti' },
  { key: 'since', header: 'Dal' },
  { key: 'end', header: 'Togli' },
] as const

/** For the holder, and for the person it is about. */
export default async function MemberPage({ params, searchParams }: PageProps<'/area/tutti/studio/persone/[member]'>) {
  const { member: id } = await params
  const { fatto } = await searchParams
  const actor = await requirePortfolio()
  if (!isUuid(id)) notFound()
  const [firm, member, subdelegations, groups] = await Promise.all([
    findFirm(actor),
    findMember(actor, id),
    listSubdelegations(actor, id),
    listGroups(actor),
  ])
  const self = member?.userId === actor.id
  if (!firm || !member || (actor.firm?.role !== 'holder' && !self)) notFound()
  const changes = isHolder(actor)
  const name = member.name ?? 'Persona invitata'
  const collaborator = member.role === 'collaborator'
  return (
    <PortfolioFrame
      actor={actor}
      voice="studio"
      trail={[{ label: 'Studio', href: '/area/tutti/studio' }, { label: name }]}
    >
      <PageTitle>{name}</PageTitle>
      {fatto === 'subdelega' && (
        <Alert tone="success">Fatto: dalla prossima pagina che apre può operare per questi clienti.</Alert>
      )}
      {actor.pinLevel === 'online' && <PinOnlineNotice />}
      <SummaryList
        rows={[
          { term: 'Codice fiscale', value: member.codiceFiscale },
          { term: 'Ruolo', value: roleLabel(firm.kind, member.role) },
          { term: 'Invito', value: <DateTime at={member.invitedAt} show="date" /> },
          {
            term: 'Nello studio',
            value: member.acceptedAt ? (
              <>
                dal <DateTime at={member.acceptedAt} show="date" />
              </>
            ) : (
              'Deve ancora rispondere all’invito'
            ),
          },
        ]}
      />
      {collaborator && member.acceptedAt && (
        <>
          <h2>Subdeleghe</h2>
          {subdelegations.length === 0 ? (
            <p>Nessuna: finché non ne ha una, questa persona non può operare per nessun cliente dello studio.</p>
          ) : (
            <DataTable
              caption="Subdeleghe in vigore"
              quietCaption
              columns={columns}
              rows={subdelegations.map(({ id: given, groupName, createdAt }) => ({
                key: given,
                cells: {
                  clients: groupName === null ? 'Tutti i clienti, presenti e futuri' : `Gruppo ${groupName}`,
                  since: <DateTime at={createdAt} show="day" />,
                  end: changes ? (
                    <OneButtonForm
                      action={endSubdelegationAction}
                      hidden={{ subdelegationId: given }}
                      look="danger"
                      what={`la subdelega per ${groupName ?? 'tutti i clienti'}`}
                    >
                      Togli
                    </OneButtonForm>
                  ) : (
                    'Può toglierla il titolare'
                  ),
                },
              }))}
            />
          )}
          {changes && !subdelegations.some(({ groupId }) => groupId === null) && (
            <SubdelegateForm
              key={subdelegations.length}
              memberId={member.id}
              groups={groups.filter((group) => !subdelegations.some(({ groupId }) => groupId === group.id))}
            />
          )}
        </>
      )}
      {collaborator && actor.pinLevel === 'dispositivo' && (
        <>
          <h2>{self ? 'Lascia lo studio' : member.acceptedAt ? 'Togli dallo studio' : 'Annulla l’invito'}</h2>
          {member.acceptedAt && (
            <Alert tone="warning">
              {self
                ? 'Da subito non potrai più operare per i clienti dello studio. Quello che ti era affidato e non è finito torna tra i «Non assegnati».'
                : 'Da subito questa persona non potrà più operare per i clienti dello studio. Quello che le era affidato e non è finito torna tra i «Non assegnati».'}
            </Alert>
          )}
          <OneButtonForm
            action={self ? leaveFirmAction : endMemberAction}
            hidden={{ memberId: member.id }}
            look="danger"
          >
            {self ? 'Lascia lo studio' : member.acceptedAt ? 'Togli dallo studio' : 'Annulla l’invito'}
          </OneButtonForm>
        </>
      )}
    </PortfolioFrame>
  )
}
