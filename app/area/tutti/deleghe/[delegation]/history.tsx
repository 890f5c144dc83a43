import { Thread, type ThreadSide } from '@/components/thread'
import type { DelegationEvent } from '@/lib/delegations/queries/history'
import { transitions } from '@/lib/delegations/status'
import { signature } from '@/lib/transparency/signature'

const sides: Record<string, ThreadSide> = { officer: 'office', system: 'system' }
const labels = Object.fromEntries(Object.values(transitions).map(({ change, label }) => [change, label]))

/** All that was done with a delegation, oldest first. */
export const DelegationHistory = ({ events }: { events: DelegationEvent[] }) => (
  <section aria-labelledby="storia">
    <h2 id="storia">Storia</h2>
    <Thread
      title="Storia"
      entries={events.map((event) => ({
        id: String(event.id),
        side: sides[event.actorKind] ?? 'contributor',
        author: signature(event.author ?? 'Il portale', { title: event.title, firm: event.firmName }),
        at: event.at,
        title: labels[event.change] ?? '',
        text: event.reason ?? undefined,
      }))}
    />
  </section>
)
