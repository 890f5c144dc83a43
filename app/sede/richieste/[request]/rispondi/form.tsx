'use client'

import { EntryForm } from '@/components/form/entry-form'
import type { EntryDraft } from '@/lib/drafts/entry'
import { messageLength } from '@/lib/requests/lengths'
import { replyToRequestAction } from './action'

const rules = () => import('@/lib/requests/schema').then(({ messageSchema }) => messageSchema)

export function ReplyForm(props: { requestId: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="reply"
      action={replyToRequestAction}
      rules={rules}
      text={{ label: 'Risposta', hint: 'La legge il contribuente.', limits: messageLength }}
      submit="Invia la risposta"
    />
  )
}
