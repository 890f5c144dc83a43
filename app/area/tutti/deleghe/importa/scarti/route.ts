import { notFound } from 'next/navigation'
import { contentDisposition } from '@/lib/attachments/content-disposition'
import { requirePortfolio } from '@/lib/auth/session'
import { mostBytes } from '@/lib/delegations/file/read'

/** The refused rows are about twice as long as they were: each has its reason beside it. */
const longest = 4 * mostBytes

/**
 * The refused rows that the outcome's page holds, given back as a file: with scripts off too, and with nothing kept of
 * people whose delegation was never compiled.
 */
export async function POST(request: Request) {
  const actor = await requirePortfolio()
  if (actor.firm?.role !== 'holder') notFound()
  const form = await request.formData().catch(() => undefined)
  const rows = form?.get('righe')
  if (typeof rows !== 'string' || rows === '' || rows.length > longest) notFound()
  return new Response(rows, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition('deleghe-da-correggere.csv'),
      'cache-control': 'private, no-store',
    },
  })
}
