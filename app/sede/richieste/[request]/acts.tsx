import type { Route } from 'next'
import Link from 'next/link'
import { OneButtonForm } from '@/components/form/one-button-form'
import type { RequestAct } from '@/db/vocabulary'
import { releaseRequestAction, takeUpRequestAction } from './action'

const written: readonly { act: RequestAct; segment: string; label: string }[] = [
  { act: 'decide', segment: 'decidi', label: 'Decidi' },
  { act: 'reply', segment: 'rispondi', label: 'Rispondi' },
  { act: 'request_documents', segment: 'chiedi-documenti', label: 'Chiedi documenti' },
  { act: 'close', segment: 'chiudi', label: 'Chiudi con esito' },
  { act: 'transfer', segment: 'trasferisci', label: 'Trasferisci' },
]

/** What the officer may do now with a request or an istanza: the rules say it, the page only draws it. */
export function DeskActs({ requestId, can }: { requestId: string; can: (act: RequestAct) => boolean }) {
  const here = `/sede/richieste/${requestId}`
  const main = can('decide') ? 'decide' : 'reply'
  return (
    <div className="button-row desk-acts no-print">
      {can('take_up') && (
        <OneButtonForm action={takeUpRequestAction} hidden={{ requestId }}>
          Prendi in carico
        </OneButtonForm>
      )}
      {written
        .filter(({ act }) => can(act))
        .map(({ act, segment, label }) => (
          <Link
            key={act}
            className={act === main ? 'btn btn-primary' : 'btn btn-outline-primary'}
            href={(act === 'decide' ? `/sede/istanze/${requestId}/${segment}` : `${here}/${segment}`) as Route}
          >
            {label}
          </Link>
        ))}
      {can('release') && (
        <OneButtonForm action={releaseRequestAction} hidden={{ requestId }} look="secondary">
          Rilascia
        </OneButtonForm>
      )}
      <Link className="btn btn-link" href={`${here}/nota` as Route}>
        Scrivi una nota interna
      </Link>
    </div>
  )
}
