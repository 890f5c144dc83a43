/** The process answers: for whoever must know whether to start it again. */
export function GET() {
  return Response.json({ stato: 'attivo' }, { headers: { 'Cache-Control': 'no-store' } })
}
