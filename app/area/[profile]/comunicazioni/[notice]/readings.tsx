import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import type { ContributorSide } from '@/lib/auth/actor'
import type { listReadings } from '@/lib/notices/queries/detail'
import { signature, titleAndFirm } from '@/lib/transparency/signature'
import { markNoticeReadAction, markNoticeUnreadAction } from './action'
import type { FoundNotice } from './envelope'

type ReadingsProps = {
  actor: ContributorSide
  notice: FoundNotice
  readings: Awaited<ReturnType<typeof listReadings>>
}

/** The contributor's first reading, who read after, and the person's own mark: three things kept apart. */
export function Readings({ actor, notice, readings }: ReadingsProps) {
  if (!notice.firstReadAt) return null
  const hidden = { profile: actor.contributorId, noticeId: notice.id }
  const first = readings.find((reading) => reading.first)
  const own = readings.some((reading) => reading.own)
  return (
    <section className="notice-readings" aria-labelledby="letture">
      <h2 id="letture">Letta da</h2>
      <p>
        Prima lettura: <DateTime at={notice.firstReadAt} />
        {first && (
          <>
            {' '}
            da <strong>{`${first.firstName} ${first.lastName}`}</strong>, {titleAndFirm(first)}
          </>
        )}
        . Vale per il contribuente.
      </p>
      {readings.length > 1 && (
        <ul>
          {readings
            .filter((reading) => !reading.first)
            .map((reading) => (
              <li key={reading.id}>
                {signature(`${reading.firstName} ${reading.lastName}`, reading)}, il <DateTime at={reading.readAt} />
              </li>
            ))}
        </ul>
      )}
      <div className="button-row no-print">
        {(!own || !notice.seen) && (
          <OneButtonForm action={markNoticeReadAction} hidden={hidden} look="secondary">
            Segna come letta da me
          </OneButtonForm>
        )}
        {notice.seen && (
          <OneButtonForm action={markNoticeUnreadAction} hidden={hidden} look="secondary" what="solo per me">
            Segna come da leggere
          </OneButtonForm>
        )}
      </div>
      {notice.seen && <p className="text-muted">«Segna come da leggere» serve solo a te: la prima lettura resta.</p>}
    </section>
  )
}
