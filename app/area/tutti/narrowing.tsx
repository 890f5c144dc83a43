import type { Route } from 'next'
import Link from 'next/link'
import { SelectField } from '@/components/form/select-field'
import type { Portfolio } from '@/lib/auth/actor'
import type { NarrowingAddress } from '@/lib/portfolio/filters'
import { findNarrowed } from '@/lib/portfolio/queries/choices'
import { currentFirm } from './totals'

type Query = Record<string, string | undefined>

/** What of a query is filled. */
export const filledOf = (query: Query) =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]))

export function addressOf(home: string, query: Query) {
  const said = new URLSearchParams(filledOf(query)).toString()
  return said ? `${home}?${said}` : home
}

type NarrowingProps = { address: NarrowingAddress }

/** The fields that a list over all one's contributors adds to those of a single one: the group, and the contributor it was asked of. */
export async function NarrowingFields({ address }: NarrowingProps) {
  const { groups } = await currentFirm()
  return (
    <>
      {address.contribuente && <input type="hidden" name="contribuente" value={address.contribuente} />}
      {groups.length > 0 && (
        <SelectField
          name="gruppo"
          label="Gruppo di clienti"
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="Tutti"
          defaultValue={address.gruppo ?? ''}
        />
      )}
    </>
  )
}

/** Says that a list shows one contributor alone, and how to see all of them. */
export async function NarrowedTo({ actor, address, allHref }: NarrowingProps & { actor: Portfolio; allHref: string }) {
  if (!address.contribuente) return null
  const party = await findNarrowed(actor, address.contribuente)
  return (
    <p>
      {party ? (
        <>
          Solo di <strong>{party.denomination}</strong>.
        </>
      ) : (
        'Questo contribuente non è più tra i tuoi.'
      )}{' '}
      <Link href={allHref as Route}>Mostra tutti i contribuenti</Link>
    </p>
  )
}
