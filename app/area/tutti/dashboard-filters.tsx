import { FilterForm } from '@/components/form/filter-form'
import { SelectField } from '@/components/form/select-field'
import { type NarrowingAddress, type SortSlug, unassignedSlug } from '@/lib/portfolio/filters'
import { currentFirm } from './totals'

const sorts: { value: SortSlug; label: string }[] = [
  { value: 'entro-7-giorni', label: 'In scadenza entro 7 giorni' },
  { value: 'entro-30-giorni', label: 'In scadenza entro 30 giorni' },
  { value: 'in-attesa-di-te', label: 'In attesa di te' },
  { value: 'risposte-nuove', label: 'Risposte nuove' },
  { value: 'richieste-aperte', label: 'Richieste aperte' },
  { value: 'nome', label: 'Nome' },
]

type DashboardFilterFormProps = {
  address: NarrowingAddress & { ordine: SortSlug | undefined }
  home: string
}

export async function DashboardFilterForm({ address, home }: DashboardFilterFormProps) {
  const { groups, colleagues } = await currentFirm()
  return (
    <FilterForm home={home} label="Filtra i contribuenti" chosen={address} folded>
      {groups.length > 0 && (
        <SelectField
          name="gruppo"
          label="Gruppo di clienti"
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="Tutti"
          defaultValue={address.gruppo ?? ''}
        />
      )}
      {colleagues.length > 0 && (
        <SelectField
          name="collega"
          label="Chi lo segue"
          options={[
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
            { value: unassignedSlug, label: 'Nessuno' },
          ]}
          emptyLabel="Tutti"
          defaultValue={address.collega ?? ''}
        />
      )}
      <SelectField
        name="ordine"
        label="Ordina per"
        options={sorts}
        emptyLabel="Comunicazioni da leggere"
        defaultValue={address.ordine ?? ''}
      />
    </FilterForm>
  )
}
