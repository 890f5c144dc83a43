import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { OneButtonForm } from '@/components/form/one-button-form'
import { FilterForm } from '@/components/form/filter-form'
import { TextField } from '@/components/form/text-field'
import type { findOwnContributors, listExceptions, listOwnGroups } from '@/lib/notifications/queries'
import { removeExceptionAction } from './action'

type ExceptionsProps = {
  exceptions: Awaited<ReturnType<typeof listExceptions>>
  groups: Awaited<ReturnType<typeof listOwnGroups>>
  /** What was searched, and what was found; undefined before searching. */
  words: string
  found: Awaited<ReturnType<typeof findOwnContributors>> | undefined
}

const columns = [
  { key: 'name', header: 'Per chi' },
  { key: 'change', header: 'Cambia' },
  { key: 'remove', header: 'Togli' },
] as const

const addressOf = (about: 'contributor' | 'group', id: string) =>
  `/preferenze?${about === 'contributor' ? 'contribuente' : 'gruppo'}=${id}` as Route

/** Contributors and groups of which one wants to know more, or less, than of the others. */
export function Exceptions({ exceptions, groups, words, found }: ExceptionsProps) {
  return (
    <section className="contact-section" aria-labelledby="eccezioni">
      <h2 id="eccezioni">Eccezioni</h2>
      <p>Per un contribuente o per un gruppo puoi scegliere qualcosa di diverso.</p>
      {exceptions.length > 0 && (
        <DataTable
          caption="Le tue eccezioni"
          columns={columns}
          rows={exceptions.map(({ about, aboutId, name }) => ({
            key: aboutId,
            cells: {
              name: about === 'group' ? `Gruppo ${name}` : name,
              change: (
                <Link href={addressOf(about, aboutId)} prefetch={false}>
                  Cambia<span className="visually-hidden"> l’eccezione per {name}</span>
                </Link>
              ),
              remove: (
                <OneButtonForm
                  action={removeExceptionAction}
                  hidden={{ about, aboutId }}
                  look="danger"
                  what={`l’eccezione per ${name}`}
                >
                  Togli
                </OneButtonForm>
              ),
            },
          }))}
        />
      )}
      {groups.length > 0 && (
        <>
          <h3>I gruppi dello studio</h3>
          <Choices about="group" choices={groups} />
        </>
      )}
      <FilterForm home="/preferenze" typed="cerca" label="Cerca un contribuente" chosen={{ words }} button="Cerca">
        <TextField
          name="cerca"
          label="Cerca un contribuente"
          hint="Una parte del nome, oppure il codice fiscale intero."
          defaultValue={words}
          maxLength={100}
        />
      </FilterForm>
      {found?.length === 0 && <p role="status">Nessuno dei tuoi contribuenti si chiama così.</p>}
      {found && found.length > 0 && <Choices about="contributor" choices={found} />}
    </section>
  )
}

type ChoicesProps = { about: 'contributor' | 'group'; choices: { id: string; name: string; codiceFiscale?: string }[] }

function Choices({ about, choices }: ChoicesProps) {
  return (
    <ul>
      {choices.map(({ id, name, codiceFiscale }) => (
        <li key={id}>
          <Link href={addressOf(about, id)} prefetch={false}>
            {name}
          </Link>
          {codiceFiscale && ` (${codiceFiscale})`}
        </li>
      ))}
    </ul>
  )
}
