import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { AddressFilters } from '@/lib/requests/filters'

type RequestFilterFormProps = {
  areas: { code: string; label: string }[]
  filters: AddressFilters
  home: string
  /** Fields of a list over all one's contributors, and whether one of them is filled. */
  children?: ReactNode
  moreChosen?: boolean
}

const phases = [
  { value: 'aperta', label: 'Aperta' },
  { value: 'in-carico', label: 'In carico' },
  { value: 'chiusa', label: 'Chiusa' },
]

/** A plain GET form: what is chosen stands in the address, can be kept and sent to a colleague. */
export function RequestFilterForm({ areas, filters, home, children, moreChosen = false }: RequestFilterFormProps) {
  const narrowed = moreChosen || Object.values(filters).some(Boolean)
  return (
    <form
      className="filters"
      action={home}
      method="get"
      role="search"
      aria-label="Filtra le richieste"
      key={JSON.stringify(filters)}
    >
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
      <div className="filters-actions">
        <SubmitButton look="secondary">Filtra</SubmitButton>
        {narrowed && (
          <Link className="btn btn-link" href={home as Route}>
            Togli i filtri
          </Link>
        )}
      </div>
    </form>
  )
}
