import { composingSide } from '@/lib/auth/session'
import { loadCampaign } from '@/lib/campaigns/commands/load'
import { env } from '@/lib/env'
import { turns } from '@/lib/limits/turns'
import { Refusal } from '@/lib/refusal'
import { everywhere, nothingRuns } from '@/lib/response-headers'
import { answer, answering, signedOut } from '../answer'

const portal = new URL(env.PORTAL_URL)

/** Each holds a connection to the database for as long as its file takes to arrive. */
const inTurn = turns(2, 10)

/**
 * A file of notices: the body is the file, its title and name are in headers. Answers the campaign, still to be checked.
 * It does not pass by the proxy, which would hold the whole body: origin and headers are looked after here.
 */
export async function POST(request: Request) {
  const response = await answering(async () => {
    if (request.headers.get('origin') !== portal.origin || request.headers.get('host') !== portal.host)
      throw new Refusal('forbidden', 'Richiesta rifiutata')
    const actor = await composingSide(null)
    if (!actor) return signedOut()
    // Without a profile in the address one is at the desk, or nowhere.
    if (actor.kind !== 'officer') throw new Refusal('not-found', 'Pagina non trovata')
    const declared = request.headers.get('content-length')
    const told = {
      title: decoded(request.headers.get('x-title')),
      fileName: decoded(request.headers.get('x-file-name')),
      size: declared === null ? undefined : Number(declared),
    }
    const { id } = await inTurn(() => loadCampaign(actor, told, piecesOf(request)))
    return answer(201, { id })
  })
  for (const [name, value] of Object.entries(everywhere)) response.headers.set(name, value)
  response.headers.set('x-request-id', crypto.randomUUID())
  response.headers.set('content-security-policy', nothingRuns)
  return response
}

function decoded(header: string | null) {
  try {
    return decodeURIComponent(header ?? '')
  } catch {
    throw new Refusal('invalid', 'Il titolo o il nome del file non è leggibile: correggilo e riprova.')
  }
}

/** The body as it arrives; one that breaks off is nobody's fault, and is told as such. */
async function* piecesOf(request: Request) {
  const reader = request.body?.getReader()
  for (;;) {
    const step = await reader?.read().catch(() => {
      throw new Refusal('invalid', 'Il caricamento si è interrotto: non è stato registrato nulla. Riprova.')
    })
    if (!step || step.done) return
    yield step.value
  }
}
