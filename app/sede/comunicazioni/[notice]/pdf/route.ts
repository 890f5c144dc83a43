import { notFound } from 'next/navigation'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { noticePaper } from '@/lib/notices/papers/keep'
import { download } from '@/lib/paper/download'

/** A notice as a PDF, to an officer of its office: the very file that the contributor has. */
export async function GET(_request: Request, { params }: RouteContext<'/sede/comunicazioni/[notice]/pdf'>) {
  const { notice } = await params
  const actor = await requireOfficer()
  const paper = isUuid(notice) ? await noticePaper(actor, notice) : undefined
  if (!paper) notFound()
  return download(paper, 'application/pdf')
}
