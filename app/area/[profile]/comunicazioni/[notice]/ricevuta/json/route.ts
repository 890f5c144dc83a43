import { notFound } from 'next/navigation'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { readingReceipt } from '@/lib/notices/papers/keep'
import { download } from '@/lib/paper/download'

/** The receipt of reading as canonical JSON: the very text that its code covers. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/area/[profile]/comunicazioni/[notice]/ricevuta/json'>,
) {
  const { profile, notice } = await params
  const actor = await requireContributorSide(profile)
  const receipt = isUuid(notice) ? await readingReceipt(actor, notice) : undefined
  if (!receipt) notFound()
  return download(receipt.json, 'application/json')
}
