import { notFound } from 'next/navigation'
import { requirePortfolio } from '@/lib/auth/session'
import { modulePdf } from '@/lib/delegations/papers/module-pdf'
import { findOwnDelegation } from '@/lib/delegations/queries/delegate'
import { isUuid } from '@/lib/identifiers/uuid'
import { download } from '@/lib/paper/download'

/** The module of an indirect delegation, to be signed by hand, to its delegate and to who works under it. */
export async function GET(_request: Request, { params }: RouteContext<'/area/tutti/deleghe/[delegation]/modulo'>) {
  const { delegation: id } = await params
  const actor = await requirePortfolio()
  const delegation = isUuid(id) ? await findOwnDelegation(actor, id) : undefined
  if (delegation?.channel !== 'indirect') notFound()
  return download({ bytes: await modulePdf(delegation), name: `delega-${id.slice(0, 8)}.pdf` }, 'application/pdf')
}
