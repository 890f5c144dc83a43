import { type DragEvent, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { acceptedExtensions, acceptedInWords } from '@/lib/attachments/inspect/kinds'
import { formatBytes } from '@/lib/format'
import { type AttachmentQueue, countTaken, createAttachmentQueue, isUnderWay, readyIds } from './attachment-queue'
import { AttachmentRow } from './attachment-row'
import type { KeptFile } from './attachment-upload'
import { Fieldset } from './fieldset'

type AttachmentFieldProps = {
  draftId: string
  /** Where files are posted; `<path>/<id>` with the same query takes one away. */
  uploadUrl: string
  /** Files that the draft already holds. */
  kept: readonly KeptFile[]
  maxFiles: number
  /** Bytes of one file. */
  maxBytes: number
  disabled?: boolean
  /** Whether at least one is needed, and what is said of it when it is not there. */
  required?: boolean
  error?: string | undefined
  /** Told the ids of the files that are ready, whenever they change. */
  onChange?: (ids: string[]) => void
}

const never = () => () => {}

/**
 * The files of a draft. With scripts each is sent as it is chosen or dropped; without, they travel with the form's own post
 * under `files`, and those already kept are taken away with the submit button `removeAttachment`.
 */
export function AttachmentField(props: AttachmentFieldProps) {
  return <DraftFiles key={props.draftId} {...props} />
}

function DraftFiles(props: AttachmentFieldProps) {
  const { uploadUrl, kept, maxFiles, maxBytes, disabled = false, required = false, error, onChange } = props
  const [queue] = useState(() => createAttachmentQueue({ uploadUrl, kept, maxFiles, maxBytes }))
  const { files, said } = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot)
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [over, setOver] = useState(false)
  const input = useFileInput(queue)
  const held = useHeldBack(input, queue)
  useReadyIds(queue, onChange)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) queue.add([...event.dataTransfer.files])
  }
  /** The button that was pressed goes away with its row: the focus must not go with it. */
  const leaveRow = (act: (key: string) => unknown) => (key: string) => {
    void act(key)
    input.current?.focus()
  }

  return (
    <Fieldset
      id="allegati"
      legend="Allegati"
      hint={`Puoi allegare al massimo ${maxFiles} file, di ${formatBytes(maxBytes)} ciascuno. Formati: ${acceptedInWords}.`}
      error={error}
      optional={!required}
    >
      <div
        className={over ? 'attachment-drop attachment-drop-over' : 'attachment-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="form-label" htmlFor="files">
          Scegli i file
        </label>
        <input
          ref={input}
          id="files"
          className="attachment-input"
          type="file"
          name={scripted ? undefined : 'files'}
          multiple
          accept={acceptedExtensions}
          aria-describedby="allegati-hint"
          disabled={disabled}
          onChange={(event) => {
            queue.add([...(event.target.files ?? [])])
            // The same file, mended and saved, may be chosen again.
            event.target.value = ''
          }}
        />
        <p className="attachment-drop-hint needs-scripts">oppure trascinali qui</p>
      </div>

      {files.length > 0 && (
        <ul className="attachment-rows">
          {files.map((file) => (
            <AttachmentRow
              key={file.key}
              file={file}
              scripted={scripted}
              disabled={disabled}
              onCancel={leaveRow(queue.cancel)}
              onRetry={leaveRow(queue.retry)}
              onRemove={leaveRow(queue.remove)}
            />
          ))}
        </ul>
      )}

      {held && (
        <p className="attachment-held" role="alert">
          Attendi la fine del caricamento, oppure annullalo: poi potrai continuare.
        </p>
      )}
      <div className="attachment-status" role="status">
        <p className="visually-hidden">{said}</p>
        <p className="attachment-count">{countInWords(countTaken(files), maxFiles)}</p>
      </div>
    </Fieldset>
  )
}

function countInWords(taken: number, most: number): string {
  const left = most - taken
  const more = left <= 0 ? 'non puoi aggiungerne altri' : `puoi aggiungerne ${taken > 0 ? 'ancora ' : ''}${left}`
  return `${taken} file su ${most} – ${more}`
}

/** The file input. What was chosen while the page had no scripts yet would be lost with the name of its field. */
function useFileInput(queue: AttachmentQueue) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!input.current?.files?.length) return
    queue.add([...input.current.files])
    input.current.value = ''
  }, [queue])
  return input
}

/** Keeps the form from going on without a file that is on its way. True while it does. */
function useHeldBack(input: RefObject<HTMLInputElement | null>, queue: AttachmentQueue): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const form = input.current?.form
    const underWay = () => queue.snapshot().files.some(isUnderWay)
    const hold = (event: SubmitEvent) => {
      // A button that skips the checks (a draft saved, a file removed) leaves the page as it is, uploads included.
      if ((event.submitter as HTMLButtonElement | null)?.formNoValidate || !underWay()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setHeld(true)
    }
    const forget = queue.subscribe(() => {
      if (!underWay()) setHeld(false)
    })
    form?.addEventListener('submit', hold, { capture: true })
    return () => {
      forget()
      form?.removeEventListener('submit', hold, { capture: true })
    }
  }, [input, queue])
  return held
}

function useReadyIds(queue: AttachmentQueue, onChange: AttachmentFieldProps['onChange']) {
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    let known = readyIds(queue.snapshot().files).join()
    return queue.subscribe(() => {
      const ids = readyIds(queue.snapshot().files)
      if (ids.join() === known) return
      known = ids.join()
      tell.current?.(ids)
    })
  }, [queue])
}
