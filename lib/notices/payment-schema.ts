import * as z from 'zod'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { readAnswer } from '@/lib/questions/read'

/** The Gestione separata collects contributions from April 1996 (art. 2 c. 26–30 L. 335/1995): nothing was paid before. */
const firstDay = '1996-04-01'

/** One answer of a known kind, typed as people write it; `missing` when nothing was written. */
const typed = (kind: 'date' | 'amount', missing: string) =>
  z.string(missing).transform((text, context) => {
    const answer = readAnswer(kind, text, romeDate(new Date()))
    if (answer && 'value' in answer) return answer.value
    context.addIssue({ code: 'custom', message: answer?.refusal ?? missing, input: text })
    return z.NEVER
  })

const paidOn = typed('date', 'Scrivi il giorno del versamento, come gg/mm/aaaa.')
  .pipe(z.string())
  .refine((day) => day <= romeDate(new Date()), 'Il giorno del versamento non può essere nel futuro.')
  .refine(
    (day) => day >= firstDay,
    `La Gestione separata parte dal ${formatItalianDate(firstDay)}: controlla il giorno.`,
  )

/** «Ho versato»: gives `paidOn` as an ISO day and `paidCents` in whole cents. An empty choice of file is no file. */
export const declarePaymentSchema = z
  .strictObject({
    eventId: z.uuid(),
    noticeId: z.uuid(),
    paidOn,
    amount: typed('amount', 'Scrivi quanto hai versato, in euro.').pipe(z.number().int().positive()),
    file: z
      .custom<File>((value) => value instanceof File, 'Scegli un solo file.')
      .optional()
      .transform((file) => (file && (file.size > 0 || file.name !== '') ? file : undefined)),
  })
  .transform(({ amount, ...told }) => ({ ...told, paidCents: amount }))
