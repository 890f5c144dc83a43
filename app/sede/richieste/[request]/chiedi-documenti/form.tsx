'use client'

import { EntryForm } from '@/components/form/entry-form'
import { TextField } from '@/components/form/text-field'
import type { EntryDraft } from '@/lib/drafts/entry'
import { requestDocumentsSchema, textLength } from '@/lib/requests/schema'
import { requestDocumentsAction } from './action'

export function RequestDocumentsForm(props: { requestId: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="request_documents"
      action={requestDocumentsAction}
      schema={requestDocumentsSchema}
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
        limits: { min: 10, max: textLength.max },
      }}
      submit="Chiedi i documenti"
    />
  )
}
