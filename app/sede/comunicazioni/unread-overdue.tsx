import { EmptyState } from '@/components/empty-state'
import { Pager } from '@/components/pager'
import type { Officer } from '@/lib/auth/actor'
import { countUnreadOverdue, listUnreadOverdue } from '@/lib/campaigns/queries'
import { formatCount } from '@/lib/format'
import { parseCursor } from '@/lib/pagination'
import { UnreadTable } from './unread-table'

type UnreadOverdueProps = {
  actor: Officer
  /** Of one campaign; of the whole office when left out. */
  campaignId?: string
  /** Where the page begins, as it stands in the address. */
  after: unknown
  home: string
}

/** Who has not read by the due date: how many, and which. */
export async function UnreadOverdue({ actor, campaignId, after, home }: UnreadOverdueProps) {
  const where = campaignId ? { campaignId } : {}
  const [count, { rows, next }] = await Promise.all([
    countUnreadOverdue(actor, where),
    listUnreadOverdue(actor, where, parseCursor(after)),
  ])
  return (
    <>
      {rows.length > 0 ? (
        <>
          <p>
            <strong>{formatCount(count)}</strong> {count === 1 ? 'comunicazione non letta' : 'comunicazioni non lette'}.
          </p>
          <UnreadTable notices={rows} />
        </>
      ) : (
        <EmptyState title={after ? 'Non ce ne sono altre' : 'Nessuna comunicazione in questo elenco'}>
          {after ? 'Torna all’inizio dell’elenco.' : 'Tutte quelle con il termine passato sono state lette.'}
        </EmptyState>
      )}
      <Pager
        by="order"
        newerHref={after ? home : undefined}
        olderHref={next ? `${home}?${new URLSearchParams({ dopo: next })}` : undefined}
      />
    </>
  )
}
