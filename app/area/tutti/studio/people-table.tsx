import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import type { FirmKind } from '@/db/vocabulary'
import type { listMembers, listSubdelegations } from '@/lib/firms/queries/people'
import { roleLabel } from '@/lib/firms/words'

const columns = [
  { key: 'person', header: 'Persona' },
  { key: 'code', header: 'Codice fiscale' },
  { key: 'role', header: 'Ruolo' },
  { key: 'since', header: 'Nello studio' },
  { key: 'works', header: 'Opera per' },
] as const

type PeopleTableProps = {
  kind: FirmKind
  people: Awaited<ReturnType<typeof listMembers>>
  subdelegations: Awaited<ReturnType<typeof listSubdelegations>>
  /** Their pages open to the holder, and to each their own. */
  opens: (member: { userId: string | null }) => boolean
}

/** Who is in the firm and for whom they work; a codice fiscale stands for who has not answered yet. */
export function PeopleTable({ kind, people, subdelegations, opens }: PeopleTableProps) {
  const worksFor = (memberId: string) =>
    subdelegations
      .filter((given) => given.memberId === memberId)
      .map(({ groupName }) => groupName ?? 'Tutti i clienti')
      .join(', ')
  return (
    <DataTable
      caption="Persone dello studio"
      quietCaption
      columns={columns}
      rows={people.map((member) => {
        const name = member.name ?? 'Persona invitata'
        return {
          key: member.id,
          cells: {
            person: opens(member) ? (
              <Link href={`/area/tutti/studio/persone/${member.id}` as Route} prefetch={false}>
                {name}
              </Link>
            ) : (
              name
            ),
            code: member.codiceFiscale,
            role: roleLabel(kind, member.role),
            since: member.acceptedAt ? (
              <>
                dal <DateTime at={member.acceptedAt} show="day" />
              </>
            ) : (
              <>
                Invito del <DateTime at={member.invitedAt} show="day" />, deve rispondere
              </>
            ),
            works:
              member.role === 'holder'
                ? 'Tutti i clienti: le deleghe sono intestate a questa persona'
                : worksFor(member.id) || 'Nessun cliente',
          },
        }
      })}
    />
  )
}
