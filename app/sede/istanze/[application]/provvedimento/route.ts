import { notFound } from 'next/navigation'
import { provisionPdf } from '@/lib/applications/provision-pdf'
import { findProvision } from '@/lib/applications/queries/detail'
import { requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { download } from '@/lib/paper/download'

/** The provision of an istanza as a PDF, to an officer of its unit: the very file that the contributor has. */
export async function GET(_request: Request, { params }: RouteContext<'/sede/istanze/[application]/provvedimento'>) {
  const { application: id } = await params
  const actor = await requireOfficer()
  const provision = isUuid(id) ? await findProvision(actor, id) : undefined
  if (!provision) notFound()
  const name = `provvedimento-${provision.protocollo.replaceAll('/', '-')}.pdf`
  return download({ bytes: await provisionPdf(provision), name }, 'application/pdf')
}
