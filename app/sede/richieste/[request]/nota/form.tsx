'use client'

import { EntryForm } from '@/components/form/entry-form'
import type { EntryDraft } from '@/lib/drafts/entry'
import { messageLength } from '@/lib/requests/lengths'
import { writeNoteAction } from './action'

const rules = () => import('@/lib/requests/schema').then(({ noteSchema }) => noteSchema)

export function NoteForm(props: { requestId: string; draft: EntryDraft }) {
  return (
    <EntryForm
      {...props}
      act="note"
      action={writeNoteAction}
      rules={rules}
      text={{ label: 'Nota', limits: messageLength }}
      submit="Salva la nota"
      withoutFiles
    />
  )
}
