import { notFound } from 'next/navigation'
import type * as z from 'zod'
import { keepLapsedStep } from '@/lib/applications/commands/lapsed'
import { keepStep } from '@/lib/applications/keep'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
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
    if (actor) return answer(200, await save(actor, id, parsed.data))
    const lapsed = await lapsedPerson()
    const { content, version, writer } = parsed.data
    const typed = { ...content, draftId: id, version: String(version), writer }
    if (lapsed && parsed.data.kind === 'application')
      await keepLapsedStep(lapsed, { ...typed, step: parsed.data.step }, profile ?? '')
    else if (lapsed) await keepLapsedDraft(lapsed, { ...typed, ...ofRequest(parsed.data) }, profile ?? '')
    return signedOut()
  })
}

type Typed = z.output<typeof saveDraftSchema>

function save(actor: ContributorSide | Officer, id: string, typed: Typed) {
  if (typed.kind !== 'application') return saveDraft(actor, id, typed)
  return actor.kind === 'contributor' ? keepStep(actor, id, typed) : notFound()
}

const ofRequest = (typed: Typed): { requestId?: string } =>
  'requestId' in typed && typed.requestId ? { requestId: typed.requestId } : {}
