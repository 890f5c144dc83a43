import { cleanFileName, extensionOf, longestFileName, shortName } from '@/lib/attachments/file-name'
import { kindOf } from '@/lib/attachments/inspect/kinds'
import { type RefusalReason, refusalSentence } from '@/lib/attachments/inspect/refusals'
import { type KeptFile, removeFile, uploadFile } from './attachment-upload'

export type FilePhase =
  | { name: 'waiting' }
  | { name: 'uploading'; percent: number }
  | { name: 'checking' }
  | { name: 'ready'; id: string; sha256: string; trouble?: string }
  | { name: 'removing'; id: string; sha256: string }
  | { name: 'refused'; message: string }
  | { name: 'interrupted'; message: string }

export type ChosenFile = { key: string; name: string; size: number; phase: FilePhase }
export type QueueState = { files: readonly ChosenFile[]; said: string }

type Choice = { file: File; name: string; attempt: number }
type QueueOptions = { uploadUrl: string; kept: readonly KeptFile[]; maxFiles: number; maxBytes: number }

/** Files that count against the limit: all but those refused. */
export const countTaken = (files: readonly ChosenFile[]) => files.filter(({ phase }) => phase.name !== 'refused').length

/** Ids of the files that may be sent with the form, in the order they were chosen. */
export const readyIds = (files: readonly ChosenFile[]) =>
  files.flatMap(({ phase }) => (phase.name === 'ready' ? [phase.id] : []))

export const isUnderWay = ({ phase }: ChosenFile) => ['waiting', 'uploading', 'checking'].includes(phase.name)

export type AttachmentQueue = ReturnType<typeof createAttachmentQueue>

/** The files of one draft as the browser knows them: checked, then uploaded one at a time, in the order they were chosen. */
export function createAttachmentQueue({ uploadUrl, kept, maxFiles, maxBytes }: QueueOptions) {
  let state: QueueState = { files: kept.map(readyFile), said: '' }
  let serial = 0
  let current: { key: string; cancel: () => void } | undefined
  const chosen = new Map<string, Choice>()
  const listeners = new Set<() => void>()

  const find = (key: string) => state.files.find((file) => file.key === key)
  const update = (files: readonly ChosenFile[], said = state.said) => {
    state = { files, said }
    for (const listener of listeners) listener()
  }
  const setPhase = (key: string, phase: FilePhase, said?: string) =>
    update(
      state.files.map((file) => (file.key === key ? { ...file, phase } : file)),
      said,
    )
  const drop = (key: string, said: string) => {
    chosen.delete(key)
    update(
      state.files.filter((file) => file.key !== key),
      said,
    )
  }

  async function next(): Promise<void> {
    const waiting = current ? undefined : state.files.find(({ phase }) => phase.name === 'waiting')
    const choice = waiting && chosen.get(waiting.key)
    if (!waiting || !choice) return
    const { key, name } = waiting
    current = { key, cancel: () => undefined }
    const twin = await twinOf(choice.file, state.files)
    if (twin)
      settle(key, {
        name: 'refused',
        message: `Il file «${shortName(name)}» è identico a «${twin}», che hai già allegato.`,
      })
    else if (find(key)) await send(key, choice)
    current = undefined
    return next()
  }

  async function send(key: string, choice: Choice) {
    choice.attempt += 1
    setPhase(key, { name: 'uploading', percent: 0 })
    const upload = uploadFile(uploadUrl, choice, (percent) =>
      setPhase(key, percent === 100 ? { name: 'checking' } : { name: 'uploading', percent }),
    )
    current = { key, cancel: upload.cancel }
    const end = await upload.end
    if (end.kind === 'kept') settle(key, { name: 'ready', id: end.file.id, sha256: end.file.sha256 })
    else settle(key, { name: end.kind, message: end.message })
  }

  function settle(key: string, phase: FilePhase) {
    const file = find(key)
    if (!file || phase.name !== 'interrupted') chosen.delete(key)
    if (file) setPhase(key, phase, outcome(file.name, phase))
  }

  return {
    snapshot: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    /** Takes in what was chosen or dropped; what cannot be sent is refused here, with the words the server would use. */
    add(files: readonly File[]) {
      for (const file of files) {
        serial += 1
        const key = `chosen-${serial}`
        const name = cleanFileName(file.name) || file.name
        const message = refusalOf(file, name, countTaken(state.files), { maxFiles, maxBytes })
        const phase: FilePhase = message ? { name: 'refused', message } : { name: 'waiting' }
        if (!message) chosen.set(key, { file, name, attempt: 0 })
        update([...state.files, { key, name, size: file.size, phase }], message ? outcome(name, phase) : state.said)
      }
      void next()
    },

    /** Gives up an upload that is under way, or one that waits for its turn. */
    cancel(key: string) {
      const file = find(key)
      if (!file) return
      drop(key, `Caricamento di «${shortName(file.name)}» annullato.`)
      if (current?.key === key) current.cancel()
    },

    retry(key: string) {
      setPhase(key, { name: 'waiting' })
      void next()
    },

    /** Takes a file away: off the draft when it is there, off the list in any case. */
    async remove(key: string) {
      const file = find(key)
      if (!file) return
      const gone = `«${shortName(file.name)}» rimosso.`
      if (file.phase.name !== 'ready') return drop(key, gone)
      const { id, sha256 } = file.phase
      setPhase(key, { name: 'removing', id, sha256 })
      if (await removeFile(uploadUrl, id)) return drop(key, gone)
      const trouble = `Non è stato possibile rimuovere «${shortName(file.name)}». Riprova.`
      setPhase(key, { name: 'ready', id, sha256, trouble }, trouble)
    },
  }
}

