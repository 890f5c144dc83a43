import { f24Amount, f24Date, ground, months, noticeNumber } from './questions'
import type { TopicSubjectText } from './subject'

const disputedMonths = { ...months, label: 'Mesi contestati', required: false }
const namesOfANotice = ['avviso bonario', 'comunicazione debitoria', 'situazione debitoria', 'comunicazione di debito']

/** COMUNICAZIONI DI IRREGOLARITÀ, SANZIONI CIVILI: what to answer when the Institute writes first. */
export const noticeSubjects: TopicSubjectText[] = [
  {
    code: '05.01',
    label: 'Importi già versati',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se la comunicazione chiede somme che hai già pagato. Scrivi per ogni mese la data e l'importo del versamento. La sede abbina i versamenti e ti comunica il debito che resta; i termini scritti nella comunicazione continuano a correre.",
    fields: [noticeNumber, disputedMonths],
    attachmentHint: 'Quietanze dei modelli F24.',
    synonyms: [...namesOfANotice, 'già pagato', 'F24', 'quietanza', 'pagamento', 'omesso versamento'],
  },
  {
    code: '05.02',
    label: 'Denuncia errata: flussi di correzione inviati',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se il debito nasce da una denuncia sbagliata e hai già trasmesso la correzione. Scrivi quando l'hai trasmessa e che cosa cambia. La sede ricalcola il debito e ti comunica il risultato; i termini scritti nella comunicazione continuano a correre.",
    fields: [
      noticeNumber,
      {
        name: 'correctionDate',
        kind: 'date',
        label: 'Data di trasmissione della correzione',
        hint: 'È nella ricevuta UniEmens; scrivila come gg/mm/aaaa.',
        required: true,
      },
    ],
    attachmentHint: 'Ricevuta di trasmissione UniEmens.',
    synonyms: [...namesOfANotice, 'UniEmens', 'Emens', 'correzione', 'falso debito', 'rettifica', 'cassa e competenza'],
  },
  {
    code: '05.03',
    label: 'Calcolo delle sanzioni civili',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio se non ti torna come sono state calcolate le sanzioni di una comunicazione, anche quando chiede solo quelle. Scrivi i mesi e il calcolo che ti risulta. La sede ti manda il dettaglio o lo corregge; per una riduzione serve invece una domanda.',
    fields: [noticeNumber, disputedMonths],
    attachmentHint: 'Di solito non serve allegare nulla; se le hai, le quietanze con le date di pagamento.',
    synonyms: [
      ...namesOfANotice,
      'sanzioni',
      'ritardato versamento',
      'ritardato pagamento',
      'interessi',
      'mora',
      'somme aggiuntive',
    ],
  },
  {
    code: '05.04',
    label: 'Richiesta di riesame / annullamento',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio se la comunicazione è sbagliata per un motivo diverso da versamenti e denunce, per esempio non sei tu il committente. Scrivi il motivo e i documenti che lo provano. La sede riesamina e ti risponde con una decisione motivata; i termini continuano a correre.',
    fields: [{ ...noticeNumber, required: false }, ground],
    attachmentHint: 'I documenti che provano il motivo.',
    synonyms: [...namesOfANotice, 'riesame', 'annullare', 'autotutela', 'contestazione', 'prescrizione', 'errore'],
  },
  {
    code: '05.05',
    label: 'Comunicazione non leggibile o PEC non ricevuta',
    unit: 'FC',
    guidance:
      "Scegli questo dettaglio se la comunicazione non si apre, è incompleta, o sai che esiste ma non l'hai ricevuta. Scrivi che cosa vedi e a quale indirizzo l'aspettavi. La sede te la rimette a disposizione e ti dice quando risulta consegnata.",
    fields: [{ ...noticeNumber, hint: 'Se lo conosci.', required: false }],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: [...namesOfANotice, 'posta certificata', 'PDF non si apre', 'copia', 'mancata consegna', 'lettera'],
  },
  {
    code: '08.01',
    label: 'Richiesta di riduzione',
    unit: 'RC',
    guidance:
      'Per ridurre le sanzioni civili serve una domanda (istanza) che riporti il motivo previsto dalla legge. Scegli questo dettaglio per chiedere se il tuo caso rientra o per completare una domanda già presentata. La sede ti risponde con il motivo applicabile e i passi da fare.',
    fields: [ground],
    attachmentHint: 'I documenti che provano il motivo.',
    synonyms: ['riduzione sanzioni civili', 'sconto sanzioni', 'sanzioni ridotte', 'incertezza normativa', 'condono'],
  },
  {
    code: '08.02',
    label: 'Ravvedimento (120 giorni) non riconosciuto',
    unit: 'FC',
    guidance:
      'Scegli questo dettaglio se hai pagato spontaneamente, in una sola volta, entro 120 giorni dalla scadenza e le sanzioni risultano piene. Scrivi il mese, la scadenza e il giorno in cui hai pagato. La sede ricalcola le sanzioni o ti spiega perché il beneficio non vale.',
    fields: [f24Date, f24Amount],
    attachmentHint: 'Quietanza del modello F24.',
    synonyms: ['ravvedimento operoso', 'pagamento spontaneo', 'F24', 'quietanza', 'sanzioni', 'ritardato versamento'],
  },
]
