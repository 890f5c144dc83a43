import { useEffect, useRef } from 'react'
import { Alert } from '@/components/alert'
import { SubmitButton } from '@/components/form/submit-button'
import { NoticeDocument, type ShownNotice } from '@/components/notice-document'

type LastLookProps = {
  notice: ShownNotice
  /** The fields as they were checked: what is published is what is shown. */
  values: Record<string, string>
  submit: (form: FormData) => void
  pending: boolean
}

/** The notice as the contributor will see it, and the button that publishes it. Takes the focus when it appears. */
export function LastLook({ notice, values, submit, pending }: LastLookProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { denomination, codiceFiscale } = notice.contributor
  return (
    <section className="notice-review" aria-labelledby="controllo">
      <h2 id="controllo" ref={title} tabIndex={-1} autoFocus>
        Controlla e pubblica
      </h2>
      <Alert tone="warning" title="Dopo la pubblicazione non si modifica più">
        <p>
          Arriva a <strong>{denomination}</strong> – C.F. {codiceFiscale}. Una volta pubblicata la puoi soltanto
          ritirare o correggere con una nuova.
        </p>
      </Alert>
      <NoticeDocument notice={notice} />
      <form action={submit}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="button-row">
          <SubmitButton pending={pending} pendingLabel="Pubblicazione in corso…" name="publish" value="1">
            Pubblica
          </SubmitButton>
        </div>
      </form>
    </section>
  )
}
