import type { Route } from 'next'
import Link from 'next/link'
import type { OwnList } from '@/lib/delegations/delegate-filters'
import { expiringDays } from '@/lib/delegations/status'
import { formatCount } from '@/lib/format'

export const listLabels: Record<OwnList, string> = {
  attive: 'Attive',
  'in-scadenza': `In scadenza entro ${expiringDays} giorni`,
  'da-validare': 'Da firmare e validare',
  sospese: 'Sospese dalla sede',
  finite: 'Finite',
}

type ListsProps = { home: string; current: OwnList | undefined; counts: Record<OwnList, number> }

/** The lists one may look at, each with how many there are. */
export function DelegationLists({ home, current, counts }: ListsProps) {
  const lists = Object.keys(listLabels) as OwnList[]
  return (
    <nav aria-label="Deleghe per stato">
      <ul className="list-tabs">
        <li>
          <Link href={home as Route} aria-current={current ? undefined : 'page'} prefetch={false}>
            Tutte
          </Link>
        </li>
        {lists.map((list) => (
          <li key={list}>
            <Link
              href={`${home}?stato=${list}` as Route}
              aria-current={current === list ? 'page' : undefined}
              prefetch={false}
            >
              {listLabels[list]} ({formatCount(counts[list])})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
