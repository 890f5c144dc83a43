import type { Figure } from '@/db/application-content'
import { addDays, daysBetween } from '@/lib/calendar/days'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { formatAmount, formatCount } from '@/lib/format'
import type { OrderAnswers } from './steps'

/** Calendar days from the notification (domain.md §5.6); an istanza stops none of them. */
export const terms = { merits: 40, form: 20, payment: 60 }

/** The three days until which one may still act, ISO, from the day of the notification. */
export const lastDays = (notifiedOn: string) => ({
  form: addDays(notifiedOn, terms.form),
  merits: addDays(notifiedOn, terms.merits),
  payment: addDays(notifiedOn, terms.payment),
})

/** What the avviso asks for, in cents. */
export const totalOf = ({ capital = 0, sanctions = 0, interest = 0 }: OrderAnswers['importi']) =>
  capital + sanctions + interest

function remaining(day: string, today: string) {
  const days = daysBetween(today, day)
  if (days < 0) return 'già passato'
  if (days === 0) return 'scade oggi'
  return days === 1 ? 'scade domani' : `mancano ${formatCount(days)} giorni`
}

/** The days that go on running whatever becomes of the istanza, and what the avviso asks for. `today` is ISO. */
export function figures({ avviso, importi }: OrderAnswers, today: string): Figure[] {
  const days = lastDays(avviso.notifiedOn)
  const until = (day: string) => `${formatItalianDate(day)} (${remaining(day, today)})`
  const { capital, sanctions, interest } = importi
  return [
    {
      title: 'Attenzione: questi termini NON si fermano con l’istanza',
      source: 'Art. 617 c.p.c.; art. 24 c. 5 D.Lgs. 46/1999; art. 30 DL 78/2010',
      lines: [
        { term: 'Opposizione per difetti di forma: 20 giorni', value: until(days.form) },
        { term: 'Opposizione sul debito: 40 giorni', value: until(days.merits) },
        { term: 'Per pagare: 60 giorni', value: until(days.payment) },
      ],
    },
    {
      title: 'Che cosa chiede l’avviso',
      source: 'Art. 30 c. 2 DL 78/2010',
      lines: [
        ...(capital ? [{ term: 'Contributi', value: formatAmount(capital) }] : []),
        ...(sanctions ? [{ term: 'Sanzioni civili', value: formatAmount(sanctions) }] : []),
        ...(interest ? [{ term: 'Interessi', value: formatAmount(interest) }] : []),
        { term: 'Totale', value: formatAmount(totalOf(importi)) },
      ],
    },
  ]
}
