'use client'

import { EntryForm } from '@/components/form/entry-form'
import type { EntryDraft } from '@/lib/drafts/entry'
import { motiveLength } from '@/lib/requests/lengths'
import { reopenRequestAction } from './action'

const rules = () => import('@/lib/requests/schema').then(({ reopenSchema }) => reopenSchema)

export function ReopenForm(props: { requestId: string; profile: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="reopen"
      action={reopenRequestAction}
      rules={rules}
      text={{
        label: 'Perché la riapri',
        hint: 'Che cosa manca nella risposta, o che cosa è cambiato.',
        limits: motiveLength,
      }}
      submit="Riapri la richiesta"
    />
  )
}
