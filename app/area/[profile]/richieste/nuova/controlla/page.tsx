import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Alert } from '@/components/alert'
import { AttachmentList } from '@/components/attachment-list'
import { SendForm } from '@/components/form/send-form'
import { PageTitle } from '@/components/layout/page-title'
import { Moved } from '@/app/moved'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { SummaryList } from '@/components/summary-list'
import { listDraftAttachments } from '@/lib/attachments/queries'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { findDraft } from '@/lib/drafts/queries'
import { isUuid } from '@/lib/identifiers/uuid'
import { findRequest } from '@/lib/requests/queries/detail'
import { reviewDraft } from '@/lib/requests/review'
import { describeAnswer } from '@/lib/questions/schema'
import { AreaFrame } from '../../../area-frame'
import { findAnswerable, subjectOf } from '../answerable'
import { submitRequestAction } from './action'

export const metadata: Metadata = { title: 'Controlla e invia' }

export default async function ReviewPage({
  params,
  searchParams,
}: PageProps<'/area/[profile]/richieste/nuova/controlla'>) {
  const { profile } = await params
  const { bozza } = await searchParams
  const actor = await requireContributorSide(profile)
  if (typeof bozza !== 'string' || !isUuid(bozza)) notFound()
  const draft = await findDraft(actor, bozza)
  if (!draft && !(await findRequest(actor, bozza))) notFound()
  if (draft?.kind === 'application') notFound()
  const edit = `/area/${profile}/richieste/nuova?bozza=${bozza}`
  const checked = draft && (await reviewDraft(actor, draft.content))
  if (!checked || actor.pinLevel === 'online')
    return (
      <AreaFrame actor={actor} voice="richieste/nuova" trail={[{ label: 'Controlla e invia' }]}>
        <PageTitle>Controlla e invia</PageTitle>
        {!draft ? (
          <Moved to={`/area/${profile}/richieste/${bozza}/ricevuta`}>Questa richiesta è già stata inviata.</Moved>
        ) : checked ? (
          <PinOnlineNotice />
        ) : (
          <Moved to={edit}>Nella richiesta c’è qualcosa da completare.</Moved>
        )}
      </AreaFrame>
    )
  const { typed, topic, facts, workers } = checked
  const [attachments, { denomination, officeName }, answered] = await Promise.all([
    listDraftAttachments(actor, bozza),
    currentContributor(actor),
    findAnswerable(actor, typed.noticeId),
  ])
  const change = (id: string, what: string) => ({ href: `${edit}#${id}`, what })
  return (
    <AreaFrame
      actor={actor}
      voice="richieste/nuova"
      trail={[{ label: 'Nuova richiesta', href: edit }, { label: 'Controlla e invia' }]}
    >
      <PageTitle lead="Rileggi con calma: finché non premi «Invia», la sede non riceve nulla.">
        Controlla e invia
      </PageTitle>
      <Alert tone="info">
        La richiesta parte per conto di {denomination}, alla sede di {officeName}.
      </Alert>
      {answered?.refusal && (
        <Alert tone="warning">
          <p>
            {answered.refusal} Per inviare comunque la richiesta,{' '}
            <Link href={`${edit}#noticeId` as Route}>togli il collegamento</Link>.
          </p>
        </Alert>
      )}
      <SummaryList
        rows={[
          ...(answered
            ? [
                {
                  term: 'Risponde alla comunicazione',
                  value: `${answered.notice.protocollo} – ${subjectOf(answered.notice)}`,
                  change: change('noticeId', 'il collegamento alla comunicazione'),
                },
              ]
            : []),
          { term: 'Indirizzo e-mail', value: typed.email, change: change('email', 'l’indirizzo e-mail') },
          { term: 'Numero di telefono', value: typed.mobile, change: change('mobile', 'il numero di telefono') },
          {
            term: 'Notifiche',
            value:
              [typed.notifyByEmail && 'via e-mail', typed.notifyBySms && 'via SMS'].filter(Boolean).join(', ') ||
              'Nessuna',
            change: change('notifyByEmail', 'le notifiche'),
          },
          { term: 'Telefono fisso', value: typed.landline, change: change('landline', 'il telefono fisso') },
          { term: 'Fax', value: typed.fax, change: change('fax', 'il fax') },
          ...(workers.length > 0
            ? [{ term: 'Collaboratori', value: workers.join(', '), change: change('workers', 'i collaboratori') }]
            : []),
          { term: 'Oggetto', value: `${topic.areaLabel} › ${topic.label}`, change: change('oggetto', 'l’oggetto') },
          ...facts.map((fact) => ({
            term: fact.label,
            value: describeAnswer(fact, fact.value),
            change: change(`fact_${fact.name}`, fact.label),
          })),
          {
            term: 'Testo della richiesta',
            value: <span className="thread-text">{typed.text}</span>,
            change: change('text', 'il testo'),
          },
          {
            term: 'Allegati',
            value: attachments.length > 0 && (
              <AttachmentList attachments={attachments} hrefFor={(id) => `/api/allegati/${id}?profilo=${profile}`} />
            ),
            change: change('allegati', 'gli allegati'),
          },
        ]}
      />
      <SendForm action={submitRequestAction} hidden={{ profile, draftId: bozza }} what="richiesta" edit={edit}>
        Invia
      </SendForm>
    </AreaFrame>
  )
}
