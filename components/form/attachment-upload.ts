/** A file that the portal has taken in: `size` in bytes, `sha256` in hexadecimal. */
export type KeptFile = { id: string; name: string; size: number; sha256: string }

/** How an upload ended: kept, refused for good, or to be tried again. */
export type UploadEnd =
  { kind: 'kept'; file: KeptFile } | { kind: 'refused'; message: string } | { kind: 'interrupted'; message: string }

type Upload = { end: Promise<UploadEnd>; cancel: () => void }

const deadlineMs = 5 * 60_000
const cutOff = 'Caricamento interrotto. Riprova: il file non è arrivato.'
const unclear = 'Il portale non ha risposto come dovrebbe. Riprova tra qualche minuto: il file non è arrivato.'

/**
 * Sends one file as the body of a POST. XMLHttpRequest, because `fetch` cannot tell how much has left.
 * @param sent `attempt` is 1 for the first try; a further one says so, lest a file whose answer was lost be there twice
 * @param onProgress hundredths already sent; 100 means that the portal is looking at the file
 */
export function uploadFile(
  url: string,
  { file, name, attempt }: { file: File; name: string; attempt: number },
  onProgress: (percent: number) => void,
): Upload {
  const request = new XMLHttpRequest()
  const end = new Promise<UploadEnd>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.min(99, Math.floor((loaded / total) * 100)))
    request.upload.onload = () => onProgress(100)
    request.onload = () => resolve(endOf(request))
    request.onerror = request.ontimeout = request.onabort = () => resolve({ kind: 'interrupted', message: cutOff })
    request.open('POST', url)
    request.timeout = deadlineMs
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('X-File-Name', encodeURIComponent(name))
    if (attempt > 1) request.setRequestHeader('X-Upload-Attempt', String(attempt))
    request.send(file)
  })
  return { end, cancel: () => request.abort() }
}

/** Takes a file off the draft. True also when it was gone already. */
export async function removeFile(uploadUrl: string, id: string): Promise<boolean> {
  const [path, query = ''] = uploadUrl.split('?', 2)
  const answer = await fetch(`${path}/${encodeURIComponent(id)}?${query}`, { method: 'DELETE' }).catch(() => undefined)
  return answer !== undefined && (answer.ok || answer.status === 404)
}

function endOf({ status, responseText }: XMLHttpRequest): UploadEnd {
  const said = parsed(responseText)
  if (status >= 200 && status < 300 && typeof said.id === 'string') return { kind: 'kept', file: said as KeptFile }
  const message = typeof said.message === 'string' ? said.message : unclear
  const worthRetrying = status < 400 || [401, 408, 425, 429].includes(status) || status >= 500
  return { kind: worthRetrying ? 'interrupted' : 'refused', message }
}

function parsed(text: string): Partial<KeptFile> & { message?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
