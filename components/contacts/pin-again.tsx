import type { ComponentProps } from 'react'
import { PinField } from '@/components/form/pin-field'

type PinAgainProps = Omit<ComponentProps<typeof PinField>, 'label'> & {
  /** The words of the button that it goes with: on one page there are many. */
  purpose: string
}

/** The PIN of sign-in once more, before how somebody is reached changes (ASVS 7.5.1). Never sent back. */
export function PinAgain({ purpose, ...field }: PinAgainProps) {
  return (
    <PinField
      {...field}
      defaultValue=""
      label={
        <>
          PIN<span className="visually-hidden"> per «{purpose}»</span>
        </>
      }
      hint="Quello con cui sei entrato: serve a essere sicuri che sia tu."
      autoComplete="current-password"
      width="medium"
    />
  )
}
