import type { Metadata } from 'next'
import { Alert } from '@/components/alert'
import { ApplicationSections } from '@/components/application-sections'
import { AttachmentList } from '@/components/attachment-list'
import { DateTime } from '@/components/date-time'
import { Figures } from '@/components/figures'
import { OneButtonForm } from '@/components/form/one-button-form'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { listSenders } from '@/lib/applications/queries/drafts'
import { currentContributor } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { titleLabels } from '@/lib/contributors/titles'
import { AlreadySent, DraftFrame } from '../draft-frame'
import { openDraft } from '../open'
import { StepList } from '../step-list'
import { Unsendable } from '../unsendable'
import { discardApplicationAction } from './action'
import { HandOverForm, SubmitForm } from './forms'
import { StillToDo } from './still-to-do'

export const metadata: Metadata = { title: 'Controlla e invia' }

export default async function ReviewPage({ params }: PageProps<'/area/[profile]/istanze/bozze/[draft]/controlla'>) {
  const { profile, draft: id } = await params
  const opened = await openDraft({ profile, draft: id })
  const { actor, draft, reviewed } = opened
  if (!draft) return <AlreadySent actor={actor} id={id} />
  const { kind, closure, checked, complete, sections, figures, files } = reviewed
  if (!kind || closure) return <Unsendable {...opened} />
  const prepares = rightsOf[actor.title].applications === 'prepare'
  const [{ denomination, officeName }, senders] = await Promise.all([
    currentContributor(actor),
    prepares ? listSenders(actor) : [],
  ])
  const home = `/area/${profile}/istanze/bozze/${id}`
  const may = actor.pinLevel === 'dispositivo'
  return (
    <DraftFrame actor={actor} trail={[kind.label, 'Controlla e invia']}>
      <PageTitle lead="Rileggi con calma: finché non premi «Invia», la sede non riceve nulla.">
        Controlla e invia
      </PageTitle>
      <p className="application-place">
        {kind.label}. Ultima modifica di {draft.editor}, il <DateTime at={draft.updatedAt} />.
      </p>
      <StepList home={home} checked={checked} current="controlla" />
      <Alert tone="info">
        L’istanza parte per conto di {denomination}, alla sede di {officeName}.
      </Alert>
      {draft.handedBy && draft.handedAt && (
        <Alert tone="info" title={`${draft.handedBy} ha chiesto di inviarla`}>
          <p>
            Il <DateTime at={draft.handedAt} />.
          </p>
          {draft.handedNote && <p className="thread-text">{draft.handedNote}</p>}
        </Alert>
      )}
      <StillToDo home={home} checked={checked} />
      <ApplicationSections sections={sections} changeHref={(step) => `${home}/${step}`} />
      <h2>File allegati</h2>
      {files.length > 0 ? (
        <AttachmentList attachments={files} hrefFor={(file) => `/api/allegati/${file}?profilo=${profile}`} />
      ) : (
        <p>Nessun file.</p>
      )}
      <Figures figures={figures} />
      <h2>Che cosa non fa</h2>
      <ul>
        {kind.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {!may && <PinOnlineNotice />}
      {may && complete && !prepares && (
        <SubmitForm profile={profile} draftId={id} version={draft.version} declaration={kind.declaration} />
      )}
      {may && prepares && (
        <HandOverForm
          profile={profile}
          draftId={id}
          senders={senders.map(({ name, title }) => `${name}, ${titleLabels[title].toLowerCase()}`)}
        />
      )}
      {may && (
        <OneButtonForm action={discardApplicationAction} hidden={{ profile, draftId: id }} look="secondary">
          Elimina la bozza
        </OneButtonForm>
      )}
    </DraftFrame>
  )
}
