import type { ComponentProps } from 'react'
import { TextField } from './text-field'

export const termLabels = { startsOn: 'Primo giorno', endsOn: 'Ultimo giorno' }

type TermFieldsProps = {
  /** What `useActionForm` gives for a field. */
  field: (name: keyof typeof termLabels) => Omit<ComponentProps<typeof TextField>, 'label'>
  /** Until when it holds without a last day: «finché non la revochi». */
  endless: string
}

/** From which day to which a right is given; the last one may be left out. */
export function TermFields({ field, endless }: TermFieldsProps) {
  return (
    <>
      <TextField
        {...field('startsOn')}
        label={termLabels.startsOn}
        hint="Come gg/mm/aaaa, da oggi in poi."
        width="medium"
      />
      <TextField
        {...field('endsOn')}
        label={termLabels.endsOn}
        hint={`Come gg/mm/aaaa, compreso. Se lo lasci vuoto vale ${endless}.`}
        width="medium"
        optional
      />
    </>
  )
}
