import { notFound } from 'next/navigation'
import { contentDisposition } from '@/lib/attachments/content-disposition'
import { recordDownload, removeAttachment } from '@/lib/attachments/commands'
import { portalStorage } from '@/lib/attachments/portal-storage'
import { findAttachment, findContent } from '@/lib/attachments/queries'
import { composingSide, requireContributorSide, requireOfficer } from '@/lib/auth/session'
import { isUuid } from '@/lib/identifiers/uuid'
import { answer, answering, signedOut } from '../../answer'

/** A file, to whoever may see it, as a download and nothing else (ASVS 3.2.1). */
export async function GET(request: Request, { params }: RouteContext<'/api/allegati/[attachment]'>) {
  const { attachment: id } = await params
  const profile = new URL(request.url).searchParams.get('profilo')
  const actor = profile === null ? await requireOfficer() : await requireContributorSide(profile)
  const attachment = isUuid(id) ? await findAttachment(actor, id) : undefined
  if (!attachment) notFound()
  const body = attachment.storageKey
    ? await portalStorage.open({ driver: 'uploadthing', key: attachment.storageKey })
    : Uint8Array.from((await findContent(actor, id))!)
  await recordDownload(actor, attachment)
  return new Response(body, {
    headers: {
      'content-type': attachment.mediaType,
      'content-length': String(attachment.size),
      'content-disposition': contentDisposition(attachment.name),
      'cache-control': 'private, no-store',
    },
  })
}

/** Takes a file off a draft. */
export function DELETE(request: Request, { params }: RouteContext<'/api/allegati/[attachment]'>) {
  return answering(async () => {
    const { attachment: id } = await params
    const actor = await composingSide(new URL(request.url).searchParams.get('profilo'))
    if (!actor) return signedOut()
    if (!isUuid(id)) notFound()
    const { storageKey } = await removeAttachment(actor, id)
    if (storageKey) await portalStorage.discard(storageKey)
    return answer(200, { id })
  })
}
