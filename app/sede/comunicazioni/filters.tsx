import { FilterForm } from '@/components/form/filter-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { noticeKinds } from '@/db/vocabulary'
import type { DeskNoticeAddress } from '@/lib/notices/desk-filters'
import { kindLabel } from '@/lib/notices/kinds'
import { statusLabels } from '@/lib/notices/status'

type DeskNoticeFiltersProps = { filters: DeskNoticeAddress; home: string }

const kinds = noticeKinds.map((value) => ({ value, label: kindLabel(value) }))
const statuses: readonly { value: NonNullable<DeskNoticeAddress['stato']>; label: string }[] = [
  { value: 'da-definire', label: statusLabels.open },
  { value: 'in-lavorazione', label: statusLabels.in_progress },
  { value: 'regolarizzata', label: statusLabels.settled },
  { value: 'annullata', label: statusLabels.annulled },
  { value: 'avviso-di-addebito', label: statusLabels.sent_to_collection },
  { value: 'ritirata', label: statusLabels.withdrawn },
  { value: 'corretta', label: statusLabels.corrected },
]
const terms = [
  { value: '7', label: 'Entro 7 giorni' },
  { value: '30', label: 'Entro 30 giorni' },
  { value: 'passato', label: 'Già passato' },
]
const readings = [
  { value: 'letta', label: 'Lette' },
  { value: 'non-letta', label: 'Non lette' },
]

export function DeskNoticeFilters({ filters, home }: DeskNoticeFiltersProps) {
  return (
    <FilterForm home={home} typed="contribuente" label="Filtra le comunicazioni" chosen={filters} folded>
      <TextField name="parole" label="Parole o numero" defaultValue={filters.parole} type="search" maxLength={100} />
      <TextField
        name="contribuente"
        label="Contribuente"
        hint="Codice fiscale o parte del nome"
        defaultValue={filters.contribuente}
        maxLength={100}
      />
      <SelectField name="tipo" label="Tipo" options={kinds} emptyLabel="Tutti" defaultValue={filters.tipo ?? ''} />
      <SelectField
        name="stato"
        label="Stato"
        options={statuses}
        emptyLabel="Tutti"
        defaultValue={filters.stato ?? ''}
      />
      <TextField name="anno" label="Anno" defaultValue={filters.anno} inputMode="numeric" maxLength={4} />
      <TextField name="periodo" label="Mese (mm/aaaa)" defaultValue={filters.periodo} maxLength={7} />
      <SelectField name="entro" label="Termine" options={terms} emptyLabel="Tutti" defaultValue={filters.entro ?? ''} />
      <SelectField
        name="lettura"
        label="Lettura"
        options={readings}
        emptyLabel="Tutte"
        defaultValue={filters.lettura ?? ''}
      />
    </FilterForm>
  )
}
