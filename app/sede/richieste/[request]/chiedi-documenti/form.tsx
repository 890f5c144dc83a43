'use client'

import { EntryForm } from '@/components/form/entry-form'
import { TextField } from '@/components/form/text-field'
import type { EntryDraft } from '@/lib/drafts/entry'
import { documentsLength } from '@/lib/requests/lengths'
import { requestDocumentsAction } from './action'

const rules = () => import('@/lib/requests/schema').then(({ requestDocumentsSchema }) => requestDocumentsSchema)

export function RequestDocumentsForm(props: { requestId: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="request_documents"
      action={requestDocumentsAction}
      rules={rules}
      labels={{ dueBy: 'Da inviare entro' }}
      fields={({ field }) => (
        <TextField
          {...field('dueBy')}
          type="date"
          label="Da inviare entro"
          hint="Un giorno lavorativo, al più tardi tra 60 giorni."
          width="medium"
        />
      )}
      text={{
        label: 'Documenti che servono',
        hint: 'Uno per riga, con il motivo. Lo legge il contribuente.',
        limits: documentsLength,
      }}
      submit="Chiedi i documenti"
    />
  )
}
