import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { AlreadySent } from './draft-frame'
import { openDraft } from './open'
import { Unsendable } from './unsendable'

/** A draft opens on the first step that is not done, or on the whole when all are. */
export default async function DraftPage({ params }: PageProps<'/area/[profile]/istanze/bozze/[draft]'>) {
  const { profile, draft: id } = await params
  const opened = await openDraft({ profile, draft: id })
  const { actor, draft, reviewed } = opened
  if (!draft) return <AlreadySent actor={actor} id={id} />
  if (!reviewed.kind || reviewed.closure) return <Unsendable {...opened} />
  const next = reviewed.checked.find(({ state }) => state !== 'done')
  redirect(`/area/${profile}/istanze/bozze/${id}/${next?.step.id ?? 'controlla'}` as Route)
}
