import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { DateTime } from '@/components/date-time'
import type { listAnswers } from '@/lib/notices/queries/answers'

type SentAnswersProps = { answers: Awaited<ReturnType<typeof listAnswers>>; profile: string }

/** What was already answered from this notice, each with the way to its request. */
export function SentAnswers({ answers, profile }: SentAnswersProps) {
  if (answers.length === 0) return null
  return (
    <Alert tone="info" title="Hai già risposto">
      <ul>
        {answers.map(({ requestId, protocollo, sentAt, topicLabel }) => (
          <li key={requestId}>
            Risposta inviata il <DateTime at={sentAt} show="date" />, protocollo{' '}
            <Link href={`/area/${profile}/richieste/${requestId}` as Route} prefetch={false}>
              {protocollo}
            </Link>{' '}
            ({topicLabel})
          </li>
        ))}
      </ul>
    </Alert>
  )
}
