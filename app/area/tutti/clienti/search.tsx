import { FilterForm } from '@/components/form/filter-form'
import { SelectField } from '@/components/form/select-field'
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

export function ClientSearch({ home, filters, groups, colleagues, hidden = {} }: ClientSearchProps) {
  const options = (choices: Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FilterForm
      home={home}
      typed="parole"
      label="Cerca tra i clienti"
      chosen={filters}
      hidden={hidden}
      button="Cerca"
      folded={groups !== undefined}
    >
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
    </FilterForm>
  )
}
