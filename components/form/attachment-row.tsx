import { shortName } from '@/lib/attachments/file-name'
import { formatBytes } from '@/lib/format'
import type { ChosenFile, FilePhase } from './attachment-queue'

type AttachmentRowProps = {
  file: ChosenFile
  scripted: boolean
  disabled: boolean
  onCancel: (key: string) => void
  onRetry: (key: string) => void
  onRemove: (key: string) => void
}

/** One file of a draft: what became of it, and what can be done about it. */
export function AttachmentRow({ file, scripted, disabled, onCancel, onRetry, onRemove }: AttachmentRowProps) {
  const { key, name, size, phase } = file
  const button = { className: 'btn btn-sm btn-outline-primary', disabled }
  const whose = <span className="visually-hidden">«{name}»</span>
  return (
    <li className={`attachment-row ${looks[phase.name]}`}>
      <p className="attachment-name">
        <FileName name={name} /> <span className="attachment-size">({formatBytes(size)})</span>
      </p>
      <p className="attachment-state">{phaseInWords(phase)}</p>
      {phase.name === 'uploading' && (
        <progress
          className="attachment-progress"
          max={100}
          value={phase.percent}
          aria-label={`Caricamento di «${name}»`}
        />
      )}
      {phase.name === 'ready' && <input type="hidden" name="attachmentIds" value={phase.id} />}
      <div className="attachment-actions">
        {(phase.name === 'waiting' || phase.name === 'uploading') && (
          <button {...button} type="button" onClick={() => onCancel(key)}>
            Annulla {whose}
          </button>
        )}
        {phase.name === 'interrupted' && (
          <button {...button} type="button" onClick={() => onRetry(key)}>
            Riprova {whose}
          </button>
        )}
        {phase.name === 'ready' && !scripted && (
          <button {...button} type="submit" name="removeAttachment" value={phase.id} formNoValidate>
            Rimuovi {whose}
          </button>
        )}
        {scripted && ['ready', 'refused', 'interrupted'].includes(phase.name) && (
          <button {...button} type="button" onClick={() => onRemove(key)}>
            Rimuovi {whose}
          </button>
        )}
      </div>
    </li>
  )
}

/** Written whole, because what no file names is dropped from the stylesheet. */
const looks: Record<FilePhase['name'], string> = {
  waiting: 'attachment-row-waiting',
  uploading: 'attachment-row-uploading',
  checking: 'attachment-row-checking',
  ready: 'attachment-row-ready',
  removing: 'attachment-row-removing',
  refused: 'attachment-row-refused',
  interrupted: 'attachment-row-interrupted',
}

function FileName({ name }: { name: string }) {
  const short = shortName(name)
  if (short === name) return name
  return (
    <>
      <span aria-hidden="true" title={name}>
        {short}
      </span>
      <span className="visually-hidden">{name}</span>
    </>
  )
}

function phaseInWords(phase: FilePhase): string {
  switch (phase.name) {
    case 'waiting':
      return 'In attesa'
    case 'uploading':
      return `In caricamento ${phase.percent} %`
    case 'checking':
      return 'Controllo del file…'
    case 'ready':
      return phase.trouble ?? 'Pronto'
    case 'removing':
      return 'Rimozione…'
    case 'refused':
      return `Rifiutato: ${phase.message.charAt(0).toLowerCase()}${phase.message.slice(1)}`
    case 'interrupted':
      return phase.message
  }
}
