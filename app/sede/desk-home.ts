import type { Sort } from '@/lib/requests/status'

/** Where a request, or an istanza, stands at the desk. */
export const deskHome = (sort: Sort | undefined, id: string) =>
  sort === 'application' ? `/sede/istanze/${id}` : `/sede/richieste/${id}`

/** Where the queues of each are. */
export const deskQueues = (sort: Sort | undefined) => (sort === 'application' ? '/sede/istanze' : '/sede')

/** How each is called in a sentence. */
export const named = {
  request: { the: 'la richiesta', of: 'della richiesta', to: 'alla richiesta' },
  application: { the: 'l’istanza', of: 'dell’istanza', to: 'all’istanza' },
} satisfies Record<Sort, Record<string, string>>
