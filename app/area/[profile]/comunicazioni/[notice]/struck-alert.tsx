import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { DateTime } from '@/components/date-time'
import type { listNoticeEvents } from '@/lib/notices/queries/detail'

type StruckAlertProps = { events: Awaited<ReturnType<typeof listNoticeEvents>>; profile: string }

/** The notice no longer counts: since when, why, and what took its place. */
export function StruckAlert({ events, profile }: StruckAlertProps) {
  const act = events.findLast((event) => event.act === 'withdraw' || event.act === 'correct')
  return (
    <Alert tone="warning" title="Questa comunicazione non vale più">
      {act && (
        <>
          <p>
            {act.act === 'correct' ? 'La sede l’ha corretta' : 'La sede l’ha ritirata'} il{' '}
            <DateTime at={act.createdAt} show="date" />
            {act.text ? `: ${act.text}` : '.'}
          </p>
          {act.correctedById && (
            <p>
              <Link href={`/area/${profile}/comunicazioni/${act.correctedById}` as Route} prefetch={false}>
                Vai alla comunicazione che la sostituisce ({act.correctionProtocollo})
              </Link>
            </p>
          )}
        </>
      )}
    </Alert>
  )
}
