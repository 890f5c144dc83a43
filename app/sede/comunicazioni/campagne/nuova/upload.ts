/** How an upload ended: taken in, refused for good, or to be tried again. */
export type UploadEnd = { kind: 'kept'; id: string } | { kind: 'refused' | 'interrupted'; message: string }

const deadlineMs = 60 * 60_000
const cutOff =
  'Il caricamento si è interrotto prima della fine: nulla è stato registrato. Controlla la connessione e riprova.'
const tooLong =
  'Il caricamento dura da più di un’ora: l’abbiamo fermato. Prova da una rete più veloce o dividi il file.'
const cancelled = 'Hai annullato il caricamento: nulla è stato registrato.'
const tooLarge = 'Il file è troppo grande per il portale: dividilo in più file e caricali uno alla volta.'
const unclear =
  'Il portale non ha risposto come dovrebbe. Prima di riprovare controlla se la campagna è già nell’elenco.'

/**
 * Sends a file of notices as the body of a POST. XMLHttpRequest, because `fetch` cannot tell how much has left.
 * @param onProgress hundredths already sent; 100 means that the portal has them all and is answering
 */
export function uploadCampaign({ file, title }: { file: File; title: string }, onProgress: (percent: number) => void) {
  const request = new XMLHttpRequest()
  const end = new Promise<UploadEnd>((resolve) => {
    const stop = (message: string) => () => resolve({ kind: 'interrupted', message })
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.min(99, Math.floor((loaded / total) * 100)))
    request.upload.onload = () => onProgress(100)
    request.onload = () => resolve(endOf(request))
    request.onerror = stop(cutOff)
    request.ontimeout = stop(tooLong)
    request.onabort = stop(cancelled)
    request.open('POST', '/api/comunicazioni')
    request.timeout = deadlineMs
    request.setRequestHeader('Content-Type', file.type || 'text/csv')
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.setRequestHeader('X-Title', encodeURIComponent(title))
    request.send(file)
  })
  return { end, cancel: () => request.abort() }
}

function endOf({ status, responseText }: XMLHttpRequest): UploadEnd {
  const said = parsed(responseText)
  if (status === 201 && typeof said.id === 'string') return { kind: 'kept', id: said.id }
  const message = typeof said.message === 'string' ? said.message : status === 413 ? tooLarge : unclear
  const worthRetrying = status < 400 || [401, 408, 425, 429].includes(status) || status >= 500
  return { kind: worthRetrying ? 'interrupted' : 'refused', message }
}

function parsed(text: string): { id?: unknown; message?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
