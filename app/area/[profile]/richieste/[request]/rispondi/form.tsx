'use client'

import { EntryForm } from '@/components/form/entry-form'
import type { EntryDraft } from '@/lib/drafts/entry'
import { messageSchema, textLength } from '@/lib/requests/schema'
import { sendMessageAction } from './action'

type MessageFormProps = { act: 'message' | 'supplement'; requestId: string; profile: string; draft: EntryDraft }

export function MessageForm({ act, ...rest }: MessageFormProps) {
  const supplement = act === 'supplement'
  return (
    <EntryForm
      {...rest}
      act={act}
      action={sendMessageAction}
      schema={messageSchema}
      text={{
        label: supplement ? 'Che cosa invii' : 'Messaggio',
        hint: supplement ? 'Di’ in breve quali documenti alleghi e a che cosa rispondono.' : 'Lo leggerà la sede.',
        limits: { min: 2, max: textLength.max },
      }}
      submit={supplement ? 'Invia l’integrazione' : 'Invia il messaggio'}
    />
  )
}
