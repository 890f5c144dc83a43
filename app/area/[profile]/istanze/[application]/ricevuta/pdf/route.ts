import { notFound } from 'next/navigation'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { download } from '@/lib/paper/download'
import { findReceipt } from '@/lib/requests/queries/detail'
import { receiptPdf } from '@/lib/requests/receipt-pdf'

/** The receipt of an istanza as a PDF, to whoever may see it, as a download and nothing else (ASVS 3.2.1). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/area/[profile]/istanze/[application]/ricevuta/pdf'>,
) {
  const { profile, application: id } = await params
  const actor = await requireContributorSide(profile)
  const receipt = isUuid(id) ? await findReceipt(actor, id) : undefined
  if (!receipt?.content.application) notFound()
  const name = `ricevuta-${receipt.content.protocollo.replaceAll('/', '-')}.pdf`
  return download({ bytes: await receiptPdf(receipt), name }, 'application/pdf')
}
