import { month, months, worker } from './questions'
import type { TopicSubjectText } from './subject'

/** DENUNCE UNIEMENS, POSIZIONE ASSICURATIVA DEL COLLABORATORE: what is reported month by month, and where it ends. */
export const returnSubjects: TopicSubjectText[] = [
  {
    code: '03.01',
    label: 'Denuncia non acquisita o scartata',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se hai trasmesso una denuncia UniEmens e negli archivi non risulta, o è stata scartata. Scrivi il mese e il messaggio di scarto, se c'è. La sede cerca il file e ti dice se è stato acquisito o va ritrasmesso.",
    fields: [
      month,
      {
        name: 'fileNumber',
        kind: 'text',
        label: 'Numero del file trasmesso',
        hint: 'È nella ricevuta di trasmissione.',
        required: false,
      },
    ],
    attachmentHint: 'Ricevuta di trasmissione UniEmens.',
    synonyms: [
      'UniEmens',
      'Emens',
      'rendicontazione GS',
      'scarto',
      'flusso',
      'ricevuta',
      'trasmissione',
      'mancata denuncia',
    ],
  },
  {
    code: '03.02',
    label: 'Rettifica imponibile o aliquota',
    unit: 'FC',
    guidance:
      'Di solito basta ritrasmettere la denuncia corretta: con gli stessi dati chiave, la nuova sostituisce la precedente. Scegli questo dettaglio se hai già ritrasmesso e il dato non cambia, o se non puoi farlo. Scrivi il valore denunciato e quello giusto: la sede controlla e ti dice che cosa ha corretto.',
    fields: [
      worker,
      month,
      {
        name: 'oldValue',
        kind: 'text',
        label: 'Valore denunciato',
        hint: 'Per esempio imponibile 2.000,00 o aliquota 24%.',
        required: true,
      },
      { name: 'newValue', kind: 'text', label: 'Valore corretto', required: true },
    ],
    attachmentHint: 'Cedolino del mese e contratto di collaborazione.',
    synonyms: [
      'UniEmens',
      'Emens',
      'rendicontazione GS',
      'correzione',
      'aliquota',
      'imponibile',
      'variazione',
      'pensionato',
    ],
  },
  {
    code: '03.03',
    label: 'Errato campo chiave / eliminazione denuncia',
    unit: 'FC',
    guidance:
      "Se hai sbagliato un dato chiave, per esempio il codice fiscale o il mese, va trasmessa la denuncia originale come eliminata e poi quella giusta. Scegli questo dettaglio se l'hai fatto e la denuncia sbagliata risulta ancora. La sede verifica le trasmissioni e ti conferma quale denuncia resta.",
    fields: [worker, month],
    attachmentHint: 'Ricevute delle trasmissioni UniEmens, quella sbagliata e quella di eliminazione.',
    synonyms: [
      'UniEmens',
      'Emens',
      'rendicontazione GS',
      'elimina',
      'cancellare denuncia',
      'doppia denuncia',
      'duplicata',
    ],
  },
  {
    code: '03.04',
    label: 'Compensi denunciati e non corrisposti',
    unit: 'FC',
    guidance:
      'Il contributo è dovuto per il mese in cui il compenso è pagato. Scegli questo dettaglio se hai denunciato compensi che non hai poi pagato, o che hai pagato in un altro mese. Scrivi mesi e importi: la sede esamina le prove e ti dice se correggere le denunce o se lo fa lei.',
    fields: [worker, months],
    attachmentHint: 'Estratti conto bancari, libro unico o altra prova che il compenso non è stato pagato.',
    synonyms: ['UniEmens', 'Emens', 'compensi non pagati', 'cassa', 'competenza', 'principio di cassa', 'compenso'],
  },
  {
    code: '03.05',
    label: 'Superamento del massimale',
    unit: 'FC',
    guidance:
      "Oltre il massimale dell'anno il contributo non è dovuto. Scegli questo dettaglio se per un collaboratore, sommando tutti i suoi committenti, il massimale è stato superato. Scrivi l'anno e i compensi di ciascun committente; se hai versato di più, per riavere la somma serve una domanda di rimborso.",
    fields: [
      worker,
      { name: 'year', kind: 'year', label: 'Anno', hint: 'Quattro cifre, per esempio 2015.', required: true },
    ],
    attachmentHint: 'Dichiarazione del collaboratore sui compensi avuti da altri committenti.',
    synonyms: ['UniEmens', 'Emens', 'massimale', 'tetto', 'più committenti', 'contributi in eccesso', 'minimale'],
  },
  {
    code: '03.06',
    label: 'Collaboratore da altra gestione / trasferimento contributi',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se i contributi di un collaboratore sono finiti nella gestione sbagliata, per esempio dopo un accertamento. Scrivi i periodi e la gestione giusta. La sede verifica con l'altra gestione e ti comunica se e come i contributi si trasferiscono.",
    fields: [worker, months],
    attachmentHint: 'Verbale di accertamento e contratto.',
    synonyms: ['UniEmens', 'Emens', 'altra gestione', 'lavoro dipendente', 'riqualificazione', 'verbale', 'ispezione'],
  },
  {
    code: '03.07',
    label: 'Invio documentazione',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio per mandare documenti che riguardano una denuncia e che ti sono stati chiesti fuori da una richiesta aperta. Scrivi il protocollo a cui si riferiscono e che cosa dimostrano. Se la richiesta è aperta in «Lista richieste», rispondi lì.',
    fields: [
      {
        name: 'linkedProtocollo',
        kind: 'protocollo',
        label: 'Protocollo a cui si riferiscono i documenti',
        hint: 'Per esempio INPS.7000.06/10/2015.0001234.',
        required: true,
      },
    ],
    attachmentHint: 'I documenti che ti sono stati chiesti.',
    synonyms: [
      'UniEmens',
      'Emens',
      'integrazione',
      'documenti',
      'allegati',
      'trasmettere documenti',
      'regolarizzazione',
    ],
  },
  {
    code: '11.01',
    label: 'Periodo mancante in estratto conto',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se nell'estratto conto di un collaboratore mancano mesi che hai denunciato e versato. Scrivi i mesi e i compensi. La sede confronta denunce e versamenti, aggiorna l'estratto conto o ti dice che cosa manca.",
    fields: [worker, months],
    attachmentHint: 'Certificazione unica (CU) e ricevute delle denunce.',
    synonyms: [
      'estratto contributivo',
      'ECO',
      'buco contributivo',
      'mesi mancanti',
      'accredito contributi',
      'CU',
      'CUD',
    ],
  },
  {
    code: '11.02',
    label: 'Mancata iscrizione del collaboratore',
    unit: 'FC',
    guidance:
      "L'iscrizione alla Gestione separata la chiede il collaboratore. Scegli questo dettaglio se una denuncia è segnalata perché il collaboratore non risulta iscritto. Scrivi da quando lavora per te: la sede controlla e ti dice se deve iscriversi lui o se basta una correzione.",
    fields: [worker],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: ['iscrizione', 'non iscritto', 'iscrizione gestione separata', 'nuovo collaboratore', 'co.co.co.'],
  },
]
