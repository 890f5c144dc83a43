import { CheckboxField } from '@/components/form/checkbox-field'
import { Fieldset } from '@/components/form/fieldset'
import { workersField, workersTyped } from '@/lib/requests/workers'

type WorkersProps = { workers: string[]; chosen: string | undefined; error: string | undefined }

/** Whom it is about: a partial delegate ticks at least one of the workers of their delegation. */
export function Workers({ workers, chosen, error }: WorkersProps) {
  const ticked = new Set(workersTyped(chosen))
  return (
    <Fieldset
      id={workersField}
      legend="Collaboratori"
      hint="La tua delega è parziale: indica di chi si tratta. La sede e il contribuente vedono i codici fiscali che scegli."
      error={error}
      large
    >
      {workers.map((codiceFiscale) => (
        <CheckboxField
          key={codiceFiscale}
          id={`collaboratore-${codiceFiscale}`}
          name={workersField}
          value={codiceFiscale}
          defaultChecked={ticked.has(codiceFiscale)}
          label={<span className="code">{codiceFiscale}</span>}
        />
      ))}
      {workers.length === 0 && (
        <p>Nella tua delega adesso non c’è nessun collaboratore: chiedi al contribuente di indicarne almeno uno.</p>
      )}
    </Fieldset>
  )
}
