import type { Route } from 'next'
import Link from 'next/link'
import { OneButtonForm } from '@/components/form/one-button-form'
import type { listChoices } from '@/lib/portfolio/queries/contributors'
import { keepFavouriteAction } from './action'

export type Choice = Awaited<ReturnType<typeof listChoices>>['rows'][number]

/**
 * Contributors to choose among: each with what tells it from the others, and its place among the favourites.
 * @param search the query of their addresses, with what one came for
 */
export function ChoiceList({ choices, search }: { choices: Choice[]; search: string }) {
  return (
    <ul className="choice-list">
      {choices.map(({ id, denomination, codiceFiscale, officeName, clientCode, favourite }) => (
        <li key={id}>
          <Link href={`/area/${id}${search}` as Route} prefetch={false}>
            <strong>{denomination}</strong>
            <span>
              C.F. {codiceFiscale} · Sede di {officeName}
              {clientCode && ` · Codice cliente ${clientCode}`}
            </span>
          </Link>
          <OneButtonForm
            action={keepFavouriteAction}
            hidden={{ contributorId: id, kept: favourite ? '0' : '1' }}
            look="secondary"
            what={denomination}
          >
            {favourite ? '★ Togli dai preferiti' : '☆ Aggiungi ai preferiti'}
          </OneButtonForm>
        </li>
      ))}
    </ul>
  )
}
