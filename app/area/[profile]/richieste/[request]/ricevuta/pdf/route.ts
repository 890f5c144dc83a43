import { notFound } from 'next/navigation'
import { contentDisposition } from '@/lib/attachments/content-disposition'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { findReceipt } from '@/lib/requests/queries/detail'
import { receiptPdf } from '@/lib/requests/receipt-pdf'

/** The receipt of a request as a PDF, to whoever may see the request, as a download and nothing else (ASVS 3.2.1). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/area/[profile]/richieste/[request]/ricevuta/pdf'>,
) {
  const { profile, request: id } = await params
  const actor = await requireContributorSide(profile)
  const receipt = isUuid(id) ? await findReceipt(actor, id) : undefined
  if (!receipt) notFound()
  const pdf = await receiptPdf(receipt)
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': contentDisposition(`ricevuta-${receipt.content.protocollo.replaceAll('/', '-')}.pdf`),
      'cache-control': 'private, no-store',
    },
  })
}
