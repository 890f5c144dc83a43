import { kind } from '../../kind'
import { begin } from './begin'
import { decision } from './decision'
import { effect } from './effect'
import { figures, summary } from './figures'
import { heed } from './heed'
import { steps } from './steps'

/** Rateazione (dilazione in fase amministrativa; art. 23 L. 203/2024, DM 24/10/2025). */
export const instalments = kind({
  code: 'rateazione',
  version: 1,
  label: 'Rateazione (pagare a rate)',
  purpose: 'Per pagare a rate, una al mese, contributi e sanzioni che non riesci a pagare in una volta.',
  unitCode: 'RC',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'le comunicazioni che chiedono i debiti: numero, mesi, contributi e sanzioni',
    'quante rate vuoi e quando puoi pagare la prima',
    'se li hai, i documenti che provano la difficoltà',
  ],
  limits: [
    'Non vale finché la sede non la concede: fino ad allora i termini per pagare continuano a correre.',
    'Non riguarda gli avvisi di addebito: per quelli le rate si chiedono all’agente della riscossione.',
    'Non cancella le sanzioni: anche quelle si pagano a rate, con gli interessi.',
    'Non copre i contributi dei mesi che vengono: quelli si pagano alla loro scadenza.',
  ],
  papers: [{ name: 'difficolta', label: 'Documenti che provano la difficoltà', required: false }],
  declaration:
    'Dichiaro che la difficoltà è oggettiva e temporanea, che ho indicato tutti i debiti verso la Gestione Separata che conosco e che i dati di questa istanza sono veri. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  fromNotice: true,
  begin,
  heed,
  summary,
  figures,
  decision,
  effect,
})
