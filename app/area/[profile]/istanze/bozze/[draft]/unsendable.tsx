import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { AttachmentList } from '@/components/attachment-list'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { SummaryList } from '@/components/summary-list'
import { typedFields, typedOf } from '@/lib/applications/typed'
import { discardApplicationAction } from './controlla/action'
import { DraftFrame } from './draft-frame'
import type { OpenedDraft } from './open'

/** The draft of a kind that is not taken any more: why, what to do instead, and all that was typed. */
export function Unsendable({ actor, draft, reviewed: { kind, closure, checked, files } }: OpenedDraft) {
  const profile = actor.contributorId
  const typed = kind
    ? typedOf(
        checked.map(({ step }) => step),
        draft.content,
      )
    : [typedFields(draft.content)]
  return (
    <DraftFrame actor={actor} trail={['Bozza']}>
      <PageTitle>{kind?.label ?? 'Istanza non più disponibile'}</PageTitle>
      <Alert tone="warning" title="Questo tipo di istanza non si può più presentare">
        <p>{closure?.instead ?? 'Il modulo non c’è più.'}</p>
        <p>
          La bozza resta finché non la elimini o non scade: qui sotto trovi tutto quello che avevi scritto. Per chiedere
          alla sede, <Link href={`/area/${profile}/richieste/nuova` as Route}>invia una richiesta</Link>.
        </p>
      </Alert>
      {typed.map(
        ({ title, rows }) =>
          rows.length > 0 && (
            <section key={title}>
              <h2>{title}</h2>
              <SummaryList rows={rows} />
            </section>
          ),
      )}
      {files.length > 0 && (
        <>
          <h2>Allegati</h2>
          <AttachmentList attachments={files} hrefFor={(id) => `/api/allegati/${id}?profilo=${profile}`} />
        </>
      )}
      {actor.pinLevel === 'dispositivo' && (
        <OneButtonForm action={discardApplicationAction} hidden={{ profile, draftId: draft.id }} look="secondary">
          Elimina la bozza
        </OneButtonForm>
      )}
    </DraftFrame>
  )
}
