import type { Route } from 'next'
import Link from 'next/link'
import { Alert } from '@/components/alert'
import { CheckboxField } from '@/components/form/checkbox-field'

export type AnsweredNoticeProps = {
  notice: {
    id: string
    protocollo: string
    /** Kind and period, in words. */
    subject: string
    href: string
    /** Why it can no longer be answered, if so. */
    refusal: string | undefined
  }
  linked: boolean
  error: string | undefined
}

/** The notice that the request answers. The link is a field like the others: kept in the draft, and may be taken off. */
export function AnsweredNotice({ notice, linked, error }: AnsweredNoticeProps) {
  return (
    <section className="answered-notice" aria-label="Comunicazione a cui rispondi">
      <p>
        Rispondi alla comunicazione{' '}
        <Link href={notice.href as Route} prefetch={false}>
          {notice.protocollo}
        </Link>
        : {notice.subject}.
      </p>
      {notice.refusal && (
        <Alert tone="warning">{`${notice.refusal} Per inviare comunque la richiesta, togli il collegamento qui sotto.`}</Alert>
      )}
      <CheckboxField
        name="noticeId"
        value={notice.id}
        defaultChecked={linked}
        error={error}
        label="Collega la richiesta alla comunicazione"
        hint="La sede la trova accanto alla richiesta, e la comunicazione passa in lavorazione."
      />
    </section>
  )
}
