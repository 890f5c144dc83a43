import type { Route } from 'next'
import Link from 'next/link'
import { SelectField } from '@/components/form/select-field'
import { SearchForm } from '@/components/form/search-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { type OwnFilters, orderOf } from '@/lib/delegations/delegate-filters'

const orders = [
  { value: 'recenti', label: 'Dalla più recente' },
  { value: 'scadenza', label: 'Da quella che finisce prima' },
]

/** What is chosen stands in the address, and what is typed stands there sealed. */
export function DelegationFilters({ filters, home }: { filters: OwnFilters; home: string }) {
  return (
    <SearchForm
      home={home}
      typed="parole"
      label="Cerca tra le deleghe"
      hidden={filters.stato ? { stato: filters.stato } : {}}
      key={JSON.stringify(filters)}
    >
      <TextField
        name="parole"
        label="Nome o codice fiscale del contribuente"
        defaultValue={filters.parole}
        type="search"
        maxLength={100}
      />
      <SelectField name="ordine" label="Ordine" options={orders} defaultValue={orderOf(filters)} />
      <div className="filters-actions">
        <SubmitButton look="secondary">Cerca</SubmitButton>
        {(filters.parole || filters.ordine) && (
          <Link className="btn btn-link" href={(filters.stato ? `${home}?stato=${filters.stato}` : home) as Route}>
            Togli la ricerca
          </Link>
        )}
      </div>
    </SearchForm>
  )
}
