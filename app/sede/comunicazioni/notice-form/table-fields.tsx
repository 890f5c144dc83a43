import { Fieldset } from '@/components/form/fieldset'
import { TextAreaField } from '@/components/form/text-area-field'
import type { Field } from './heading-fields'

export const tableLabels = {
  contributions: 'Righe dei contributi',
  sanctions: 'Righe delle sanzioni',
  f24: 'Righe dell’F24',
}

const examples = {
  contributions: { order: 'mese; causale; dovuto; versato', line: '03/2024;CXX;1.200,00;400,00' },
  sanctions: {
    order: 'mese; termine; pagato il; giorni; base; norma (a o b); importo',
    line: '03/2024;16/04/2024;;930;800,00;a;58,30',
  },
  f24: { order: 'mese; ultimo mese; causale; filiale; importo', line: '03/2024;;CXX;00144 ROMA;858,30' },
}
const names = ['contributions', 'sanctions', 'f24'] as const

/** The tables of a notice, one row on each line: they can be pasted from a spreadsheet. */
export function TableFields({ field }: { field: Field }) {
  return (
    <Fieldset
      id="tabelle"
      legend="Tabelle"
      hint="Una riga per ogni riga della tabella, con i valori separati da punto e virgola; puoi incollarle da un foglio di calcolo. I totali li calcola il portale."
      large
    >
      {names.map((name) => (
        <TextAreaField
          key={name}
          {...field(name)}
          label={tableLabels[name]}
          hint={
            <>
              {examples[name].order}. Per esempio: <span className="code">{examples[name].line}</span>
            </>
          }
          optional
          rows={4}
          spellCheck={false}
        />
      ))}
    </Fieldset>
  )
}
