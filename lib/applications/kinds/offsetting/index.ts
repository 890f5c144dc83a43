import { kind } from '../../kind'
import { decision } from './decision'
import { effect } from './effect'
import { figures, refusalsOf, summary } from './figures'
import { steps } from './steps'

/** Compensazione contributiva: what was paid too much for some months covers what is missing for others. */
export const offsetting = kind({
  code: 'compensazione',
  version: 1,
  label: 'Compensazione contributiva',
  purpose: 'Per usare quanto hai versato in più per un mese per coprire il debito di un altro.',
  unitCode: 'FC',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'i mesi in cui hai versato di più: quanto hai versato e quanto dovevi',
    'i mesi da coprire e quanto manca',
    'se il dovuto è cambiato, le denunce UniEmens già corrette',
  ],
  limits: [
    'Non restituisce denaro: per riaverlo c’è l’istanza di rimborso.',
    'Non cancella le sanzioni per il ritardo dei mesi coperti.',
    'Finché la sede non decide, il debito resta e le scadenze non si spostano.',
  ],
  papers: [{ name: 'f24', label: 'Quietanze dei modelli F24 dei mesi a credito', required: false }],
  declaration:
    'Dichiaro che mesi e importi sono veri e che il credito non è stato usato né chiesto altrove. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  heed: (_actor, answers) => Promise.resolve(refusalsOf(answers)),
  summary,
  figures,
  decision,
  effect,
})
