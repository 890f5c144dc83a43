import { useState, useSyncExternalStore } from 'react'
import type { UseFormRegister } from 'react-hook-form'
import { Alert } from '@/components/alert'
import { Fieldset } from '@/components/form/fieldset'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Topic } from '@/lib/topics/queries'
import { factPrefix } from '@/lib/topics/fact-prefix'
import { matchTopics } from '@/lib/topics/search'
import { Questions } from '@/components/form/questions'

type TopicPickerProps = {
  topics: Topic[]
  values: Record<string, string>
  errors: Record<string, string | undefined>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  register: UseFormRegister<any>
}

const never = () => () => {}

/**
 * «Oggetto della richiesta»: two levels, leaf only, with a search by the words people use. With scripts off the second
 * list holds every leaf under its area, and a button brings the questions of the one chosen.
 */
export function TopicPicker({ topics, values, errors, register }: TopicPickerProps) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [areaCode, setArea] = useState(values.areaCode ?? '')
  const [topicCode, setTopic] = useState(values.topicCode ?? '')
  const [query, setQuery] = useState('')
  const topic = topics.find(({ code }) => code === topicCode)
  const areas = [...new Map(topics.map((each) => [each.areaCode, each.areaLabel]))]
  const found = query.trim().length < 2 ? [] : matchTopics(query, topics).slice(0, 6)
  const leaves = (area: string) =>
    topics.filter((each) => each.areaCode === area).map(({ code, label }) => ({ value: code, label }))
  const area = register('areaCode')
  const leaf = register('topicCode')

  const choose = (code: string) => {
    setArea(code.slice(0, 2))
    setTopic(code)
    setQuery('')
  }

  return (
    <Fieldset id="oggetto" legend="Oggetto della richiesta" large>
      {scripted && (
        <div className="topic-search">
          <TextField
            name=""
            id="topic-search"
            label="Cerca l’oggetto"
            hint="Per esempio: avviso bonario, F24, rateizzazione."
            type="search"
            autoComplete="off"
            optional
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <p className="visually-hidden" role="status">
            {query.trim().length < 2
              ? ''
              : found.length === 0
                ? 'Nessun oggetto trovato'
                : `${found.length} oggetti trovati`}
          </p>
          {found.length > 0 && (
            <ul className="topic-results">
              {found.map((code) => {
                const match = topics.find((each) => each.code === code)!
                return (
                  <li key={code}>
                    <button type="button" className="btn btn-link" onClick={() => choose(code)}>
                      {match.areaLabel} › <strong>{match.label}</strong>
                    </button>
                  </li>
                )
              })}
            </ul>
          )}
          {query.trim().length >= 2 && found.length === 0 && (
            <p>Nessun oggetto con queste parole: scegli dagli elenchi.</p>
          )}
        </div>
      )}
      <SelectField
        {...area}
        label="Argomento"
        error={errors.areaCode && !errors.topicCode ? errors.areaCode : undefined}
        emptyLabel="Scegli l’argomento"
        options={areas.map(([value, label]) => ({ value, label }))}
        value={areaCode}
        onChange={(event) => {
          setArea(event.target.value)
          setTopic('')
          void area.onChange(event)
        }}
      />
      <SelectField
        {...leaf}
        label="Dettaglio"
        error={errors.topicCode}
        emptyLabel={scripted && !areaCode ? 'Prima scegli l’argomento' : 'Scegli il dettaglio'}
        options={scripted ? leaves(areaCode) : areas.map(([code, label]) => ({ label, options: leaves(code) }))}
        value={topicCode}
        onChange={(event) => {
          setTopic(event.target.value)
          void leaf.onChange(event)
        }}
      />
      <noscript>
        <SubmitButton look="secondary" name="saveDraft" value="topic" formNoValidate>
          Mostra le domande di questo oggetto
        </SubmitButton>
      </noscript>
      {topic && (
        <>
          <Alert tone="info" title={topic.label}>
            <p>{topic.guidance}</p>
            {topic.attachmentHint && <p>Allegati utili: {topic.attachmentHint}</p>}
          </Alert>
          <Questions key={topic.code} questions={topic.fields} prefix={factPrefix} values={values} errors={errors} />
        </>
      )}
    </Fieldset>
  )
}
