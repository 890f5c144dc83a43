'use client'

import { EntryForm } from '@/components/form/entry-form'
import { SelectField } from '@/components/form/select-field'
import type { EntryDraft } from '@/lib/drafts/entry'
import { motiveLength } from '@/lib/requests/lengths'
import { transferRequestAction } from './action'

type Destination = { code: string; name: string }
type TransferFormProps = {
  requestId: string
  /** «la richiesta», «l’istanza». */
  what: string
  draft: EntryDraft
  offices: Destination[]
  units: Destination[]
}

const options = (destinations: Destination[]) => destinations.map(({ code, name }) => ({ value: code, label: name }))

const rules = () => import('@/lib/requests/schema').then(({ transferSchema }) => transferSchema)

export function TransferForm({ requestId, what, draft, offices, units }: TransferFormProps) {
  return (
    <EntryForm
      requestId={requestId}
      draft={draft}
      act="transfer"
      action={transferRequestAction}
      rules={rules}
      labels={{ officeCode: 'Sede', unitCode: 'Unità' }}
      fields={({ field }) => (
        <>
          <SelectField {...field('officeCode')} label="Sede" options={options(offices)} emptyLabel="Scegli la sede" />
          <SelectField {...field('unitCode')} label="Unità" options={options(units)} emptyLabel="Scegli l’unità" />
        </>
      )}
      text={{ label: 'Motivo', hint: 'Lo legge il contribuente.', limits: motiveLength }}
      submit={`Trasferisci ${what}`}
      withoutFiles
    />
  )
}
