import { DateTime } from '@/components/date-time'
import { Thread } from '@/components/thread'
import type { listRequestAttachments } from '@/lib/attachments/queries'
import type { listThread } from '@/lib/requests/queries/detail'
import type { Sort } from '@/lib/requests/status'
import { authorOf, titleOf } from '@/lib/requests/thread'

type PaperThreadProps = {
  profile: string
  thread: Awaited<ReturnType<typeof listThread>>
  attachments: Awaited<ReturnType<typeof listRequestAttachments>>
  sort: Sort
}

/** The conversation of a request, or of an istanza, with its files. */
export function PaperThread({ profile, thread, attachments, sort }: PaperThreadProps) {
  return (
    <>
      <h2>Conversazione</h2>
      <Thread
        hrefFor={(file) => `/api/allegati/${file}?profilo=${profile}`}
        entries={thread.map((entry) => ({
          id: entry.id,
          side: entry.side,
          author: authorOf(entry),
          at: entry.createdAt,
          title: titleOf(entry, sort),
          text: entry.text ?? undefined,
          fresh: entry.fresh,
          attachments: attachments.filter((file) => file.entryId === entry.id),
          extra: entry.dueBy && (
            <p>
              Da inviare entro il <DateTime at={entry.dueBy} show="date" />
            </p>
          ),
        }))}
      />
    </>
  )
}
