import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { isPosted } from '@/app/posted'
import { Alert } from '@/components/alert'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import type { RequestAct } from '@/db/vocabulary'
import { requireContributorSide } from '@/lib/auth/session'
import { type EntryDraft, openEntryDraft } from '@/lib/drafts/entry'
import { isUuid } from '@/lib/identifiers/uuid'
import { canAct } from '@/lib/requests/policy'
import { findRequest, hasOwnEntry } from '@/lib/requests/queries/detail'
import { AreaFrame } from '../../area-frame'
import { placeOf } from '../../paper-place'

type Place = ReturnType<typeof placeOf>

type EntryPageProps = {
  params: { profile: string; request: string }
  /** The last piece of the page's address. */
  segment: string
  asked: unknown
  /** The acts the page may be for: the first that the request allows. */
  acts: readonly RequestAct[]
  title: (act: RequestAct, place: Place) => string
  lead: (act: RequestAct, place: Place) => string
  children: (entry: { act: RequestAct; draft: EntryDraft; requestId: string; profile: string }) => ReactNode
}

/** The page of anything written into one's own request: right, state and draft are settled here, the form is the page's. */
export async function EntryPage({ params, segment, asked, acts, title, lead, children }: EntryPageProps) {
  const { profile, request: id } = params
  const actor = await requireContributorSide(profile)
  const request = isUuid(id) ? await findRequest(actor, id) : undefined
  if (!request) notFound()
  const place = placeOf(profile, request)
  const { href: here, acts: actsHref } = place
  const sent = typeof asked === 'string' && isUuid(asked) && (await hasOwnEntry(actor, asked, id))
  if (sent && !(await isPosted())) redirect(`${here}#voce-${asked}` as Route)
  const act = acts.find((each) => canAct(actor, each, request))
  const frame = (name: string, body: ReactNode) => (
    <AreaFrame
      actor={actor}
      voice={place.voice}
      trail={[{ label: place.list, href: place.home }, { label: request.protocollo, href: here }, { label: name }]}
    >
      {body}
    </AreaFrame>
  )
  const first = acts[0]!
  if (!act)
    return frame(
      title(first, place),
      <>
        <PageTitle>{title(first, place)}</PageTitle>
        {actor.pinLevel === 'online' ? (
          <PinOnlineNotice />
        ) : (
          <Alert tone="warning" title="Adesso non è possibile">
            <p>
              Lo stato {place.ofThe} è cambiato. <a href={here}>Torna {place.toThe}</a> per vedere a che punto è.
            </p>
          </Alert>
        )}
      </>,
    )
  const draft = await openEntryDraft(actor, { requestId: id, act, asked })
  if (asked !== draft.id) redirect(`${actsHref}/${segment}?bozza=${draft.id}` as Route)
  return frame(
    title(act, place),
    <>
      <PageTitle lead={lead(act, place)}>{title(act, place)}</PageTitle>
      {children({ act, draft, requestId: id, profile })}
    </>,
  )
}
