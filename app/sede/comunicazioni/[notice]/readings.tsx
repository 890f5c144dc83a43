import { DateTime } from '@/components/date-time'
import type { listDeskReadings } from '@/lib/notices/queries/desk'
import { signature, titleAndFirm } from '@/lib/transparency/signature'

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
          , {titleAndFirm(first)}.
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
            {others.map(({ id, firstName, lastName, readAt, ...acting }) => (
              <li key={id}>
                {signature(`${firstName} ${lastName}`, acting)}, il <DateTime at={readAt} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-muted">Guardarla dalla sede non la segna come letta.</p>
    </section>
  )
}
