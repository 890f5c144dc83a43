import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { TopicField, TopicFieldKind } from '@/db/topic-field'
import { factPrefix } from '@/lib/topics/fact-prefix'

type TopicQuestionsProps = {
  fields: TopicField[]
  values: Record<string, string>
  errors: Record<string, string | undefined>
}

const severalLines = new Set<TopicFieldKind>(['months', 'codiciFiscali'])
const examples: Partial<Record<TopicFieldKind, string>> = {
  month: 'Mese e anno, per esempio 03/2024.',
  months: 'Uno o più mesi, per esempio 03/2024, 04/2024.',
  year: 'Per esempio 2024.',
  date: 'Giorno, mese e anno, per esempio 16/04/2024.',
  amount: 'In euro, per esempio 1.234,56.',
  codiceFiscale: '16 caratteri per una persona, 11 cifre per un ente.',
  codiciFiscali: 'Uno per riga, oppure separati da virgole.',
  protocollo: 'Per esempio INPS.7000.06/10/2026.0001234.',
}

/** The questions of one topic, which are rows of a table: drawn as they come. */
export function TopicQuestions({ fields, values, errors }: TopicQuestionsProps) {
  return fields.map(({ name, kind, label, hint, required }) => {
    const own = factPrefix + name
    const shared = {
      name: own,
      label,
      hint: hint ?? examples[kind],
      optional: !required,
      error: errors[own],
      defaultValue: values[own] ?? '',
    }
    return severalLines.has(kind) ? (
      <TextAreaField key={own} {...shared} rows={3} />
    ) : (
      <TextField
        key={own}
        {...shared}
        width={kind === 'text' ? undefined : 'medium'}
        inputMode={kind === 'amount' ? 'decimal' : undefined}
        autoCapitalize={kind === 'codiceFiscale' ? 'characters' : undefined}
      />
    )
  })
}
