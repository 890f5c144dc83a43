import { clientAddress } from '@/lib/auth/client-address'
import { calendarSide } from '@/lib/auth/session'
import { pseudonym } from '@/lib/auth/token'
import { writeCalendar } from '@/lib/deadlines/calendar'
import { env } from '@/lib/env'
import { spendAnyway } from '@/lib/limits/count'

const nothing = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } })

/** The private calendar of whoever holds its address. It reads no notice, and an address that opens nothing is a 404. */
export async function GET(_request: Request, { params }: RouteContext<'/calendario/[secret]'>) {
  if (!(await spendAnyway(pseudonym('calendars', await clientAddress()), env.LIMIT_CALENDARS_PER_ADDRESS)))
    return nothing(429, { 'retry-after': '900' })
  const actor = await calendarSide((await params).secret)
  if (!actor) return nothing(404)
  const text = writeCalendar(actor, env.PORTAL_URL.replace(/\/+$/, ''))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="scadenze.ics"',
      'cache-control': 'no-store',
    },
  })
}
