import type { ReasonedAct } from '@/lib/notices/schema'

type OfficeAct = {
  act: ReasonedAct
  /** Of the address, below the notice. */
  segment: string
  /** The button that leads to its page, and its title. */
  label: string
  lead: string
  submit: string
  danger?: boolean
}

/** What the office may do to a notice with a reason alone, in the order of the page. */
export const officeActs: readonly OfficeAct[] = [
  {
    act: 'begin',
    segment: 'lavorazione',
    label: 'Metti in lavorazione',
    lead: 'Il contribuente vede che la sede se ne sta occupando.',
    submit: 'Metti in lavorazione',
  },
  {
    act: 'settle',
    segment: 'regolarizzata',
    label: 'Segna come regolarizzata',
    lead: 'Il debito o l’anomalia non c’è più: il contribuente non deve fare altro.',
    submit: 'Segna come regolarizzata',
  },
  {
    act: 'annul',
    segment: 'annulla',
    label: 'Annulla',
    lead: 'La pretesa non era dovuta. La comunicazione resta visibile, come annullata.',
    submit: 'Annulla la comunicazione',
    danger: true,
  },
  {
    act: 'send_to_collection',
    segment: 'avviso-di-addebito',
    label: 'Passa ad avviso di addebito',
    lead: 'Da qui il debito segue le regole dell’avviso di addebito. Non si torna indietro.',
    submit: 'Passa ad avviso di addebito',
    danger: true,
  },
  {
    act: 'withdraw',
    segment: 'ritira',
    label: 'Ritira',
    lead: 'La comunicazione non vale più. Non sparisce: il contribuente la vede barrata, con il motivo.',
    submit: 'Ritira la comunicazione',
    danger: true,
  },
]
