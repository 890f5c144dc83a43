import { acceptedExtensions, acceptedInWords } from '@/lib/attachments/inspect/kinds'
import { formatBytes } from '@/lib/format'
import { describedBy, FieldFrame, type FieldProps } from './field-frame'

type FileFieldProps = Omit<FieldProps, 'hint'> & {
  hint: string
  /** Bytes. */
  maxBytes: number
  /** The form came back: browsers never give a file back with it. */
  again?: boolean
}

/** One file that travels with the form's own post, with scripts and without. */
export function FileField({ name, id = name, label, hint, error, optional, maxBytes, again }: FileFieldProps) {
  const rules = (
    <>
      {hint} Al massimo {formatBytes(maxBytes)}. Formati: {acceptedInWords}.
      {again && <strong> Se avevi scelto un file, sceglilo di nuovo.</strong>}
    </>
  )
  return (
    <FieldFrame {...{ name, id, label, error, optional }} hint={rules}>
      <input
        {...describedBy({ id, hint: rules, error })}
        className="attachment-input"
        type="file"
        id={id}
        name={name}
        accept={acceptedExtensions}
      />
    </FieldFrame>
  )
}
