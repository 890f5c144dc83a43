import { contentDisposition } from '@/lib/attachments/content-disposition'
import type { Portfolio } from '@/lib/auth/actor'
import { requirePortfolio } from '@/lib/auth/session'
import { entriesOf } from '@/lib/form-state'
import { type ChosenList, choiceSchema } from '@/lib/portfolio/choice'
import { chosenIds } from '@/lib/portfolio/chosen'
import { recordExport } from '@/lib/portfolio/commands/bulk-export'
import { noticeLine, noticesHeader, requestLine, requestsHeader } from '@/lib/portfolio/file'
import { listChosenNotices, listChosenRequests } from '@/lib/portfolio/queries/bulk'
import { slicesOf } from '@/lib/portfolio/slices'
import { answer } from '@/app/api/answer'

/** The rows chosen in a list, as a CSV that no spreadsheet takes for formulas. Posted: the ids chosen have no room in an address. */
export async function POST(request: Request) {
  const actor = await requirePortfolio()
  const form = await request.formData().catch(() => new FormData())
  const choice = choiceSchema.safeParse(entriesOf(form))
  const ids = choice.success ? await chosenIds(actor, choice.data) : []
  if (!choice.success || ids.length === 0)
    return answer(422, { message: 'Prima scegli almeno una riga: torna all’elenco.' })
  const { elenco } = choice.data
  await recordExport(actor, { list: elenco, rows: ids.length })
  return new Response(streamOf(linesOf(actor, elenco, ids)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(elenco === 'requests' ? 'richieste.csv' : 'comunicazioni.csv'),
      'cache-control': 'private, no-store',
    },
  })
}

/** The rights are asked again at each slice: what ends while the file is on its way is not in the rest of it. */
async function* linesOf(actor: Portfolio, list: ChosenList, ids: string[]) {
  yield list === 'requests' ? requestsHeader : noticesHeader
  for (const slice of slicesOf(ids))
    yield list === 'requests'
      ? (await listChosenRequests(actor, slice)).map(requestLine).join('')
      : (await listChosenNotices(actor, slice)).map(noticeLine).join('')
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
