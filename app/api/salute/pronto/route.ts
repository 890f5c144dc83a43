import { visitor } from '@/lib/auth/session'
import { databaseAnswers } from '@/lib/health/queries'

export const dynamic = 'force-dynamic'

/** The portal can serve: for whoever must know whether to send people here. Says nothing of why not. */
export async function GET() {
  const ready = await databaseAnswers(visitor())
  return Response.json(
    { stato: ready ? 'pronto' : 'non pronto' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
