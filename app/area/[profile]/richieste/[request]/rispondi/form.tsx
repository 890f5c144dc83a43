'use client'

import { EntryForm } from '@/components/form/entry-form'
import type { EntryDraft } from '@/lib/drafts/entry'
import { messageLength } from '@/lib/requests/lengths'
import { sendMessageAction } from './action'

type MessageFormProps = { act: 'message' | 'supplement'; requestId: string; profile: string; draft: EntryDraft }

const rules = () => import('@/lib/requests/schema').then(({ messageSchema }) => messageSchema)

export function MessageForm({ act, ...rest }: MessageFormProps) {
  const supplement = act === 'supplement'
  return (
    <EntryForm
      {...rest}
      act={act}
      action={sendMessageAction}
      rules={rules}
      text={{
        label: supplement ? 'Che cosa invii' : 'Messaggio',
        hint: supplement ? 'Di’ in breve quali documenti alleghi e a che cosa rispondono.' : 'Lo leggerà la sede.',
        limits: messageLength,
      }}
      submit={supplement ? 'Invia l’integrazione' : 'Invia il messaggio'}
    />
  )
}
