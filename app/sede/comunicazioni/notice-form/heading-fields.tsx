import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { useActionForm } from '@/components/form/use-action-form'
import { noticeKinds } from '@/db/vocabulary'
import { kindLabel } from '@/lib/notices/kinds'

export type Field = ReturnType<typeof useActionForm>['field']

export const headingLabels = {
  externalNumber: 'Numero della comunicazione',
  kind: 'Tipo',
  year: 'Anno di competenza',
  periodFrom: 'Primo mese',
  periodTo: 'Ultimo mese',
  elaboratedOn: 'Elaborata il',
  dueBy: 'Termine',
}

const kinds = noticeKinds.map((value) => ({ value, label: kindLabel(value) }))
const month = { width: 'short', placeholder: 'mm/aaaa', autoComplete: 'off' } as const
const day = { width: 'short', placeholder: 'gg/mm/aaaa', autoComplete: 'off' } as const

/** What a notice says of itself, above its tables. */
export function HeadingFields({ field }: { field: Field }) {
  return (
    <>
      <TextField
        {...field('externalNumber')}
        label={headingLabels.externalNumber}
        hint="Lo dai tu e vale una volta sola per la sede. Lettere, cifre, punti, barre e trattini, al massimo 40."
        width="medium"
        autoComplete="off"
      />
      <SelectField {...field('kind')} label={headingLabels.kind} options={kinds} emptyLabel="Scegli il tipo" />
      <TextField
        {...field('year')}
        label={headingLabels.year}
        width="short"
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
      />
      <TextField
        {...field('periodFrom')}
        {...month}
        label={headingLabels.periodFrom}
        hint="Scrivilo come mm/aaaa. Per le sole sanzioni lascia vuoti i due mesi."
      />
      <TextField {...field('periodTo')} {...month} label={headingLabels.periodTo} hint="Scrivilo come mm/aaaa." />
      <TextField
        {...field('elaboratedOn')}
        {...day}
        label={headingLabels.elaboratedOn}
        hint="Scrivila come gg/mm/aaaa."
      />
      <TextField
        {...field('dueBy')}
        {...day}
        label={headingLabels.dueBy}
        hint="Scrivilo come gg/mm/aaaa. Vuoto: 30 giorni dalla pubblicazione per i debiti, nessuno per gli altri tipi."
        optional
      />
    </>
  )
}
