import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { v7 } from 'uuid'
import { Alert } from '@/components/alert'
import { DateTime } from '@/components/date-time'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { savedField } from '@/lib/applications/check'
import { fieldOf } from '@/lib/applications/fields'
import { rowsShown } from '@/lib/applications/rows'
import { papersStepId } from '@/lib/applications/shared-steps'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/identifiers/uuid'
import { AlreadySent, DraftFrame } from '../draft-frame'
import { openDraft } from '../open'
import { StepList } from '../step-list'
import { Unsendable } from '../unsendable'
import { StepForm } from './form'

export const metadata: Metadata = { title: 'Istanza' }

type Page = PageProps<'/area/[profile]/istanze/bozze/[draft]/[step]'>

export default async function StepPage({ params, searchParams }: Page) {
  const { profile, draft: id, step: asked } = await params
  const { bozza, righe } = await searchParams
  // What was typed when a session lapsed may stand in a draft beside the one in the address.
  if (typeof bozza === 'string' && isUuid(bozza) && bozza !== id)
    redirect(`/area/${profile}/istanze/bozze/${bozza}/${asked}` as Route)
  const opened = await openDraft({ profile, draft: id })
  const { actor, draft, reviewed } = opened
  if (!draft) return <AlreadySent actor={actor} id={id} />
  const { kind, closure, checked, files } = reviewed
  if (!kind || closure) return <Unsendable {...opened} />
  const place = checked.findIndex(({ step }) => step.id === asked)
  const here = checked[place]
  if (!here) notFound()
  const { step, state } = here
  const own = Object.entries(draft.content).filter(([name]) => name.startsWith(fieldOf(step.id, '')))
  const values = Object.fromEntries(own)
  const prefilled = draft.content[savedField(step.id)] === undefined && own.some(([, value]) => value !== '')
  const home = `/area/${profile}/istanze/bozze/${id}`
  return (
    <DraftFrame actor={actor} trail={[kind.label]}>
      <PageTitle lead={step.lead}>{step.title}</PageTitle>
      <p className="application-place">
        {kind.label}, passo {place + 1} di {checked.length + 1}. Ultima modifica di {draft.editor}, il{' '}
        <DateTime at={draft.updatedAt} />.
      </p>
      <StepList home={home} checked={checked} current={step.id} />
      {prefilled && <Alert tone="info">Compilato con i dati che il portale conosce: controlla.</Alert>}
      {state === 'changed' && (
        <Alert tone="warning" title="Questa pagina è cambiata da quando l’hai compilata">
          Le tue risposte ci sono ancora: rileggile, completa quello che manca e premi «Continua».
        </Alert>
      )}
      {actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <StepForm
          key={`${id} ${step.id}`}
          profile={profile}
          draft={{ id, version: draft.version, writer: v7(), savedAt: draft.updatedAt.toISOString() }}
          step={{ id: step.id, questions: step.questions, ...(step.table && { table: step.table }) }}
          values={values}
          wrong={state === 'wrong' ? firstOf(here.errors) : {}}
          rows={rowsShown(step, values, righe)}
          {...(step.id === papersStepId && {
            files: {
              kept: files,
              limits: { maxFiles: env.ATTACHMENT_MAX_FILES, maxBytes: env.ATTACHMENT_MAX_BYTES },
              required: step.questions.some(({ required }) => required),
            },
          })}
          isFirst={place === 0}
        />
      )}
    </DraftFrame>
  )
}

const firstOf = (errors: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(errors).map(([name, [message = '']]) => [name, message]))
