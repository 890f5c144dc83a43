import type { TopicSubjectText } from './subject'

/** NORMATIVA, DOMANDE TELEMATICHE: questions on the rules and on the online services. */
export const informationSubjects: TopicSubjectText[] = [
  {
    code: '13.01',
    label: 'Aliquote e massimale',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio per sapere quale aliquota o quale massimale applicare. Scrivi l'anno, il tipo di collaboratore e se ha una pensione o un'altra copertura. La sede ti risponde indicando la circolare che vale nel tuo caso.",
    fields: [],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: [
      'aliquota',
      'massimale',
      'minimale',
      'percentuale',
      'DIS-COLL',
      'circolare',
      'quanto si paga',
      'pensionato',
    ],
  },
  {
    code: '13.02',
    label: 'Obbligo contributivo e figure assimilate',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio per sapere se un compenso va denunciato alla Gestione separata, per esempio di un amministratore, un sindaco o un lavoratore occasionale. Descrivi il rapporto e come è pagato. La sede ti risponde citando la norma.',
    fields: [],
    attachmentHint: 'Di solito non serve allegare nulla; se aiuta a capire, il contratto.',
    synonyms: [
      'co.co.co.',
      'cococo',
      'amministratori',
      'sindaci',
      'lavoro occasionale',
      'assegno di ricerca',
      'dottorato',
      'associazione in partecipazione',
    ],
  },
  {
    code: '13.03',
    label: "Lavoro all'estero / legislazione applicabile",
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se il collaboratore lavora o è assicurato in un altro Paese. Scrivi il Paese, i periodi e se c'è un modello A1. La sede ti dice in quale Paese si versano i contributi; il modello A1 si chiede con una domanda a parte.",
    fields: [{ name: 'country', kind: 'text', label: 'Paese', required: true }],
    attachmentHint: "Modello A1, se c'è.",
    synonyms: ['A1', 'estero', 'distacco', 'convenzione bilaterale', 'non residente', 'Unione europea', 'straniero'],
  },
  {
    code: '14.01',
    label: 'Malfunzionamento del servizio',
    unit: 'AS',
    guidance:
      "Scegli questo dettaglio se una pagina del cassetto dà errore o non fa quello che dovrebbe. Scrivi che cosa stavi facendo e il messaggio comparso, senza PIN né password. L'assistenza tecnica riproduce il problema e ti avvisa quando è risolto.",
    fields: [
      { name: 'pageName', kind: 'text', label: 'Pagina in cui è successo', required: true },
      {
        name: 'happenedAt',
        kind: 'text',
        label: 'Giorno e ora',
        hint: 'Per esempio 06/10/2015, ore 10:42.',
        required: true,
      },
      {
        name: 'errorCode',
        kind: 'text',
        label: 'Codice di errore',
        hint: 'Se la pagina ne mostra uno.',
        required: false,
      },
    ],
    attachmentHint: "Immagine della pagina con l'errore.",
    synonyms: [
      'errore',
      'non funziona',
      'bloccato',
      'sito',
      'pagina bianca',
      'problema tecnico',
      'assistenza',
      'lentezza',
    ],
  },
  {
    code: '14.02',
    label: 'Accesso e profilo',
    unit: 'AS',
    guidance:
      "Scegli questo dettaglio se entri ma non trovi un committente per cui dovresti operare, o se il profilo è sbagliato. Scrivi con quale ruolo operi e che cosa ti manca, senza PIN né password. L'assistenza tecnica controlla le abilitazioni e ti risponde.",
    fields: [],
    attachmentHint: "Di solito non serve allegare nulla; se aiuta a capire, un'immagine della pagina.",
    synonyms: ['login', 'PIN', 'PIN dispositivo', 'SPID', 'CIE', 'abilitazione', 'credenziali', 'non riesco a entrare'],
  },
]
