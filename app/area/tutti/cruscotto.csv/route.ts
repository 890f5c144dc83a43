import { contentDisposition } from '@/lib/attachments/content-disposition'
import type { Portfolio } from '@/lib/auth/actor'
import { requirePortfolio } from '@/lib/auth/session'
import { romeDate } from '@/lib/calendar/working-days'
import { recordDashboardExport } from '@/lib/portfolio/commands/export'
import { dashboardHeader, dashboardLine } from '@/lib/portfolio/dashboard-file'
import { readNarrowing, toNarrowing } from '@/lib/portfolio/filters'
import type { Narrowing } from '@/lib/portfolio/policy'
import { listDashboardPiece } from '@/lib/portfolio/queries/dashboard'

/** The Cruscotto of every contributor, as a CSV that no spreadsheet takes for formulas; sent as it is read. */
export async function GET(request: Request) {
  const actor = await requirePortfolio()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  await recordDashboardExport(actor)
  return new Response(streamOf(linesOf(actor, toNarrowing(readNarrowing(query)))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(`cruscotto-${romeDate(new Date())}.csv`),
      'cache-control': 'private, no-store',
    },
  })
}

async function* linesOf(actor: Portfolio, narrowing: Narrowing) {
  yield dashboardHeader
  let after: string | undefined
  do {
    const { rows, next } = await listDashboardPiece(actor, narrowing, after)
    yield rows.map(dashboardLine).join('')
    after = next
  } while (after !== undefined)
}

function streamOf(texts: AsyncGenerator<string>) {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await texts.return(undefined)),
  })
}
