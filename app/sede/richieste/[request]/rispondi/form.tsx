'use client'

import { EntryForm } from '@/components/form/entry-form'
import type { EntryDraft } from '@/lib/drafts/entry'
import { messageSchema, textLength } from '@/lib/requests/schema'
import { replyToRequestAction } from './action'

export function ReplyForm(props: { requestId: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="reply"
      action={replyToRequestAction}
      schema={messageSchema}
      text={{ label: 'Risposta', hint: 'La legge il contribuente.', limits: { min: 2, max: textLength.max } }}
      submit="Invia la risposta"
    />
  )
}
