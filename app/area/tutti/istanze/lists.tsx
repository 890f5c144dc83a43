import { EmptyState } from '@/components/empty-state'
import { Pager } from '@/components/pager'
import { findKind } from '@/lib/applications/kinds'
import type { Portfolio } from '@/lib/auth/actor'
import { parseCursor } from '@/lib/pagination'
import type { Narrowing } from '@/lib/portfolio/policy'
import { listAllApplications, listAllHanded } from '@/lib/portfolio/queries/applications'
import { addressOf } from '../narrowing'
import { AllApplicationsTable, HandedTable } from './tables'

type ListProps = {
  actor: Portfolio
  home: string
  asked: Narrowing
  /** What stands in the address beside the page. */
  filters: Record<string, string | undefined>
  dopo: unknown
}

/** One page of the istanze sent for all one's contributors. */
export async function SentList({ actor, home, asked, filters, dopo }: ListProps) {
  const after = parseCursor(dopo)
  const { rows, next } = await listAllApplications(actor, asked, after)
  if (rows.length === 0)
    return (
      <EmptyState title="Nessuna istanza inviata">
        Quando ne invii una per uno dei tuoi contribuenti la trovi qui, con il termine e lo stato.
      </EmptyState>
    )
  const from = addressOf('/istanze', { ...filters, dopo: after && `${after.value}_${after.id}` })
  return (
    <>
      <AllApplicationsTable applications={rows} from={from} />
      <Turn home={home} filters={filters} after={after !== undefined} next={next} />
    </>
  )
}

/** One page of what somebody asks one to send. */
export async function HandedList({ actor, home, asked, filters, dopo }: ListProps) {
  const after = parseCursor(dopo)
  const { rows, next } = await listAllHanded(actor, asked, after)
  if (rows.length === 0)
    return (
      <EmptyState title="Nessuna istanza da inviare">
        Qui trovi le istanze preparate da chi non può inviarle, che ti chiede di farlo.
      </EmptyState>
    )
  const drafts = rows.map((draft) => ({
    ...draft,
    label: findKind(draft.applicationKind ?? '')?.label ?? 'Istanza non più disponibile',
  }))
  return (
    <>
      <HandedTable drafts={drafts} />
      <Turn home={home} filters={filters} after={after !== undefined} next={next} />
    </>
  )
}

type TurnProps = Pick<ListProps, 'home' | 'filters'> & { after: boolean; next: string | undefined }

const Turn = ({ home, filters, after, next }: TurnProps) => (
  <Pager
    newerHref={after ? addressOf(home, filters) : undefined}
    olderHref={next ? addressOf(home, { ...filters, dopo: next }) : undefined}
  />
)
