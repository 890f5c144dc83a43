import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { RequestStatusBadge } from '@/components/request-status'
import { formatAmount, formatBytes } from '@/lib/format'
import type { listAnswers, listPayments } from '@/lib/notices/queries/answers'
import { sortOf } from '@/lib/requests/status'
import { signature } from '@/lib/transparency/signature'
import { deskHome } from '../../desk-home'

type AnswersProps = {
  answers: Awaited<ReturnType<typeof listAnswers>>
  payments: Awaited<ReturnType<typeof listPayments>>
  here: string
}

/** What the contributor did about it: requests sent from it, payments declared with their receipts. */
export function Answers({ answers, payments, here }: AnswersProps) {
  if (answers.length + payments.length === 0) return null
  return (
    <section aria-labelledby="risposte">
      <h2 id="risposte">Risposte del contribuente</h2>
      <ul className="answer-list">
        {answers.map(({ requestId, protocollo, sentAt, applicationKind, topicLabel, ...standing }) => (
          <li key={requestId}>
            <p>
              {applicationKind === null ? 'Richiesta' : 'Istanza'}{' '}
              <Link href={deskHome(sortOf({ applicationKind }), requestId) as Route} prefetch={false}>
                {protocollo}
              </Link>
              , «{topicLabel}», inviata il <DateTime at={sentAt} />
            </p>
            <RequestStatusBadge {...standing} />
          </li>
        ))}
        {payments.map(({ id, paidOn, paidCents, toldAt, toldBy, fileName, fileSize, ...acting }) => (
          <li key={id}>
            <p>
              Versamento di <strong>{formatAmount(paidCents)}</strong> il <DateTime at={paidOn} show="date" />,
              comunicato da {signature(toldBy, acting)} il <DateTime at={toldAt} />
            </p>
            {fileName && fileSize !== null ? (
              <p>
                {/* A plain link: the answer is a file. */}
                <a href={`${here}/versamenti/${id}`}>
                  Scarica la quietanza «{fileName}» ({formatBytes(fileSize)})
                </a>
              </p>
            ) : (
              <p className="text-muted">Senza quietanza.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
