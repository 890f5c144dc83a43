import { addDays } from '@/lib/calendar/days'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'

/** A first day that has not passed, whenever the tests run. */
const soon = formatItalianDate(addDays(romeDate(new Date()), 30))

export const example: Record<string, string> = {
  persona_codiceFiscale: 'RSSMRA85T10A562S',
  persona_firstName: 'Mario',
  persona_lastName: 'Rossi',
  incarico_startsOn: soon,
  incarico_basis: 'dipendente',
  incarico_powers: 'Cura tutti i rapporti del committente con l’Istituto, per incarico scritto.',
  incarico_informed: 'on',
}
