import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '@/components/date-time'
import { OneButtonForm } from '@/components/form/one-button-form'
import { findKind } from '@/lib/applications/kinds'
import type { listApplicationDrafts } from '@/lib/applications/queries/drafts'
import { discardApplicationAction } from './bozze/[draft]/controlla/action'

type Drafts = Awaited<ReturnType<typeof listApplicationDrafts>>
type ApplicationDraftsProps = { drafts: Drafts; profile: string; readOnly: boolean }

/** Above the istanze: «Da inviare», handed over by who could only prepare them, then «Bozze». */
export function ApplicationDrafts({ drafts, ...rest }: ApplicationDraftsProps) {
  return (
    <>
      <DraftSection id="da-inviare" title="Da inviare" drafts={drafts.filter(({ handedAt }) => handedAt)} {...rest} />
      <DraftSection id="bozze" title="Bozze" drafts={drafts.filter(({ handedAt }) => !handedAt)} {...rest} />
    </>
  )
}

type SectionProps = ApplicationDraftsProps & { id: string; title: string }

function DraftSection({ id: section, title, drafts, profile, readOnly }: SectionProps) {
  if (drafts.length === 0) return null
  return (
    <section className="draft-list" aria-labelledby={section}>
      <h2 id={section}>{title}</h2>
      <ul>
        {drafts.map(({ id, applicationKind, updatedAt, expiresAt, editor, handedAt, handedBy, handedNote }) => {
          const label = findKind(applicationKind ?? '')?.label ?? 'Istanza non più disponibile'
          return (
            <li key={id}>
              <div>
                <Link href={`/area/${profile}/istanze/bozze/${id}` as Route} prefetch={false}>
                  {label}
                </Link>
                {handedAt && (
                  <p>
                    {handedBy} ha chiesto di inviarla il <DateTime at={handedAt} />
                    {handedNote ? ':' : '.'}
                  </p>
                )}
                {handedNote && <p className="draft-excerpt">{handedNote}</p>}
                <p className="draft-meta">
                  Ultima modifica di {editor}, il <DateTime at={updatedAt} /> · si elimina da sola il{' '}
                  <DateTime at={expiresAt} show="day" />
                </p>
              </div>
              {!readOnly && (
                <OneButtonForm
                  action={discardApplicationAction}
                  hidden={{ profile, draftId: id }}
                  look="secondary"
                  what={`la bozza ${label}`}
                >
                  Elimina
                </OneButtonForm>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
