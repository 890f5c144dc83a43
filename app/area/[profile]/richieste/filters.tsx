import type { ReactNode } from 'react'
import { FilterForm } from '@/components/form/filter-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { AddressFilters } from '@/lib/requests/filters'

type RequestFilterFormProps = {
  areas: { code: string; label: string }[]
  /** With the fields of a list over all one's contributors, `children`, among them. */
  filters: AddressFilters
  home: string
  children?: ReactNode
}

const phases = [
  { value: 'aperta', label: 'Aperta' },
  { value: 'in-carico', label: 'In carico' },
  { value: 'chiusa', label: 'Chiusa' },
]

export function RequestFilterForm({ areas, filters, home, children }: RequestFilterFormProps) {
  return (
    <FilterForm home={home} label="Filtra le richieste" chosen={filters} folded>
      <TextField name="parole" label="Parole" defaultValue={filters.parole} type="search" maxLength={100} />
      <SelectField name="stato" label="Stato" options={phases} emptyLabel="Tutti" defaultValue={filters.stato ?? ''} />
      <SelectField
        name="area"
        label="Argomento"
        options={areas.map(({ code, label }) => ({ value: code, label }))}
        emptyLabel="Tutti"
        defaultValue={filters.area ?? ''}
      />
      <TextField name="dal" label="Inviate dal" type="date" defaultValue={filters.dal} />
      <TextField name="al" label="fino al" type="date" defaultValue={filters.al} />
      {children}
    </FilterForm>
  )
}
