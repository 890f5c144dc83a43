'use client'

import { type FormEvent, useState } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { FieldFrame, describedBy } from '@/components/form/field-frame'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { formatBytes } from '@/lib/format'
import { useUpload } from './use-upload'

type UploadFormProps = {
  /** Largest file, in bytes. */
  maxBytes: number
  titleLength: { min: number; max: number }
}

const labels = { title: 'Titolo della campagna', file: 'File delle comunicazioni' }

/** A file and its name for the office. Sent by script, to show how far it is: the page says what to do without. */
export function UploadForm({ maxBytes, titleLength }: UploadFormProps) {
  const { phase, send, cancel, forget } = useUpload()
  const [errors, setErrors] = useState<{ title?: string; file?: string }>({})
  const [attempt, setAttempt] = useState(0)
  const underWay = phase.name === 'sending' || phase.name === 'checking'

  const wrongWith = (title: string, file: File | undefined) => ({
    ...(title.length < titleLength.min && { title: `Scrivi un titolo di almeno ${titleLength.min} caratteri.` }),
    ...(title.length > titleLength.max && { title: `Il titolo può avere al massimo ${titleLength.max} caratteri.` }),
    ...(!file && { file: 'Scegli il file da caricare.' }),
    ...(file?.size === 0 && { file: 'Il file è vuoto: scegline un altro.' }),
    ...(file &&
      file.size > maxBytes && {
        file: `Il file è di ${formatBytes(file.size)} e il massimo è ${formatBytes(maxBytes)}: dividilo in più file.`,
      }),
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { elements } = event.currentTarget
    const title = (elements.namedItem('title') as HTMLInputElement).value.trim()
    const file = (elements.namedItem('file') as HTMLInputElement).files?.[0]
    const wrong = wrongWith(title, file)
    setErrors(wrong)
    setAttempt((count) => count + 1)
    forget()
    if (file && Object.keys(wrong).length === 0) void send({ file, title })
  }

  return (
    <form className="form-column needs-scripts" onSubmit={onSubmit} noValidate aria-busy={underWay}>
      <RefusalAlert message={phase.name === 'failed' ? phase.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />
      <TextField
        name="title"
        label={labels.title}
        hint="Serve alla sede per ritrovarla, per esempio «Sanzioni 2024, secondo invio». Il contribuente non lo legge."
        error={errors.title}
        autoComplete="off"
        readOnly={underWay}
      />
      <FieldFrame
        name="file"
        id="file"
        label={labels.file}
        hint={`CSV, al massimo ${formatBytes(maxBytes)}.`}
        error={errors.file}
      >
        <input
          {...describedBy({ id: 'file', hint: true, error: errors.file })}
          className="attachment-input"
          id="file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          onChange={() => {
            setErrors({})
            forget()
          }}
        />
      </FieldFrame>
      {underWay && <UploadProgress percent={phase.name === 'sending' ? phase.percent : 100} />}
      <div className="button-row">
        <SubmitButton pending={underWay} pendingLabel="Caricamento in corso…">
          {phase.name === 'failed' && phase.again ? 'Riprova' : 'Carica il file'}
        </SubmitButton>
        {underWay && (
          <button className="btn btn-outline-primary" type="button" onClick={cancel}>
            Annulla il caricamento
          </button>
        )}
      </div>
    </form>
  )
}

function UploadProgress({ percent }: { percent: number }) {
  return (
    <div className="campaign-progress">
      <label htmlFor="caricamento">
        {percent < 100 ? `Caricamento: ${percent} %` : 'Caricato: il portale sta registrando il file…'}
      </label>
      <progress id="caricamento" max={100} value={percent} />
    </div>
  )
}
