import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { SummaryList, type SummaryRow } from '@/components/summary-list'
import type { ContributorSide } from '@/lib/auth/actor'
import { titleLabels } from '@/lib/contributors/titles'
import { listOwnWorkers } from '@/lib/requests/queries/workers'
import { lastMoment } from '@/lib/transparency/last-moment'
import { originOf } from '@/lib/transparency/origin'
import { powersOf } from '@/lib/transparency/powers'
import { findOwnAccess } from '@/lib/transparency/queries/accesses'

/** «Perché vedo questa posizione»: one's own title, where it comes from, what it allows and how to give it up. */
export async function WhyISeeIt({ actor }: { actor: ContributorSide }) {
  const [access, workers] = await Promise.all([findOwnAccess(actor), listOwnWorkers(actor)])
  if (!access) return null
  const { delegation } = access
  const { may, mayNot } = powersOf(actor.title)
  const rows: SummaryRow[] = [
    { term: 'Il tuo titolo', value: titleLabels[access.title] },
    { term: 'Da dove viene', value: originOf(access) },
    ...(access.firm ? [{ term: 'Studio', value: access.firm }] : []),
    ...(delegation
      ? [
          {
            term: 'Su che cosa',
            value:
              delegation.scope === 'partial'
                ? `Solo questi collaboratori: ${workers.join(', ') || 'adesso nessuno'}`
                : 'Tutta la posizione, con tutti i collaboratori presenti e futuri',
          },
          { term: 'Esclusiva', value: delegation.exclusive ? 'Sì: nessun altro delegato sulla stessa parte' : 'No' },
        ]
      : []),
    { term: 'Dal', value: <DateTime at={access.validFrom} show="date" /> },
    {
      term: 'Fino al',
      value: access.validTo ? <DateTime at={lastMoment(access.validTo)} show="date" /> : 'Senza scadenza',
    },
  ]
  const renounceable = delegation && (actor.title === 'delegate' || actor.title === 'partial_delegate')
  return (
    <>
      <SummaryList rows={rows} />
      <h3>Che cosa puoi fare</h3>
      <ul>
        {may.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {mayNot.length > 0 && (
        <>
          <h3>Che cosa non puoi fare</h3>
          <ul>
            {mayNot.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {actor.pinLevel === 'online' && (
        <p>Sei entrato con il PIN online: puoi leggere, non inviare. Per inviare serve il PIN dispositivo.</p>
      )}
      <p>Il contribuente vede che hai accesso, che cosa leggi e che cosa scrivi, con il tuo nome e il tuo titolo.</p>
      {renounceable && (
        <p>
          Non segui più questo contribuente?{' '}
          <Link href={`/area/tutti/deleghe/${delegation.id}` as Route} prefetch={false}>
            Rinuncia alla delega
          </Link>
        </p>
      )}
    </>
  )
}
