import { notFound } from 'next/navigation'
import { provisionPdf } from '@/lib/applications/provision-pdf'
import { findProvision } from '@/lib/applications/queries/detail'
import { requireContributorSide } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { download } from '@/lib/paper/download'

/** The provision on an istanza as a PDF, to whoever may see the istanza, as a download and nothing else (ASVS 3.2.1). */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/area/[profile]/istanze/[application]/provvedimento'>,
) {
  const { profile, application: id } = await params
  const actor = await requireContributorSide(profile)
  const provision = isUuid(id) ? await findProvision(actor, id) : undefined
  if (!provision) notFound()
  const name = `provvedimento-${provision.protocollo.replaceAll('/', '-')}.pdf`
  return download({ bytes: await provisionPdf(provision), name }, 'application/pdf')
}
