import 'server-only'
import type { Portfolio } from '@/lib/auth/actor'
import { change } from '@/lib/change'

/** Records that the Cruscotto of all one's contributors was taken away as a file, before its first line is sent. */
export const recordDashboardExport = (actor: Portfolio) =>
  change(actor, 'firm.exported', async () => ({ id: actor.firm?.id ?? actor.id, details: { list: 'cruscotto' } }))
