import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import type { listDrafts } from '@/lib/drafts/queries'
import { discardDraftAction } from './action'

type DraftListProps = { drafts: Awaited<ReturnType<typeof listDrafts>>; profile: string }

/** «Bozze», above the requests: what was begun and not sent. */
export function DraftList({ drafts, profile }: DraftListProps) {
  if (drafts.length === 0) return null
  return (
    <section className="draft-list" aria-labelledby="bozze">
      <h2 id="bozze">Bozze</h2>
      <ul>
        {drafts.map(({ id, topicLabel, excerpt, updatedAt, expiresAt, leftBy, attachments }) => (
          <li key={id}>
            <div>
              <Link href={`/area/${profile}/richieste/nuova?bozza=${id}` as Route} prefetch={false}>
                {topicLabel ?? 'Oggetto ancora da scegliere'}
              </Link>
              {excerpt && <p className="draft-excerpt">{excerpt}</p>}
              {leftBy && <p>Lasciata da {leftBy}, che non opera più per te. Puoi completarla e inviarla tu.</p>}
              <p className="draft-meta">
                Salvata il <DateTime at={updatedAt} />
                {attachments > 0 && ` · ${attachments === 1 ? '1 allegato' : `${attachments} allegati`}`} · si elimina
                da sola il <DateTime at={expiresAt} show="day" />
              </p>
            </div>
            <OneButtonForm
              action={discardDraftAction}
              hidden={{ profile, draft: id }}
              look="secondary"
              what={`la bozza ${topicLabel ?? ''}`}
            >
              Elimina
            </OneButtonForm>
          </li>
        ))}
      </ul>
    </section>
  )
}
