import { DateTime } from '@/components/date-time'
import type { listNotes } from '@/lib/requests/queries/detail'

/** Internal notes: another place and another colour than the conversation, so that nobody writes in the wrong one. */
export function Notes({ notes }: { notes: Awaited<ReturnType<typeof listNotes>> }) {
  if (notes.length === 0) return null
  return (
    <section className="internal-notes" aria-labelledby="note">
      <h2 id="note">Note interne</h2>
      <p className="internal-notes-lead">Le vede solo la sede: non arrivano mai al contribuente.</p>
      <ul>
        {notes.map(({ id, author, createdAt, text }) => (
          <li key={id}>
            <p className="thread-meta">
              {author}, <DateTime at={createdAt} />
            </p>
            <p className="thread-text">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
