import * as z from 'zod'
import { receiveFile, uploadInTurn } from '@/lib/attachments/receive'
import { composingSide } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { formatBytes } from '@/lib/format'
import { Refusal } from '@/lib/refusal'
import { answer, answering, signedOut } from '../answer'

const querySchema = z.object({
  bozza: z.uuid(),
  profilo: z.uuid().optional(),
  richiesta: z.uuid().optional(),
  /** Of an istanza, whose draft was begun before. */
  istanza: z.literal('1').optional(),
})

/** One file, as it is chosen: the body is the file, its name is in a header. Answers the attachment, not yet sent. */
export function POST(request: Request) {
  return answering(async () => {
    const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) return answer(422, { message: 'Indirizzo non valido: ricarica la pagina.' })
    const { bozza, profilo, richiesta, istanza } = query.data
    const actor = await composingSide(profilo ?? null)
    if (!actor) return signedOut()
    const name = decoded(request.headers.get('x-file-name') ?? '')
    const { id, size, mediaType, sha256, ...kept } = await uploadInTurn(async () =>
      receiveFile(
        actor,
        { id: bozza, kind: istanza ? 'application' : richiesta ? 'entry' : 'request', requestId: richiesta },
        {
          name,
          declaredType: request.headers.get('content-type') ?? '',
          bytes: await read(request, name),
          again: Number(request.headers.get('x-upload-attempt')) > 1,
        },
      ),
    )
    return answer(201, { id, name: kept.name, size, mediaType, sha256 })
  })
}

function decoded(name: string) {
  try {
    return decodeURIComponent(name)
  } catch {
    throw new Refusal('invalid', 'Il nome del file non è leggibile: rinominalo e riprova.')
  }
}

/** The body, never more of it than is allowed: what is too large is refused before it is all here. */
async function read(request: Request, name: string) {
  const tooLarge = () =>
    new Refusal(
      'invalid',
      `«${name}» supera ${formatBytes(env.ATTACHMENT_MAX_BYTES)}: riducilo o dividilo in più file.`,
    )
  if (Number(request.headers.get('content-length') ?? 0) > env.ATTACHMENT_MAX_BYTES) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.byteLength
    if (size > env.ATTACHMENT_MAX_BYTES) throw tooLarge()
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}
