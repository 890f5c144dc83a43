import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { v7 } from 'uuid'
import { Moved } from '@/app/moved'
import { EmptyState } from '@/components/empty-state'
import { PageTitle } from '@/components/layout/page-title'
import { PinOnlineNotice } from '@/components/pin-online-notice'
import { requirePortfolio } from '@/lib/auth/session'
import { findBulk, listBulkItems } from '@/lib/bulk-requests/queries/bulk'
import { candidatesShown, listCandidateGroups, listCandidateIds } from '@/lib/bulk-requests/queries/candidates'
import { isUuid } from '@/lib/identifiers/uuid'
import { PortfolioFrame } from '../../portfolio-frame'
import { ChooseForm } from './choose-form'

export const metadata: Metadata = { title: 'Nuova richiesta per più contribuenti' }

/** First of three steps: for whom. */
export default async function ChoosePage({ searchParams }: PageProps<'/area/tutti/richieste/nuova'>) {
  const { invio } = await searchParams
  const actor = await requirePortfolio()
  if (actor.pinLevel === 'online')
    return (
      <PortfolioFrame actor={actor} voice="richieste/nuova" trail={[{ label: 'Nuova richiesta' }]}>
        <PageTitle>Nuova richiesta per più contribuenti</PageTitle>
        <PinOnlineNotice />
      </PortfolioFrame>
    )
  // The address carries the request from the first moment, as that of one contributor does.
  if (typeof invio !== 'string' || !isUuid(invio)) redirect(`/area/tutti/richieste/nuova?invio=${v7()}`)
  const [bulk, items, groups, all] = await Promise.all([
    findBulk(actor, invio),
    listBulkItems(actor, invio),
    listCandidateGroups(actor),
    listCandidateIds(actor),
  ])
  return (
    <PortfolioFrame actor={actor} voice="richieste/nuova" trail={[{ label: 'Nuova richiesta' }]}>
      <PageTitle lead="Lo stesso testo per più contribuenti: ognuno avrà la sua richiesta, con il suo protocollo. Passo 1 di 3: per chi.">
        Nuova richiesta per più contribuenti
      </PageTitle>
      {bulk?.sealed ? (
        <Moved to={`/area/tutti/richieste/nuova/esito?invio=${invio}`}>Questa richiesta è già partita.</Moved>
      ) : all.length === 0 ? (
        <EmptyState title="Non puoi scrivere per più contribuenti insieme">
          Serve una delega totale. Con una delega parziale scrivi per un contribuente alla volta, dalle sue pagine.
        </EmptyState>
      ) : (
        <ChooseForm
          bulkId={invio}
          chosen={items.map(({ contributorId, ...party }) => ({ id: contributorId, ...party }))}
          groups={groups}
          total={all.length}
          most={candidatesShown}
        />
      )}
    </PortfolioFrame>
  )
}
