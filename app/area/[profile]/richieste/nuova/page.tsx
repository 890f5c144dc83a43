import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { v7 } from 'uuid'
import { PageTitle } from '@/components/layout/page-title'
import { Moved } from '@/app/moved'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { listDraftAttachments } from '@/lib/attachments/queries'
import { currentContributor, requireContributorSide } from '@/lib/auth/session'
import { rightsOf } from '@/lib/contributors/rights'
import { findDraft } from '@/lib/drafts/queries'
import { env } from '@/lib/env'
import { isUuid } from '@/lib/identifiers/uuid'
import { answerDraft } from '@/lib/notices/answering'
import { findRequest } from '@/lib/requests/queries/detail'
import { findLastContacts } from '@/lib/requests/queries/list'
import { listOwnWorkers } from '@/lib/requests/queries/workers'
import { listTopics } from '@/lib/topics/queries'
import { AreaFrame } from '../../area-frame'
import { findAnswerable, subjectOf, Unanswerable } from './answerable'
import { contactsAsTyped } from './contacts'
import { NewRequestForm } from './form'

export const metadata: Metadata = { title: 'Nuova richiesta' }

export default async function NewRequestPage({ params, searchParams }: PageProps<'/area/[profile]/richieste/nuova'>) {
  const { profile } = await params
  const { bozza, oggetto, comunicazione } = await searchParams
  const actor = await requireContributorSide(profile)
  const frame = { actor, voice: 'richieste/nuova', trail: [{ label: 'Nuova richiesta' }] }
  if (actor.pinLevel === 'online')
    return (
      <AreaFrame {...frame}>
        <PageTitle>Nuova richiesta</PageTitle>
        <PinOnlineNotice />
      </AreaFrame>
    )
  // The address carries the draft from the first moment: reloading, going back and posting without scripts agree on it.
  if (typeof bozza !== 'string' || !isUuid(bozza))
    redirect(
      `/area/${profile}/richieste/nuova?${new URLSearchParams({
        bozza: v7(),
        ...(typeof oggetto === 'string' && { oggetto }),
        ...(typeof comunicazione === 'string' && { comunicazione }),
      })}`,
    )
  const draft = await findDraft(actor, bozza)
  if (draft?.kind === 'application') redirect(`/area/${profile}/istanze/bozze/${bozza}` as Route)
  if (!draft && (await findRequest(actor, bozza)))
    return (
      <AreaFrame {...frame}>
        <PageTitle>Nuova richiesta</PageTitle>
        <Moved to={`/area/${profile}/richieste/${bozza}/ricevuta`}>Questa richiesta è già stata inviata.</Moved>
      </AreaFrame>
    )
  const answered = await findAnswerable(actor, draft ? draft.content.noticeId : comunicazione)
  if (!answered && !draft && comunicazione !== undefined) notFound()
  if (answered?.refusal && !draft)
    return (
      <AreaFrame {...frame}>
        <PageTitle>Nuova richiesta</PageTitle>
        <Unanswerable profile={profile} notice={answered.notice} refusal={answered.refusal} />
      </AreaFrame>
    )
  const [topics, workers, attachments, contributor, contacts] = await Promise.all([
    listTopics(actor),
    listOwnWorkers(actor),
    listDraftAttachments(actor, bozza),
    currentContributor(actor),
    draft ? undefined : findLastContacts(actor),
  ])
  const begun = draft?.content ?? {
    ...contactsAsTyped(contacts),
    ...chosenTopic(oggetto),
    ...(answered && answerDraft(answered.notice)),
  }
  return (
    <AreaFrame {...frame}>
      <PageTitle
        lead={`La richiesta arriva alla sede di ${contributor.officeName}. Prima di inviarla potrai ricontrollare tutto.`}
      >
        Nuova richiesta
      </PageTitle>
      <NewRequestForm
        profile={profile}
        draft={{ id: bozza, version: draft?.version ?? 0, writer: v7(), savedAt: draft?.updatedAt.toISOString() }}
        values={begun}
        notice={
          answered && {
            id: answered.notice.id,
            protocollo: answered.notice.protocollo,
            subject: subjectOf(answered.notice),
            href: `/area/${profile}/comunicazioni/${answered.notice.id}`,
            refusal: answered.refusal,
          }
        }
        workers={rightsOf[actor.title].partial ? workers : undefined}
        topics={topics}
        attachments={attachments}
        limits={{ maxFiles: env.ATTACHMENT_MAX_FILES, maxBytes: env.ATTACHMENT_MAX_BYTES }}
      />
    </AreaFrame>
  )
}

/** `?oggetto=05.01`: a link that arrives with the subject chosen. */
const chosenTopic = (code: unknown): Record<string, string> =>
  typeof code === 'string' && /^\d{2}\.\d{2}$/.test(code) ? { areaCode: code.slice(0, 2), topicCode: code } : {}
