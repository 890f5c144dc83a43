import type { Route } from 'next'
import Link from 'next/link'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { listOpenKinds } from '@/lib/applications/queries/kinds'
import type { ContributorSide } from '@/lib/auth/actor'
import { canAct } from '@/lib/notices/policy'
import type { FoundNotice } from './envelope'

/** Answers by the leaf of the tree that takes them to the right unit (`db/topics/notices.ts`). */
const answers = [
  { topic: '05.01', label: 'Importi già versati' },
  { topic: '05.02', label: 'Ho inviato i flussi di correzione' },
  { topic: '05.03', label: 'Non mi è chiaro il calcolo' },
  { topic: '05.04', label: 'Chiedo il riesame' },
] as const

type AnswerLinksProps = { actor: ContributorSide; notice: FoundNotice; here: string }

/** What one may answer, while the notice is still open to answers; and the istanze that begin from it. */
export async function AnswerLinks({ actor, notice, here }: AnswerLinksProps) {
  const answering = canAct(actor, 'answer', notice)
  const paying = canAct(actor, 'declare_payment', notice)
  const answerable = canAct({ ...actor, pinLevel: 'dispositivo' }, 'answer', notice)
  if (!answering && !paying) return answerable ? <PinOnlineNotice /> : null
  const kinds = answering ? (await listOpenKinds(actor)).filter(({ fromNotice }) => fromNotice) : []
  return (
    <section className="no-print" aria-labelledby="rispondi">
      <h2 id="rispondi">Rispondi alla sede</h2>
      <div className="button-row">
        {paying && (
          <Link className="btn btn-primary" href={`${here}/ho-versato` as Route} prefetch={false}>
            Ho versato
          </Link>
        )}
        {answering &&
          answers.map(({ topic, label }) => (
            <Link
              key={topic}
              className="btn btn-outline-primary"
              href={
                `/area/${actor.contributorId}/richieste/nuova?${new URLSearchParams({ comunicazione: notice.id, oggetto: topic })}` as Route
              }
              prefetch={false}
            >
              {label}
            </Link>
          ))}
      </div>
      {kinds.length > 0 && (
        <>
          <h3>Oppure presenta un’istanza</h3>
          <ul>
            {kinds.map(({ code, label, purpose }) => (
              <li key={code}>
                <Link
                  href={`/area/${actor.contributorId}/istanze/nuova/${code}?comunicazione=${notice.id}` as Route}
                  prefetch={false}
                >
                  {label}
                </Link>
                : {purpose.charAt(0).toLowerCase() + purpose.slice(1)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
