import { kind } from '../../kind'
import { decision } from './decision'
import { effect } from './effect'
import { figures, summary } from './figures'
import { heed } from './heed'
import { steps } from './steps'

/** Rimborso di contributi indebiti, oltre massimale o versati due volte (art. 2033 c.c.; messaggio INPS 1561/2025). */
export const refund = kind({
  code: 'rimborso',
  version: 1,
  label: 'Rimborso di contributi indebiti o oltre massimale',
  purpose: 'Per riavere contributi che non dovevi versare, oltre il massimale dell’anno o versati due volte.',
  unitCode: 'FC',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'il codice fiscale di ogni collaboratore e l’anno dei compensi',
    'i compensi pagati, i contributi versati e quanto chiedi indietro',
    'oltre il massimale, i compensi che il collaboratore ha avuto da altri',
    'l’IBAN di un conto intestato al committente',
  ],
  limits: [
    'Non serve per coprire un altro debito: per quello c’è l’istanza di compensazione.',
    'Non corregge le denunce UniEmens: se sono sbagliate, inviale corrette prima.',
    'Dopo dieci anni dal versamento il rimborso non si può più chiedere (art. 2946 del codice civile).',
    'La parte trattenuta al collaboratore va resa a lui: il rimborso arriva sul tuo conto, ma è sua.',
  ],
  papers: [
    { name: 'f24', label: 'Quietanze dei modelli F24', required: false },
    { name: 'massimale', label: 'Dichiarazione del collaboratore sui compensi avuti da altri', required: false },
  ],
  declaration:
    'Dichiaro che i dati di questa istanza sono veri e che le somme non sono state recuperate in altro modo. Mi impegno a rendere ai collaboratori la loro parte. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  heed,
  summary,
  figures,
  decision,
  effect,
})
