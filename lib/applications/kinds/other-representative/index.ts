import { formatItalianDate } from '@/lib/calendar/iso-date'
import { kind } from '../../kind'
import { effect } from './effect'
import { heed } from './heed'
import { steps } from './steps'

/** Altro responsabile (modulo SC72; circ. INPS 126/2013 §2.1). */
export const otherRepresentative = kind({
  code: 'altro-responsabile',
  version: 1,
  label: 'Altro responsabile (SC72)',
  purpose: 'Per abilitare un’altra persona ad agire come il legale rappresentante.',
  unitCode: 'AN',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'il codice fiscale, il nome e il cognome della persona',
    'il modulo SC72 firmato dal legale rappresentante',
    'un documento di identità di chi firma e, se c’è, la procura',
  ],
  limits: [
    'Non abilita nessuno da sola: dopo la decisione la persona deve entrare nel portale e accettare.',
    'Non si può limitare a una parte: la persona potrà fare tutto quello che fa il legale rappresentante, anche dare e togliere deleghe.',
    'Non serve per un consulente o uno studio: a loro si dà una delega.',
    'Non cambia il legale rappresentante.',
  ],
  papers: [
    { name: 'sc72', label: 'Modulo SC72 firmato dal legale rappresentante', required: true },
    { name: 'identita', label: 'Documento di identità di chi firma', required: true },
    { name: 'procura', label: 'Procura', required: false },
  ],
  declaration:
    'Dichiaro che la persona indicata può agire in nome e per conto del committente e che i dati di questa istanza sono veri. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  heed,
  summary: ({ persona: { firstName, lastName }, incarico: { startsOn } }) =>
    `${firstName} ${lastName}, dal ${formatItalianDate(startsOn)}`,
  effect,
})
