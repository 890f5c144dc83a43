import { notFound } from 'next/navigation'
import { contentDisposition } from '@/lib/attachments/content-disposition'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { recordReceiptDownload } from '@/lib/notices/commands/contributor'
import { findPaymentReceipt } from '@/lib/notices/queries/answers'

/** The receipt of a declared payment, to an officer of the notice's office, as a download and nothing else (ASVS 3.2.1). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/sede/comunicazioni/[notice]/versamenti/[payment]'>,
) {
  const { notice, payment } = await params
  const actor = await requireOfficer()
  const receipt = isUuid(notice) && isUuid(payment) ? await findPaymentReceipt(actor, notice, payment) : undefined
  if (!receipt) notFound()
  await recordReceiptDownload(actor, { eventId: payment })
  return new Response(Uint8Array.from(receipt.bytes), {
    headers: {
      'content-type': receipt.mediaType,
      'content-length': String(receipt.size),
      'content-disposition': contentDisposition(receipt.name),
      'cache-control': 'private, no-store',
    },
  })
}
