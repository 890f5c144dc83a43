import type { Question } from '../question'
import { workers } from './questions'
import type { TopicSubjectText } from './subject'

const from = (label: string): Question => ({
  name: 'effectiveDate',
  kind: 'date',
  label,
  hint: 'Scrivila come gg/mm/aaaa.',
  required: true,
})

/** ANAGRAFICA, DELEGHE: who the contributor is and who acts for it. */
export const positionSubjects: TopicSubjectText[] = [
  {
    code: '01.01',
    label: 'Variazione denominazione o sede legale',
    unit: 'AN',
    guidance:
      'Scegli questo dettaglio se il committente ha cambiato nome o indirizzo e nei nostri archivi risulta ancora il dato vecchio. Scrivi il dato nuovo e da quando vale. La sede confronta la visura, aggiorna la posizione e ti conferma la modifica.',
    fields: [
      { name: 'newDetails', kind: 'text', label: 'Nuova denominazione o nuova sede legale', required: true },
      from('Data da cui vale la variazione'),
    ],
    attachmentHint: 'Visura camerale aggiornata, o altro documento da cui risulta la variazione.',
    synonyms: ['cambio ragione sociale', 'cambio indirizzo', 'trasferimento sede', 'trasformazione', 'visura', 'CAP'],
  },
  {
    code: '01.02',
    label: 'Aggiornamento PEC e recapiti',
    unit: 'AN',
    guidance:
      'PEC, e-mail e numeri di telefono si aggiornano prima di tutto tra i recapiti del committente, senza aspettare una risposta. Scegli questo dettaglio solo se i recapiti non si possono modificare o se continuiamo a scrivere a un indirizzo sbagliato. Scrivi il recapito giusto e quello da togliere.',
    fields: [],
    attachmentHint: 'Di solito non serve allegare nulla.',
    synonyms: [
      'posta certificata',
      'domicilio digitale',
      'email',
      'e-mail',
      'mail',
      'cellulare',
      'telefono',
      'contatti',
    ],
  },
  {
    code: '01.03',
    label: 'Legale rappresentante o altro responsabile',
    unit: 'AN',
    guidance:
      'Scegli questo dettaglio se è cambiato il legale rappresentante o se un altro responsabile non risulta abilitato. Scrivi chi è la persona, con quale ruolo e da quando. Per abilitare un altro responsabile serve una domanda con il modello SC72: allegalo qui solo per sapere che cosa manca.',
    fields: [
      { name: 'personCodiceFiscale', kind: 'codiceFiscale', label: 'Codice fiscale della persona', required: true },
      { name: 'role', kind: 'text', label: 'Ruolo', hint: 'Per esempio amministratore unico.', required: true },
    ],
    attachmentHint: "Modello SC72 e documento d'identità della persona.",
    synonyms: ['SC72', 'amministratore', 'titolare', 'rappresentante legale', 'cambio amministratore', 'abilitazione'],
  },
  {
    code: '01.04',
    label: 'Fusione, incorporazione, successione, cessione',
    unit: 'AN',
    guidance:
      "Scegli questo dettaglio quando una posizione passa a un altro soggetto. Scrivi chi cede, chi subentra e la data dell'atto. La sede collega le posizioni e ti dice come trattare denunce e versamenti a cavallo della data.",
    fields: [
      {
        name: 'involvedCodiciFiscali',
        kind: 'codiciFiscali',
        label: 'Codici fiscali dei soggetti coinvolti',
        hint: 'Uno per riga, oppure separati da virgola.',
        required: true,
      },
      from("Data dell'operazione"),
    ],
    attachmentHint: 'Atto di fusione, cessione o successione, o un suo estratto.',
    synonyms: ['subentro', 'acquisizione', "cessione d'azienda", "ramo d'azienda", 'scissione', 'eredi', 'donazione'],
  },
  {
    code: '01.05',
    label: 'Cessazione attività di committente',
    unit: 'AN',
    guidance:
      "Scegli questo dettaglio se non hai più collaboratori o se hai chiuso, e continui a ricevere comunicazioni. Scrivi la data di cessazione e il mese dell'ultimo compenso pagato. La sede chiude la posizione dopo aver controllato denunce e versamenti.",
    fields: [from('Data di cessazione')],
    attachmentHint: 'Visura camerale o chiusura della partita IVA.',
    synonyms: [
      'chiusura',
      'cancellazione',
      'liquidazione',
      'fallimento',
      'chiusura partita IVA',
      'nessun collaboratore',
    ],
  },
  {
    code: '02.01',
    label: 'Delega non visibile o non attivabile',
    unit: 'AN',
    guidance:
      'Scegli questo dettaglio se una delega già inserita non compare, o se non riesci ad attivarla. Scrivi quando è stata inserita e che cosa vedi. La sede controlla la delega negli archivi e ti risponde con il suo stato.',
    fields: [
      { name: 'delegateCodiceFiscale', kind: 'codiceFiscale', label: 'Codice fiscale del delegato', required: true },
      { name: 'delegatorCodiceFiscale', kind: 'codiceFiscale', label: 'Codice fiscale del delegante', required: true },
    ],
    attachmentHint: 'Delega firmata.',
    synonyms: ['attivazione delega', 'delega mancante', 'intermediario', 'consulente', 'commercialista', 'validazione'],
  },
  {
    code: '02.02',
    label: 'Revoca o scadenza non recepita',
    unit: 'AN',
    guidance:
      'Scegli questo dettaglio se una delega revocata o scaduta risulta ancora attiva. Scrivi chi era il delegato e la data della revoca. La sede verifica e, se hai ragione, chiude la delega con quella data.',
    fields: [
      {
        name: 'delegationNumber',
        kind: 'text',
        label: 'Numero della delega',
        hint: "Se non lo hai, indica nel testo il delegato e la data d'inizio.",
        required: false,
      },
    ],
    attachmentHint: 'Di solito non serve allegare nulla; se la hai, la comunicazione di revoca.',
    synonyms: ['revoca delega', 'delega scaduta', 'disdetta', 'cambio consulente', 'cambio commercialista', 'rinuncia'],
  },
  {
    code: '02.03',
    label: 'Delega parziale: elenco collaboratori',
    unit: 'AN',
    guidance:
      "Scegli questo dettaglio se una delega parziale copre collaboratori sbagliati o ne mancano alcuni. Scrivi i codici fiscali e, per ciascuno, se va aggiunto o tolto. La sede confronta l'elenco con la delega firmata.",
    fields: [workers],
    attachmentHint: 'Di solito non serve allegare nulla; se la hai, la delega firmata.',
    synonyms: ['aggiungere collaboratori', 'togliere collaboratori', 'delega su alcuni collaboratori', 'perimetro'],
  },
  {
    code: '02.04',
    label: 'Conflitto con altra delega esclusiva',
    unit: 'AN',
    guidance:
      'Scegli questo dettaglio se non riesci ad attivare una delega perché ne esiste già una esclusiva. Scrivi quale delega deve restare e da quando. La sede non sceglie al posto tuo: verifica le due deleghe e ti dice come chiudere quella superata.',
    fields: [],
    attachmentHint: 'Delega firmata che deve restare valida.',
    synonyms: ['delega esclusiva', 'doppia delega', 'due deleghe', 'due consulenti', 'delega già presente'],
  },
]
