import type { Route } from 'next'
import Link from 'next/link'
import { OneButtonForm } from '@/components/form/one-button-form'
import type { listSample } from '@/lib/campaigns/queries'
import { openSampleAction } from './action'

type SampleProps = { campaignId: string; sample: Awaited<ReturnType<typeof listSample>>; here: string }

/** The notices drawn by lot that must be looked at: opening one is recorded by its button, never by its address. */
export function Sample({ campaignId, sample, here }: SampleProps) {
  const opened = sample.filter(({ openedByMe }) => openedByMe).length
  return (
    <>
      <p>
        Ne hai aperte {opened} su {sample.length}. Chi approva deve averle aperte tutte.
      </p>
      <ul className="sample-list">
        {sample.map(({ position, externalNumber, denomination, openedByMe }) => (
          <li key={position}>
            <div>
              <strong>{denomination}</strong>
              <p className="draft-meta">
                Comunicazione {externalNumber} · {openedByMe ? 'Aperta da te' : 'Da aprire'}
              </p>
            </div>
            {openedByMe ? (
              <Link className="btn btn-outline-primary" href={`${here}/campione/${position}` as Route} prefetch={false}>
                Rivedi<span className="visually-hidden"> la comunicazione {externalNumber}</span>
              </Link>
            ) : (
              <OneButtonForm
                action={openSampleAction}
                hidden={{ campaignId, position: String(position) }}
                what={`la comunicazione ${externalNumber}`}
              >
                Apri
              </OneButtonForm>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
