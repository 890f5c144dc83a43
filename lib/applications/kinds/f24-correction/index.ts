import { kind } from '../../kind'
import { figures, refusalsOf, summary } from './figures'
import { steps } from './steps'

/** Rettifica o imputazione di F24: the INPS section says the wrong office, causale, place or month. */
export const f24Correction = kind({
  code: 'rettifica-f24',
  version: 1,
  label: 'Rettifica o imputazione di F24',
  purpose: 'Per correggere sede, causale, CAP e comune o periodo di un F24, o dire a quali mesi va attribuito.',
  unitCode: 'FC',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: ['la quietanza dell’F24: data, codice sede, causale, CAP e comune, periodo, importo', 'i dati giusti'],
  limits: [
    'Non restituisce denaro e non cambia il totale: per riavere somme c’è l’istanza di rimborso.',
    'Non sposta un versamento fatto con un altro codice fiscale: per quello apri una richiesta in Versamenti.',
    'Corregge solo la sezione INPS: per le altre sezioni c’è l’Agenzia delle Entrate.',
  ],
  papers: [{ name: 'f24', label: 'Quietanza del modello F24', required: false }],
  declaration:
    'Dichiaro che il versamento è stato fatto dal committente e che i dati indicati sono veri. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  heed: (_actor, answers) => Promise.resolve(refusalsOf(answers)),
  summary,
  figures,
})
