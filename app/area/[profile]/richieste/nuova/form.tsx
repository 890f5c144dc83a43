'use client'

import { AttachmentField } from '@/components/form/attachment-field'
import { CheckboxField } from '@/components/form/checkbox-field'
import { DraftKeeper } from '@/components/form/draft-keeper'
import { ErrorSummary } from '@/components/form/error-summary'
import { Fieldset } from '@/components/form/fieldset'
import { RefusalAlert } from '@/components/form/refusal-alert'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { textLength } from '@/lib/requests/lengths'
import type { Topic } from '@/lib/topics/queries'
import { reviewRequestAction } from './action'
import { AnsweredNotice, type AnsweredNoticeProps } from './answered-notice'
import { TopicPicker } from './topic-picker'
import { Workers } from './workers'

type NewRequestFormProps = {
  profile: string
  draft: { id: string; version: number; writer: string; savedAt: string | undefined }
  /** What the fields begin with, by name. */
  values: Record<string, string>
  notice: AnsweredNoticeProps['notice'] | undefined
  /** Whom a partial delegate may write about; nothing for who writes about the whole position. */
  workers: string[] | undefined
  topics: Topic[]
  attachments: { id: string; name: string; size: number; sha256: string }[]
  limits: { maxFiles: number; maxBytes: number }
  /** Another way of keeping and judging the same form: a request for many contributors, whose draft is nobody's request. */
  review?: typeof reviewRequestAction
  kind?: 'request' | 'entry'
}

const labels = {
  noticeId: 'Collega la richiesta alla comunicazione',
  email: 'Indirizzo e-mail',
  mobile: 'Numero di telefono',
  landline: 'Telefono fisso',
  fax: 'Fax',
  notifyByEmail: 'Notifiche via e-mail',
  notifyBySms: 'Notifiche via SMS',
  workers: 'Collaboratori',
  areaCode: 'Argomento',
  topicCode: 'Dettaglio',
  text: 'Testo della richiesta',
}

const rules = () => import('@/lib/requests/schema').then(({ newRequestSchema }) => newRequestSchema)

export function NewRequestForm({ profile, draft, values, notice, workers, topics, ...rest }: NewRequestFormProps) {
  const { review = reviewRequestAction, kind = 'request', ...files } = rest
  const { form, field, box, errors, state, pending, attempt, props } = useActionForm(rules, review, values)
  const typed = state.status === 'invalid' || state.status === 'refused' ? state.values : values
  return (
    <form {...props} className="composing">
      <RefusalAlert message={state.status === 'refused' ? state.message : undefined} />
      <ErrorSummary errors={errors} labels={labels} attempt={attempt} />

      {notice && <AnsweredNotice notice={notice} linked={typed.noticeId === notice.id} error={errors.noticeId} />}

      <Fieldset id="recapiti" legend="Come ti rispondiamo" hint="Indica almeno l’e-mail o il numero di telefono." large>
        <TextField {...field('email')} label={labels.email} type="email" autoComplete="email" inputMode="email" />
        <TextField
          {...field('mobile')}
          label={labels.mobile}
          hint="Il cellulare, per gli SMS."
          type="tel"
          autoComplete="tel"
          width="medium"
        />
        <CheckboxField {...box('notifyByEmail')} label="Desidero ricevere notifiche via e-mail" />
        <CheckboxField {...box('notifyBySms')} label="Desidero ricevere notifiche via SMS" />
        <TextField {...field('landline')} label={labels.landline} optional type="tel" width="medium" />
        <TextField {...field('fax')} label={labels.fax} optional type="tel" width="medium" />
      </Fieldset>

      {workers && <Workers workers={workers} chosen={typed.workers} error={errors.workers} />}

      <TopicPicker topics={topics} values={typed} errors={errors} register={form.register} />

      <TextAreaField
        {...field('text')}
        label={labels.text}
        limits={textLength}
        hint="Scrivi solo quello che serve a rispondere: niente dati sulla salute o su altre persone, se non necessari."
      />

      <AttachmentField
        draftId={draft.id}
        uploadUrl={`/api/allegati?${new URLSearchParams({ profilo: profile, bozza: draft.id })}`}
        kept={files.attachments}
        {...files.limits}
      />

      <DraftKeeper
        draftId={draft.id}
        version={draft.version}
        writer={draft.writer}
        kind={kind}
        profile={profile}
        savedAt={draft.savedAt}
      />
      <div className="button-row">
        <SubmitButton pending={pending}>Continua e controlla</SubmitButton>
        <SubmitButton pending={pending} look="secondary" name="saveDraft" value="1" formNoValidate>
          Salva bozza
        </SubmitButton>
      </div>
    </form>
  )
}
