import * as z from 'zod'
import { formatCount } from '@/lib/format'
import { cleanProse } from './clean'

/** Words of a person, as they wrote them: CR LF becomes LF, control characters go. `min` and `max` in characters. */
export const prose = (tooShort: string, { min, max }: { min: number; max: number }) =>
  z
    .string(tooShort)
    .max(max * 2, `Il testo può avere al massimo ${formatCount(max)} caratteri.`)
    .transform((text) => cleanProse(text).trim())
    .pipe(
      z
        .string()
        .min(min, tooShort)
        .max(max, `Il testo può avere al massimo ${formatCount(max)} caratteri.`),
    )
