import { DateTime } from '@/components/date-time'
import type { ProposalAnswer } from '@/db/vocabulary'
import type { listProposals } from '@/lib/applications/queries/detail'

const answers: Record<ProposalAnswer, string> = {
  confirmed: 'Confermata da',
  sent_back: 'Rimandata da',
  dropped: 'Superata: l’istanza è stata cambiata da',
}

/** Refusals proposed and what became of them: the office's own, never the contributor's. */
export function Proposals({ proposals }: { proposals: Awaited<ReturnType<typeof listProposals>> }) {
  if (proposals.length === 0) return null
  return (
    <section className="internal-notes" aria-labelledby="proposte">
      <h2 id="proposte">Proposte di respingere</h2>
      <p className="internal-notes-lead">Le vede solo la sede: al contribuente arriva soltanto il provvedimento.</p>
      <ul>
        {proposals.map(({ id, proposer, proposedAt, facts, law, answer, answerer, answeredAt, note }) => (
          <li key={id} id={`voce-${id}`}>
            <p className="thread-meta">
              {proposer}, <DateTime at={proposedAt} />
            </p>
            <p className="thread-text">{facts}</p>
            <p className="thread-text">{law}</p>
            <p>
              {answer && answeredAt ? (
                <>
                  <strong>
                    {answers[answer]} {answerer}
                  </strong>
                  , <DateTime at={answeredAt} />
                </>
              ) : (
                <strong>Aspetta un collega</strong>
              )}
            </p>
            {note && <p className="thread-text">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
