import { notFound } from 'next/navigation'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { noticePaper } from '@/lib/notices/papers/keep'
import { download } from '@/lib/paper/download'

/** A notice as a PDF, to its contributor once it was read. */
export async function GET(_request: Request, { params }: RouteContext<'/area/[profile]/comunicazioni/[notice]/pdf'>) {
  const { profile, notice } = await params
  const actor = await requireContributorSide(profile)
  const paper = isUuid(notice) ? await noticePaper(actor, notice) : undefined
  if (!paper) notFound()
  return download(paper, 'application/pdf')
}
