import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requirePortfolio } from '@/lib/auth/session'
import { listToValidate } from '@/lib/delegations/queries/delegate'
import { isUuid } from '@/lib/identifiers/uuid'
import { PortfolioFrame } from '../../portfolio-frame'
import { ValidateManyForm } from './form'

export const metadata: Metadata = { title: 'Valida le deleghe' }

const home = '/area/tutti/deleghe'

export default async function ValidatePage({ searchParams }: PageProps<'/area/tutti/deleghe/valida'>) {
  const { d, tutte } = await searchParams
  const actor = await requirePortfolio()
  if (actor.firm?.role !== 'holder') notFound()
  const ids = [d ?? []].flat().filter(isUuid)
  const chosen = await listToValidate(actor, tutte === '1' ? undefined : ids)
  return (
    <PortfolioFrame
      actor={actor}
      voice="deleghe"
      trail={[{ label: 'Deleghe', href: home }, { label: 'Valida le deleghe' }]}
    >
      <PageTitle lead="Dichiari che i contribuenti hanno firmato i moduli: le deleghe valgono da questo momento.">
        Valida le deleghe
      </PageTitle>
      {actor.pinLevel === 'online' ? (
        <PinOnlineNotice />
      ) : (
        <ValidateManyForm
          chosen={chosen.map(({ id, denomination, codiceFiscale }) => ({ id, denomination, codiceFiscale }))}
        >
          <EmptyState
            title="Nessuna delega scelta"
            action={
              <Link className="btn btn-outline-primary" href={`${home}?stato=da-validare` as Route}>
                Torna alle deleghe da validare
              </Link>
            }
          >
            Scegline almeno una tra quelle da firmare e validare.
          </EmptyState>
        </ValidateManyForm>
      )}
    </PortfolioFrame>
  )
}
