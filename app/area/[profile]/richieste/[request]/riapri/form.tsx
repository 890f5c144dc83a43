'use client'

import { EntryForm } from '@/components/form/entry-form'
import type { EntryDraft } from '@/lib/drafts/entry'
import { reopenSchema } from '@/lib/requests/schema'
import { reopenRequestAction } from './action'

export function ReopenForm(props: { requestId: string; profile: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="reopen"
      action={reopenRequestAction}
      schema={reopenSchema}
      text={{
        label: 'Perché la riapri',
        hint: 'Che cosa manca nella risposta, o che cosa è cambiato.',
        limits: { min: 10, max: 1000 },
      }}
      submit="Riapri la richiesta"
    />
  )
}
