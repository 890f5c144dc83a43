import { formatAmount } from '@/lib/format'
import { kind } from '../../kind'
import { decisionStep } from './decision'
import { effect } from './effect'
import { figures, totalOf } from './figures'
import { type OrderAnswers, steps } from './steps'

const asked: Record<OrderAnswers['motivo']['asked'], string> = {
  sospensione: 'Sospensione',
  annullamento: 'Annullamento',
}

/** Sospensione o annullamento di un avviso di addebito (art. 30 DL 78/2010). */
export const paymentOrder = kind({
  code: 'avviso-addebito',
  version: 1,
  label: 'Sospensione o annullamento di un avviso di addebito',
  purpose: 'Per chiedere alla sede di fermare o di cancellare un avviso di addebito che ritieni sbagliato.',
  unitCode: 'RC',
  term: { days: 30, source: 'Art. 2 c. 2 L. 241/1990' },
  needs: [
    'l’avviso di addebito: numero, giorno della notifica, somme',
    'i documenti che provano il motivo, per esempio le quietanze',
    'se c’è già una causa, il tribunale e il numero di ruolo',
  ],
  limits: [
    'NON sospende i termini per il giudice: dalla notifica hai 40 giorni per fare opposizione sul debito e 20 giorni per i difetti di forma, anche mentre la sede decide.',
    'NON sospende i 60 giorni per pagare: dopo, l’agente della riscossione può procedere.',
    'Se un termine sta per finire non aspettare la risposta: rivolgiti subito a un avvocato o a un patronato.',
  ],
  papers: [
    { name: 'avviso', label: 'Copia dell’avviso di addebito', required: true },
    { name: 'prova', label: 'Documenti che provano il motivo', required: false },
  ],
  declaration:
    'Dichiaro che i dati di questa istanza sono veri e che ho letto che l’istanza non sospende i termini per fare opposizione né quello per pagare. So che chi dichiara il falso perde i benefici ottenuti e risponde penalmente (artt. 75 e 76 DPR 445/2000).',
  steps,
  summary: ({ avviso, importi, motivo }) =>
    `${asked[motivo.asked]} dell’avviso ${avviso.number}, ${formatAmount(totalOf(importi))}`,
  figures: (answers, _rates, today) => figures(answers, today),
  decision: { step: decisionStep, begin: ({ motivo }) => ({ kind: motivo.asked }) },
  effect,
})
