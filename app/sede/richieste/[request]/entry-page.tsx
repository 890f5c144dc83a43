import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { isPosted } from '@/app/posted'
import { Alert } from '@/components/alert'
import { PageTitle } from '@/components/layout/page-title'
import type { RequestAct } from '@/db/vocabulary'
import type { Officer } from '@/lib/auth/actor'
import { requireOfficer } from '@/lib/auth/session'
import { type EntryDraft, openEntryDraft } from '@/lib/drafts/entry'
import { isUuid } from '@/lib/identifiers/uuid'
import { canAct } from '@/lib/requests/policy'
import { findDeskRequest, hasOwnEntry } from '@/lib/requests/queries/detail'
import { type Sort, sortOf } from '@/lib/requests/status'
import { DeskFrame } from '../../desk-frame'
import { deskHome, named } from '../../desk-home'

type EntryPageProps = {
  params: { request: string }
  segment: string
  asked: unknown
  act: RequestAct | 'note'
  title: string
  /** Of a request, or of an istanza. */
  lead: string | ((sort: Sort) => string)
  children: (entry: { draft: EntryDraft; requestId: string; actor: Officer; sort: Sort }) => ReactNode
}

/** The page of anything an officer writes into a request or an istanza: right, state and draft are settled here, the form is the page's. */
export async function DeskEntryPage({ params, segment, asked, act, title, lead, children }: EntryPageProps) {
  const { request: id } = params
  const actor = await requireOfficer()
  const request = isUuid(id) ? await findDeskRequest(actor, id) : undefined
  if (!request) notFound()
  const sort = sortOf(request)
  const here = deskHome(sort, id)
  const sent = typeof asked === 'string' && isUuid(asked) && (await hasOwnEntry(actor, asked, id))
  if (sent && !(await isPosted())) redirect(`${here}#voce-${asked}` as Route)
  const trail = [{ label: request.protocollo, href: here }, { label: title }]
  if (act !== 'note' && !canAct(actor, act, request))
    return (
      <DeskFrame actor={actor} trail={trail}>
        <PageTitle>{title}</PageTitle>
        <Alert tone="warning" title="Adesso non è possibile">
          <p>
            Lo stato {named[sort].of} non lo permette, o non è in carico a te. <a href={here}>Torna {named[sort].to}</a>
            .
          </p>
        </Alert>
      </DeskFrame>
    )
  const draft = await openEntryDraft(actor, { requestId: id, act, asked })
  if (asked !== draft.id) redirect(`/sede/richieste/${id}/${segment}?bozza=${draft.id}` as Route)
  return (
    <DeskFrame actor={actor} trail={trail}>
      <PageTitle lead={typeof lead === 'string' ? lead : lead(sort)}>{title}</PageTitle>
      <p>
        {request.denomination} · {request.areaLabel} › {request.topicLabel}
      </p>
      {children({ draft, requestId: id, actor, sort })}
    </DeskFrame>
  )
}
