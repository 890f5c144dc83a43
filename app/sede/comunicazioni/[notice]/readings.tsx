import { DateTime } from '@/components/date-time'
import { titleLabels } from '@/lib/contributors/titles'
import type { listDeskReadings } from '@/lib/notices/queries/desk'

type ReadingsProps = { readings: Awaited<ReturnType<typeof listDeskReadings>>; publishedAt: Date }

/** Who read it: the first is the contributor's, the others stay beside it. */
export function Readings({ readings, publishedAt }: ReadingsProps) {
  const [first, ...others] = readings
  return (
    <section aria-labelledby="letture">
      <h2 id="letture">Lettura</h2>
      {first ? (
        <p>
          <strong>
            Letta il <DateTime at={first.readAt} /> da {first.firstName} {first.lastName}
          </strong>
          , {titleLabels[first.title]}.
        </p>
      ) : (
        <p>
          <strong>Non ancora letta.</strong> Pubblicata il <DateTime at={publishedAt} />.
        </p>
      )}
      {others.length > 0 && (
        <>
          <p>Letta anche da:</p>
          <ul>
            {others.map(({ id, firstName, lastName, title, readAt }) => (
              <li key={id}>
                {firstName} {lastName}, {titleLabels[title]}, il <DateTime at={readAt} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-muted">Guardarla dalla sede non la segna come letta.</p>
    </section>
  )
}
