import { kind } from '../../kind'
import { decision, reductionWords } from './decision'
import { figures, summary } from './figures'
import { steps } from './steps'

/** Riduzione delle sanzioni civili (art. 116 c. 8 e 15 L. 388/2000; DL 19/2024 art. 30). */
export const sanctionsReduction = kind({
  code: 'riduzione-sanzioni',
  version: 1,
  label: 'Riduzione delle sanzioni civili',
  purpose:
    'Per pagare meno sanzioni, nei casi in cui la legge lo permette, su contributi che hai già pagato in ritardo.',
  unitCode: 'RC',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'la comunicazione o l’atto che chiede le sanzioni',
    'per ogni mese: i contributi, il giorno in cui li hai pagati e le sanzioni chieste',
    'i documenti che provano il motivo',
  ],
  limits: [
    'Non riduce i contributi: quelli restano dovuti per intero.',
    'Non sospende il termine per pagare scritto nella comunicazione.',
    'Non serve se le sanzioni sono calcolate male: in quel caso chiedi il riesame della comunicazione.',
  ],
  papers: [
    { name: 'quietanze', label: 'Quietanze dei pagamenti dei contributi', required: true },
    { name: 'motivo', label: 'Documenti che provano il motivo', required: false },
  ],
  declaration:
    'Dichiaro che i contributi dei mesi indicati sono pagati per intero e che i dati di questa istanza sono veri. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  summary,
  figures,
  decision,
  effect: async (_actor, _tx, granted) => reductionWords(granted),
})
