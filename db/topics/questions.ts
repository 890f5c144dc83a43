import type { Question } from '../question'

/** Questions that several subjects ask with the same words. */
export const worker: Question = {
  name: 'workerCodiceFiscale',
  kind: 'codiceFiscale',
  label: 'Codice fiscale del collaboratore',
  required: true,
}

export const workers: Question = {
  name: 'workersCodiciFiscali',
  kind: 'codiciFiscali',
  label: 'Codici fiscali dei collaboratori',
  hint: 'Uno per riga, oppure separati da virgola; al massimo 200.',
  required: true,
}

export const month: Question = {
  name: 'month',
  kind: 'month',
  label: 'Mese della denuncia',
  hint: 'Scrivilo come mm/aaaa, per esempio 03/2015.',
  required: true,
}

export const months: Question = {
  name: 'months',
  kind: 'months',
  label: 'Mesi interessati',
  hint: 'Scrivili come mm/aaaa, separati da virgola; per un periodo intero 01/2015 - 06/2015.',
  required: true,
}

export const f24Date: Question = {
  name: 'f24Date',
  kind: 'date',
  label: 'Data del versamento F24',
  hint: 'La data di addebito scritta sulla quietanza, come gg/mm/aaaa.',
  required: true,
}

export const f24Amount: Question = {
  name: 'f24Amount',
  kind: 'amount',
  label: 'Importo versato',
  hint: 'In euro, per esempio 1.234,56.',
  required: true,
}

export const noticeNumber: Question = {
  name: 'noticeNumber',
  kind: 'text',
  label: 'Numero della comunicazione',
  hint: 'Il numero o il protocollo scritto nella comunicazione.',
  required: true,
}

export const avvisoNumber: Question = {
  name: 'avvisoDiAddebitoNumber',
  kind: 'text',
  label: "Numero dell'avviso di addebito",
  hint: "È scritto nella prima pagina dell'avviso.",
  required: true,
}

export const applicationProtocollo: Question = {
  name: 'applicationProtocollo',
  kind: 'protocollo',
  label: 'Protocollo della domanda',
  hint: 'È nella ricevuta della domanda, per esempio INPS.7000.06/10/2015.0001234.',
  required: true,
}

export const planNumber: Question = {
  name: 'planNumber',
  kind: 'text',
  label: 'Numero del piano di ammortamento',
  hint: 'È scritto nel piano che hai ricevuto.',
  required: true,
}

export const appealNumber: Question = {
  name: 'appealNumber',
  kind: 'text',
  label: 'Numero del ricorso',
  hint: 'È nella ricevuta del ricorso.',
  required: true,
}

export const ground: Question = {
  name: 'ground',
  kind: 'text',
  label: 'Motivo, in poche parole',
  hint: 'Al massimo 200 caratteri: i particolari vanno nel testo della richiesta.',
  required: true,
}
