import type { Route } from 'next'
import Link from 'next/link'
import { SelectField } from '@/components/form/select-field'
import { SearchForm } from '@/components/form/search-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { ClientAddress } from '@/lib/firms/filters'

type Choice = { id: string; name: string }

type ClientSearchProps = {
  home: string
  filters: ClientAddress
  /** With these one also filters by group and by colleague. */
  groups?: Choice[]
  colleagues?: Choice[]
  /** What else stands in the address. */
  hidden?: Record<string, string>
}

/** What is chosen stands in the address, and what is typed stands there sealed. */
export function ClientSearch({ home, filters, groups, colleagues, hidden = {} }: ClientSearchProps) {
  const narrowed = Object.values(filters).some(Boolean)
  const plain = Object.keys(hidden).length > 0 ? `${home}?${new URLSearchParams(hidden)}` : home
  const options = (choices: Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SearchForm home={home} typed="parole" label="Cerca tra i clienti" hidden={hidden} key={JSON.stringify(filters)}>
      <TextField
        name="parole"
        label="Nome, codice fiscale o codice cliente"
        defaultValue={filters.parole}
        type="search"
        maxLength={100}
      />
      {groups && (
        <SelectField
          name="gruppo"
          label="Gruppo"
          options={options(groups)}
          emptyLabel="Tutti"
          defaultValue={filters.gruppo ?? ''}
        />
      )}
      {colleagues && (
        <SelectField
          name="collega"
          label="Chi lo segue"
          options={[{ value: 'nessuno', label: 'Nessuno' }, ...options(colleagues)]}
          emptyLabel="Tutti"
          defaultValue={filters.collega ?? ''}
        />
      )}
      <div className="filters-actions">
        <SubmitButton look="secondary">Cerca</SubmitButton>
        {narrowed && (
          <Link className="btn btn-link" href={plain as Route} prefetch={false}>
            Togli i filtri
          </Link>
        )}
      </div>
    </SearchForm>
  )
}
