import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
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
  filters: NoticeAddress
  home: string
  /** Fields of a list over all one's contributors, and whether one of them is filled. */
  children?: ReactNode
  moreChosen?: boolean
}

/** A plain GET form: what is chosen stands in the address, can be kept and sent to a colleague. */
export function NoticeFilterForm({ filters, home, children, moreChosen = false }: NoticeFilterFormProps) {
  const narrowed = moreChosen || Object.values(filters).some(Boolean)
  return (
    <form
      className="filters"
      action={home}
      method="get"
      role="search"
      aria-label="Filtra le comunicazioni"
      key={JSON.stringify(filters)}
    >
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
