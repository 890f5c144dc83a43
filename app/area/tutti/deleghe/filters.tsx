import { FilterForm } from '@/components/form/filter-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { type OwnFilters, orderOf } from '@/lib/delegations/delegate-filters'

const orders = [
  { value: 'recenti', label: 'Dalla più recente' },
  { value: 'scadenza', label: 'Da quella che finisce prima' },
]

export function DelegationFilters({ filters, home }: { filters: OwnFilters; home: string }) {
  const { parole, ordine, stato } = filters
  return (
    <FilterForm
      home={home}
      typed="parole"
      label="Cerca tra le deleghe"
      chosen={{ parole, ordine }}
      hidden={stato ? { stato } : {}}
      button="Cerca"
    >
      <TextField
        name="parole"
        label="Nome o codice fiscale del contribuente"
        defaultValue={parole}
        type="search"
        maxLength={100}
      />
      <SelectField name="ordine" label="Ordine" options={orders} defaultValue={orderOf(filters)} />
    </FilterForm>
  )
}
