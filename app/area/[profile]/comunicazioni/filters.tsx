import type { ReactNode } from 'react'
import { FilterForm } from '@/components/form/filter-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { noticeKinds, type NoticeStatus } from '@/db/vocabulary'
import type { NoticeAddress } from '@/lib/notices/filters'
import { kindLabel } from '@/lib/notices/kinds'
import { statusLabels } from '@/lib/notices/status'

const kinds = noticeKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))

const statuses: { value: NonNullable<NoticeAddress['stato']>; status: NoticeStatus }[] = [
  { value: 'da-definire', status: 'open' },
  { value: 'in-lavorazione', status: 'in_progress' },
  { value: 'regolarizzata', status: 'settled' },
  { value: 'annullata', status: 'annulled' },
  { value: 'avviso-di-addebito', status: 'sent_to_collection' },
  { value: 'ritirata', status: 'withdrawn' },
  { value: 'corretta', status: 'corrected' },
]

const terms = [
  { value: '7', label: 'Entro 7 giorni' },
  { value: '30', label: 'Entro 30 giorni' },
  { value: 'passato', label: 'Già passato' },
]

type NoticeFilterFormProps = {
  /** With the fields of a list over all one's contributors, `children`, among them. */
  filters: NoticeAddress
  home: string
  children?: ReactNode
}

export function NoticeFilterForm({ filters, home, children }: NoticeFilterFormProps) {
  return (
    <FilterForm home={home} label="Filtra le comunicazioni" chosen={filters} folded>
      <TextField name="parole" label="Parole" defaultValue={filters.parole} type="search" maxLength={100} />
      <SelectField name="tipo" label="Tipo" options={kinds} emptyLabel="Tutti" defaultValue={filters.tipo ?? ''} />
      <TextField name="anno" label="Anno" defaultValue={filters.anno} inputMode="numeric" maxLength={4} />
      <TextField name="periodo" label="Mese (mm/aaaa)" defaultValue={filters.periodo} maxLength={7} />
      <SelectField name="entro" label="Termine" options={terms} emptyLabel="Tutti" defaultValue={filters.entro ?? ''} />
      <SelectField
        name="stato"
        label="Stato"
        options={statuses.map(({ value, status }) => ({ value, label: statusLabels[status] }))}
        emptyLabel="Tutti"
        defaultValue={filters.stato ?? ''}
      />
      <SelectField
        name="ordine"
        label="Ordina per"
        options={[{ value: 'scadenza', label: 'Termine, dal più vicino' }]}
        emptyLabel="Data, dalla più recente"
        defaultValue={filters.ordine ?? ''}
      />
      {children}
    </FilterForm>
  )
}
