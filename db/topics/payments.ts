import { applicationProtocollo, f24Amount, f24Date, month, months } from './questions'
import type { TopicSubjectText } from './subject'

/** VERSAMENTI, RIMBORSI E COMPENSAZIONI, REGOLARITÀ CONTRIBUTIVA: what was paid and where it went. */
export const paymentSubjects: TopicSubjectText[] = [
  {
    code: '04.01',
    label: 'F24 versato e non abbinato',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se hai pagato con F24 e il versamento non compare, o il mese risulta ancora scoperto. Copia data, importo, causale e mese dalla quietanza. La sede cerca il versamento, lo abbina al mese e ti conferma l'esito.",
    fields: [
      f24Date,
      f24Amount,
      {
        name: 'f24Causale',
        kind: 'f24Causale',
        label: 'Causale contributo',
        hint: 'Per esempio CXX o C10.',
        required: true,
      },
      { ...month, label: 'Mese di riferimento del versamento' },
    ],
    attachmentHint: 'Quietanza del modello F24.',
    synonyms: [
      'pagamento',
      'versamento non trovato',
      'quietanza',
      'abbinamento',
      'scoperto',
      'modello F24',
      'CXX',
      'C10',
    ],
  },
  {
    code: '04.02',
    label: 'Errata causale, sede o periodo',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio se hai sbagliato a compilare la sezione INPS di un F24: causale, codice sede o periodo. Scrivi il dato sbagliato e quello giusto. La sezione INPS la corregge la sede, che sposta il versamento e te lo conferma.',
    fields: [
      {
        name: 'wrongValue',
        kind: 'text',
        label: "Dato scritto nell'F24",
        hint: 'Per esempio causale C10.',
        required: true,
      },
      { name: 'rightValue', kind: 'text', label: 'Dato corretto', hint: 'Per esempio causale CXX.', required: true },
    ],
    attachmentHint: 'Quietanza del modello F24.',
    synonyms: ['F24', 'correzione F24', 'rettifica F24', 'causale sbagliata', 'codice sede', 'CXX', 'C10', 'quietanza'],
  },
  {
    code: '04.03',
    label: 'Errato codice fiscale / versante diverso',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se nell'F24 c'è il codice fiscale sbagliato, per esempio la partita IVA, o se ha pagato un altro soggetto. Scrivi i due codici e che cosa li lega. La sede può spostare il versamento solo se il legame è provato: allega un documento.",
    fields: [
      { name: 'wrongCodiceFiscale', kind: 'codiceFiscale', label: "Codice fiscale scritto nell'F24", required: true },
      { name: 'rightCodiceFiscale', kind: 'codiceFiscale', label: 'Codice fiscale corretto', required: true },
      {
        name: 'reason',
        kind: 'text',
        label: 'Che cosa lega i due codici fiscali',
        hint: 'Per esempio fusione, obbligo in solido, partita IVA al posto del codice fiscale.',
        required: true,
      },
    ],
    attachmentHint: 'Quietanza del modello F24 e atto che prova il legame.',
    synonyms: ['F24', 'correzione F24', 'partita IVA', 'pagato da altri', 'coobbligato', 'quietanza', 'intestazione'],
  },
  {
    code: '04.04',
    label: 'Versamento duplicato o eccedente: imputazione',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio se hai pagato due volte o più del dovuto e vuoi usare la somma per un altro mese. Scrivi il mese a cui attribuirla: se non lo indichi, va al debito più vecchio. Per riavere il denaro serve invece una domanda di rimborso.',
    fields: [{ ...month, name: 'targetMonth', label: 'Mese a cui attribuire la somma' }],
    attachmentHint: 'Quietanza del modello F24.',
    synonyms: ['F24', 'doppio versamento', 'pagato due volte', 'eccedenza', 'credito', 'imputazione', 'quietanza'],
  },
  {
    code: '07.01',
    label: 'Stato della domanda di rimborso',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio se hai già presentato una domanda di rimborso e vuoi sapere a che punto è. Scrivi il protocollo della domanda. Per chiedere un nuovo rimborso serve una domanda (istanza), non una richiesta.',
    fields: [applicationProtocollo],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: ['rimborso', 'istanza di rimborso', 'restituzione', 'somme versate in più', 'contributi indebiti'],
  },
  {
    code: '07.02',
    label: 'Compensazione di somme a credito',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio per sapere se un credito può coprire un debito, o perché una compensazione non risulta. Scrivi i mesi del credito e quelli del debito. Per ottenere la compensazione può servire una domanda (istanza): la sede ti dice quale.',
    fields: [
      { ...months, name: 'creditMonths', label: 'Mesi con somme a credito' },
      { ...months, name: 'debitMonths', label: 'Mesi da coprire' },
    ],
    attachmentHint: 'Di solito non serve allegare nulla; se le hai, le quietanze dei versamenti.',
    synonyms: ['compensare', 'credito', 'conguaglio', 'F24 a credito', 'autoconguaglio', 'istanza di compensazione'],
  },
  {
    code: '07.03',
    label: "IBAN / delega all'incasso",
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio per comunicare o correggere il conto su cui ricevere un rimborso già chiesto, o per indicare chi lo incassa per te. Scrivi il protocollo della domanda nel testo. La sede verifica che il conto sia intestato a chi ha diritto.',
    fields: [{ name: 'iban', kind: 'iban', label: 'IBAN', hint: '27 caratteri per i conti italiani.', required: true }],
    attachmentHint: "Modulo con le coordinate bancarie o delega all'incasso firmata.",
    synonyms: ['coordinate bancarie', 'conto corrente', 'accredito', 'bonifico', 'rimborso', 'delega incasso'],
  },
  {
    code: '10.01',
    label: 'Invito a regolarizzare: scoperture GS',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se hai ricevuto un invito a regolarizzare e le scoperture della Gestione separata non ti tornano. Scrivi quali mesi hai già pagato o corretto. La sede aggiorna gli archivi e ti dice che cosa resta; il termine dell'invito non si sposta.",
    fields: [
      {
        name: 'durcProtocollo',
        kind: 'text',
        label: 'Protocollo della richiesta di DURC',
        hint: "È scritto nell'invito a regolarizzare.",
        required: true,
      },
    ],
    attachmentHint: 'Quietanze dei modelli F24.',
    synonyms: [
      'DURC',
      'DURC online',
      'preavviso di irregolarità',
      'invito a regolarizzare',
      'durc negativo',
      'scopertura',
    ],
  },
  {
    code: '10.02',
    label: 'Urgenza documentata',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio se la regolarità ti serve entro una data precisa, per esempio per una gara o un pagamento. Scrivi la scadenza e per che cosa ti serve. La sede dà la precedenza solo alle urgenze provate da un documento.',
    fields: [
      { name: 'deadline', kind: 'date', label: 'Scadenza', hint: 'Scrivila come gg/mm/aaaa.', required: true },
      {
        name: 'tender',
        kind: 'text',
        label: 'Gara o pagamento',
        hint: 'Chi lo chiede e per che cosa.',
        required: true,
      },
    ],
    attachmentHint: 'Bando, invito o richiesta di chi deve pagare.',
    synonyms: [
      'DURC',
      'DURC urgente',
      'gara',
      'appalto',
      'bando',
      'finanziamento',
      'stato avanzamento lavori',
      'urgente',
    ],
  },
]
