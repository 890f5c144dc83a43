import { notFound } from 'next/navigation'
import { composingSide, lapsedPerson } from '@/lib/auth/session'
import { keepLapsedDraft, saveDraft } from '@/lib/drafts/commands'
import { saveDraftSchema } from '@/lib/drafts/schema'
import { isUuid } from '@/lib/identifiers/uuid'
import { answer, answering, signedOut } from '../../answer'

/** Keeps what is being written, every few seconds. Answers the version to give back with the next save. */
export function PUT(request: Request, { params }: RouteContext<'/api/bozze/[draft]'>) {
  return answering(async () => {
    const { draft: id } = await params
    if (!isUuid(id)) notFound()
    const profile = new URL(request.url).searchParams.get('profilo')
    const parsed = saveDraftSchema.safeParse(await request.json().catch(() => undefined))
    if (!parsed.success)
      return answer(422, { message: 'La bozza non può essere salvata così com’è: accorcia il testo.' })
    const actor = await composingSide(profile)
    if (actor) return answer(200, await saveDraft(actor, id, parsed.data))
    const lapsed = await lapsedPerson()
    const { content, requestId, version, writer } = parsed.data
    if (lapsed)
      await keepLapsedDraft(
        lapsed,
        { ...content, draftId: id, version: String(version), writer, ...(requestId && { requestId }) },
        profile ?? '',
      )
    return signedOut()
  })
}
