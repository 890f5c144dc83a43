import * as z from 'zod'
import { composingSide } from '@/lib/auth/session'
import { markRepliesRead } from '@/lib/requests/commands/contributor'
import { answer, answering, signedOut } from '../answer'

const bodySchema = z.strictObject({ profile: z.uuid(), requestId: z.uuid() })

/** The page with the replies is open before the person's eyes: they are no longer new to them. */
export function POST(request: Request) {
  return answering(async () => {
    const parsed = bodySchema.safeParse(await request.json().catch(() => undefined))
    if (!parsed.success) return answer(422, { message: 'Richiesta non valida.' })
    const actor = await composingSide(parsed.data.profile)
    if (actor?.kind !== 'contributor') return signedOut()
    await markRepliesRead(actor, parsed.data)
    return answer(200, { requestId: parsed.data.requestId })
  })
}
