import type { Route } from 'next'
import Link from 'next/link'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { type OwnFilters, orderOf } from '@/lib/delegations/delegate-filters'

const orders = [
  { value: 'recenti', label: 'Dalla più recente' },
  { value: 'scadenza', label: 'Da quella che finisce prima' },
]

/** A plain GET form: what is chosen stands in the address. */
export function DelegationFilters({ filters, home }: { filters: OwnFilters; home: string }) {
  return (
    <form
      className="filters"
      action={home}
      method="get"
      role="search"
      aria-label="Cerca tra le deleghe"
      key={JSON.stringify(filters)}
    >
      {filters.stato && <input type="hidden" name="stato" value={filters.stato} />}
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
    </form>
  )
}