const readyFile = ({ id, name, size, sha256 }: KeptFile): ChosenFile => ({
  key: id,
  name,
  size,
  phase: { name: 'ready', id, sha256 },
})

function outcome(name: string, phase: FilePhase): string {
  if (phase.name === 'ready') return `«${shortName(name)}» è pronto.`
  return phase.name === 'refused' || phase.name === 'interrupted' ? phase.message : ''
}

function refusalOf(
  file: File,
  name: string,
  taken: number,
  { maxFiles, maxBytes }: { maxFiles: number; maxBytes: number },
): string | undefined {
  const kind = kindOf(extensionOf(name))
  const reason: RefusalReason | undefined =
    [...name].length > longestFileName
      ? 'name-too-long'
      : !kind
        ? 'extension'
        : file.size === 0
          ? 'empty'
          : file.size > maxBytes
            ? 'too-large'
            : undefined
  if (reason)
    return refusalSentence(reason, { name: shortName(name), label: kind?.label ?? '', size: file.size, maxBytes })
  return taken < maxFiles
    ? undefined
    : `Puoi allegare al massimo ${maxFiles} file: «${shortName(name)}» non è stato aggiunto. Rimuovine uno, oppure invialo dopo con un messaggio.`
}

/** The name of a file of the same content; undefined when there is none, or when the browser cannot tell. */
async function twinOf(file: File, files: readonly ChosenFile[]): Promise<string | undefined> {
  const candidates = files.flatMap(({ name, size, phase }) =>
    phase.name === 'ready' && size === file.size ? [{ name, sha256: phase.sha256 }] : [],
  )
  // Only pages that came over HTTPS, or from this very machine, are given digests; elsewhere the server tells.
  if (candidates.length === 0 || !globalThis.crypto?.subtle) return undefined
  const digest = await file
    .arrayBuffer()
    .then((content) => crypto.subtle.digest('SHA-256', new Uint8Array(content)))
    .catch(() => undefined)
  if (!digest) return undefined
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return candidates.find((candidate) => candidate.sha256 === sha256)?.name
}
