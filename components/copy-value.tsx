'use client'

import { useState } from 'react'

/** A value to be quoted elsewhere, such as a protocol number, with a button that copies it. */
export function CopyValue({ value, what }: { value: string; what: string }) {
  const [outcome, setOutcome] = useState('')
  const failed = () => setOutcome('Copia non riuscita: seleziona il numero e copialo a mano')
  // Browsers keep the clipboard from pages that are not served over https.
  const copy = () => navigator.clipboard?.writeText(value).then(() => setOutcome('Copiato'), failed) ?? failed()
  return (
    <span className="copy-value">
      <strong className="code">{value}</strong>
      <button className="btn btn-outline-primary btn-sm" type="button" onClick={copy}>
        Copia<span className="visually-hidden"> {what}</span>
      </button>
      <span role="status">{outcome}</span>
    </span>
  )
}
