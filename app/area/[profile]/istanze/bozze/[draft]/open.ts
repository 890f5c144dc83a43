import 'server-only'
import { notFound } from 'next/navigation'
import { findApplicationDraft } from '@/lib/applications/queries/drafts'
import { findApplication } from '@/lib/applications/queries/detail'
import { reviewApplication } from '@/lib/applications/review'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'

/** The draft of an istanza in the address, judged as a whole; or that it was sent; of anything else, 404. */
export async function openDraft({ profile, draft: id }: { profile: string; draft: string }) {
  const actor = await requireContributorSide(profile)
  if (!isUuid(id)) notFound()
  const draft = await findApplicationDraft(actor, id)
  if (draft) return { actor, draft, reviewed: await reviewApplication(actor, draft) }
  if (await findApplication(actor, id)) return { actor }
  notFound()
}
export type Opened = Awaited<ReturnType<typeof openDraft>>
export type OpenedDraft = Extract<Opened, { draft: unknown }>
