import { appealNumber, applicationProtocollo, avvisoNumber, ground, planNumber } from './questions'
import type { TopicSubjectText } from './subject'

/** RATEIZZAZIONI, AVVISI DI ADDEBITO E RUOLI, RICORSI: the debt once it is being recovered or disputed. */
export const recoverySubjects: TopicSubjectText[] = [
  {
    code: '06.01',
    label: 'Stato della domanda',
    unit: 'RC',
    guidance:
      'Scegli questo dettaglio se hai già chiesto di pagare a rate e vuoi sapere a che punto è la domanda. Scrivi il protocollo. Per chiedere una rateizzazione serve una domanda (istanza): una richiesta come questa non la sostituisce.',
    fields: [applicationProtocollo],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: [
      'rateizzazione',
      'istanza di rateizzazione',
      'rateazione',
      'dilazione',
      'pagare a rate',
      'domanda di rateazione',
    ],
  },
  {
    code: '06.02',
    label: 'Piano di ammortamento / rata non abbinata',
    unit: 'RC',
    guidance:
      'Scegli questo dettaglio se ti serve il piano delle rate o se una rata pagata risulta ancora da pagare. Scrivi il numero del piano e quale rata. La sede abbina il pagamento o ti manda il piano aggiornato.',
    fields: [
      planNumber,
      {
        name: 'instalment',
        kind: 'text',
        label: 'Rata',
        hint: 'Il numero della rata, per esempio 7 di 24.',
        required: true,
      },
    ],
    attachmentHint: 'Quietanza della rata pagata.',
    synonyms: ['rateizzazione', 'rateazione', 'dilazione', 'rata pagata', 'F24', 'quietanza', 'piano rate', 'DPR'],
  },
  {
    code: '06.03',
    label: 'Seconda dilazione o rideterminazione rate',
    unit: 'RC',
    guidance:
      "Scegli questo dettaglio se hai una dilazione in corso e vuoi sapere se puoi averne un'altra o cambiare il numero delle rate. Scrivi quale piano e che cosa è cambiato. La sede ti dice se è possibile e quale domanda (istanza) presentare.",
    fields: [planNumber],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: [
      'rateizzazione',
      'rateazione',
      'seconda rateizzazione',
      'nuova dilazione',
      'allungare le rate',
      'decadenza',
    ],
  },
  {
    code: '09.01',
    label: 'Avviso già pagato',
    unit: 'RC',
    guidance:
      'Scegli questo dettaglio se hai pagato un avviso di addebito e risulta ancora aperto. Scrivi quando e come hai pagato. La sede controlla il pagamento e ti comunica se il debito è chiuso o che cosa resta.',
    fields: [avvisoNumber],
    attachmentHint: 'Quietanza del pagamento.',
    synonyms: [
      'AVA',
      'avviso di addebito',
      'cartella',
      'cartella esattoriale',
      'ruolo',
      'quietanza',
      'F24',
      'riscossione',
    ],
  },
  {
    code: '09.02',
    label: 'Richiesta di sospensione o sgravio',
    unit: 'RC',
    guidance:
      "Attenzione: questa richiesta non ferma i termini per pagare l'avviso né quelli per fare opposizione davanti al giudice, che continuano a correre. Scrivi il motivo e allega le prove. Per sospendere o annullare l'avviso può servire una domanda (istanza): la sede esamina il caso e ti risponde motivando.",
    fields: [avvisoNumber, ground],
    attachmentHint: "I documenti che provano il motivo. L'invio non sospende i termini.",
    synonyms: [
      'AVA',
      'avviso di addebito',
      'sgravio',
      'annullamento cartella',
      'sospensione',
      'autotutela',
      'cartella',
      'ruolo',
    ],
  },
  {
    code: '09.03',
    label: 'Notifica',
    unit: 'RC',
    guidance:
      "Scegli questo dettaglio se vuoi sapere quando e dove un avviso di addebito è stato notificato, o se non l'hai ricevuto. Scrivi come ne hai avuto notizia. La sede ti manda la prova della notifica; i termini non si fermano.",
    fields: [avvisoNumber],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: ['AVA', 'avviso di addebito', 'relata', 'raccomandata', 'copia avviso', 'mancata notifica', 'cartella'],
  },
  {
    code: '12.01',
    label: 'Stato del ricorso',
    unit: 'CO',
    guidance:
      'Scegli questo dettaglio se hai già presentato un ricorso amministrativo e vuoi sapere a che punto è. Scrivi il numero del ricorso. Un nuovo ricorso si presenta con il servizio apposito, non con una richiesta.',
    fields: [appealNumber],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: ['ricorso amministrativo', 'comitato', 'esito ricorso', 'opposizione', 'contenzioso', 'impugnazione'],
  },
  {
    code: '12.02',
    label: 'Invio memorie o documenti',
    unit: 'CO',
    guidance:
      'Scegli questo dettaglio per aggiungere memorie o documenti a un ricorso già presentato. Scrivi il numero del ricorso e che cosa dimostra ogni documento. La sede li unisce al fascicolo e ti conferma che ci sono.',
    fields: [appealNumber],
    attachmentHint: 'Le memorie e i documenti da unire al ricorso.',
    synonyms: ['ricorso amministrativo', 'memoria', 'integrazione ricorso', 'documenti ricorso', 'contenzioso'],
  },
]
