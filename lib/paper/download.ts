import { contentDisposition } from '@/lib/attachments/content-disposition'

type Given = { bytes: Uint8Array<ArrayBuffer>; name: string }

/** A paper of the portal as a download and nothing else (ASVS 3.2.1), kept by no cache. */
export const download = ({ bytes, name }: Given, mediaType: 'application/pdf' | 'application/json') =>
  new Response(bytes, {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-disposition': contentDisposition(name),
      'cache-control': 'private, no-store',
    },
  })
