import { DateTime } from '@/components/date-time'
import { Thread } from '@/components/thread'
import type { listRequestAttachments } from '@/lib/attachments/queries'
import type { listDeskThread } from '@/lib/requests/queries/detail'
import type { Sort } from '@/lib/requests/status'
import { authorOf, titleOf } from '@/lib/requests/thread'

type DeskThreadProps = {
  thread: Awaited<ReturnType<typeof listDeskThread>>
  attachments: Awaited<ReturnType<typeof listRequestAttachments>>
  sort: Sort
}

/** The conversation as the office reads it: every author by name, every file under what it came with. */
export function DeskThread({ thread, attachments, sort }: DeskThreadProps) {
  return (
    <Thread
      entries={thread.map((entry) => ({
        id: entry.id,
        side: entry.side,
        author: authorOf(entry),
        at: entry.createdAt,
        title: titleOf(entry, sort),
        text: entry.text ?? undefined,
        attachments: attachments.filter((file) => file.entryId === entry.id),
        extra: entry.dueBy && (
          <p>
            Da inviare entro il <DateTime at={entry.dueBy} show="date" />
          </p>
        ),
      }))}
    />
  )
}
