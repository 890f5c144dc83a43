'use client'

import { EntryForm } from '@/components/form/entry-form'
import { RadioGroup } from '@/components/form/radio-group'
import type { EntryDraft } from '@/lib/drafts/entry'
import { reasonLength } from '@/lib/requests/lengths'
import { decisions, outcomeLabels } from '@/lib/requests/status'
import { closeRequestAction } from './action'

const rules = () => import('@/lib/requests/schema').then(({ closeSchema }) => closeSchema)

export function CloseForm(props: { requestId: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="close"
      action={closeRequestAction}
      rules={rules}
      labels={{ outcome: 'Esito' }}
      fields={({ field }) => (
        <RadioGroup
          {...field('outcome')}
          label="Esito"
          options={decisions.map((value) => ({ value, label: outcomeLabels[value] }))}
        />
      )}
      text={{
        label: 'Motivazione',
        hint: 'Per un «no» indica la norma. Se hai corretto un archivio, scrivi quale dato. Se non è di competenza, scrivi a chi rivolgersi.',
        limits: reasonLength,
      }}
      submit="Chiudi la richiesta"
    />
  )
}
