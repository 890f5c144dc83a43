import { notFound } from 'next/navigation'
import { contentDisposition } from '@/lib/attachments/content-disposition'
import type { Officer } from '@/lib/auth/actor'
import { requireOfficer } from '@/lib/auth/session'
import { findingLine, findingsHeader } from '@/lib/campaigns/file/export'
import { findCampaign, listFindings } from '@/lib/campaigns/queries'
import { isUuid } from '@/lib/identifiers/uuid'

/** Findings asked for together, and held while they are sent. */
const pageSize = 1_000

/** Every line that the dry run refused or warned of, as a CSV that no spreadsheet takes for formulas. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/sede/comunicazioni/campagne/[campaign]/scarti'>,
) {
  const actor = await requireOfficer()
  const { campaign: id } = await params
  const campaign = isUuid(id) ? await findCampaign(actor, id) : undefined
  if (!campaign) notFound()
  return new Response(streamOf(linesOf(actor, id)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(`scarti-${campaign.fileName.replace(/\.csv$/i, '')}.csv`),
      'cache-control': 'private, no-store',
    },
  })
}

async function* linesOf(actor: Officer, id: string) {
  yield findingsHeader
  let after: string | undefined
  do {
    const { rows, next } = await listFindings(actor, id, after, pageSize)
    yield rows.map(findingLine).join('')
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
