import { kind } from '../../kind'
import { begin } from './begin'
import { decision } from './decision'
import { effect } from './effect'
import { figures, summary } from './figures'
import { heed } from './heed'
import { steps } from './steps'

/** Riesame di una comunicazione di irregolarità (domain.md §8). */
export const noticeReview = kind({
  code: 'riesame',
  version: 1,
  label: 'Riesame di una comunicazione di irregolarità',
  purpose: 'Per chiedere alla sede di annullare o correggere una comunicazione che ritieni sbagliata.',
  unitCode: 'FC',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'la comunicazione: se cominci dalla sua pagina, le righe sono già scritte',
    'che cosa risulta a te, mese per mese',
    'i documenti che lo provano: quietanze degli F24, ricevute UniEmens',
  ],
  limits: [
    'Non sospende il termine per pagare scritto nella comunicazione, e non ferma un avviso di addebito.',
    'Non corregge una denuncia: se la denuncia è sbagliata trasmetti prima la correzione, poi chiedi il riesame.',
    'Non è un ricorso: se la sede non accoglie puoi ancora presentarlo.',
  ],
  papers: [
    { name: 'quietanze', label: 'Quietanze degli F24', required: false },
    { name: 'denunce', label: 'Ricevute delle denunce corrette', required: false },
    { name: 'altro', label: 'Altri documenti', required: false },
  ],
  declaration:
    'Dichiaro che i dati di questa istanza sono veri. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  fromNotice: true,
  begin,
  heed,
  summary,
  figures,
  decision,
  effect,
})
