import { formatItalianDate } from '@/lib/calendar/iso-date'
import { fieldsOf } from '../../fields'
import { kind } from '../../kind'
import { effect } from './effect'
import { seatParts } from './seat'
import { decisionStep, type PositionAnswers, steps } from './steps'

function summary({ domanda: { asked, firstDay, lastDay } }: PositionAnswers) {
  if (asked === 'iscrizione') return `Iscrizione come committente dal ${formatItalianDate(firstDay!)}`
  if (asked === 'cancellazione') return `Cancellazione: committente fino al ${formatItalianDate(lastDay!)}`
  return 'Variazione dei dati del committente'
}

/** Iscrizione, variazione o cancellazione del committente (art. 2 c. 26 L. 335/1995). */
export const position = kind({
  code: 'posizione',
  version: 1,
  label: 'Iscrizione, variazione o cancellazione del committente',
  purpose: 'Per dirci che cominci o smetti di avere collaboratori, o che nome e sede sono cambiati.',
  unitCode: 'AN',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'la denominazione e l’indirizzo della sede, come devono risultare',
    'il primo giorno come committente o, per la cancellazione, l’ultimo',
    'un documento che lo prova, per esempio la visura camerale',
  ],
  limits: [
    'Non cambia le denunce già inviate né i contributi dovuti per i mesi in cui hai avuto collaboratori.',
    'Non aggiorna PEC, e-mail e telefono: quelli li cambi tu in «Recapiti».',
    'Non cambia chi ti rappresenta: per quello c’è l’istanza «Altro responsabile».',
  ],
  papers: [
    { name: 'prova', label: 'Visura, atto o altro documento che prova quello che chiedi', required: false },
    { name: 'identita', label: 'Documento di identità di chi rappresenta il committente', required: false },
  ],
  declaration:
    'Dichiaro che i dati di questa istanza sono veri. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  begin: ({ contributor }) =>
    fieldsOf('domanda', { denomination: contributor.denomination, ...seatParts(contributor.seat) }),
  summary,
  decision: {
    step: decisionStep,
    begin: ({ domanda: { asked, denomination, address, cap, comune, firstDay, lastDay } }) => {
      const days = {
        ...(firstDay && { firstDay: formatItalianDate(firstDay) }),
        ...(lastDay && { lastDay: formatItalianDate(lastDay) }),
      }
      if (asked === 'cancellazione') return days
      return {
        ...(denomination && { denomination }),
        ...(address && { address }),
        ...(cap && { cap }),
        ...(comune && { comune }),
        ...days,
      }
    },
  },
  effect,
})
