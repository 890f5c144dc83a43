import type { NoticeKind } from '@/db/vocabulary'
import { formatDate } from '@/lib/format'
import { isSanctionsOnly } from './period'

type Told = { kind: NoticeKind; periodFrom: string; dueBy: string | null }

/** One thing that can be done about a notice: when it is the right one, and how. */
export type NoticeStep = { title: string; text: string }

/** Testo fisso of a notice: the same words on the page and in its PDF. */
export type NoticeText = { paragraphs: string[]; steps: NoticeStep[]; term: string }

/** What a kind has in common with others: debts to be paid, reports to be corrected, payments to be placed, papers to be sent. */
type Family = 'debt' | 'report' | 'payment' | 'documents'

const families: Record<NoticeKind, Family> = {
  'DEB-OMI': 'debt',
  'DEB-SAN': 'debt',
  'DEB-PA': 'debt',
  'COM-LET': 'debt',
  'ANO-DEN': 'report',
  'MAN-DEN': 'report',
  'ANO-F24': 'payment',
  'ANO-VER': 'payment',
  'RIS-INT': 'documents',
}

const openings: Record<NoticeKind, string> = {
  'DEB-OMI':
    'Abbiamo confrontato i versamenti F24 con le denunce UniEmens: per i mesi indicati risulta versato meno di quanto dovuto.',
  'DEB-SAN':
    'I contributi risultano versati dopo il termine. Questa comunicazione riguarda solo le sanzioni civili per il ritardo.',
  'DEB-PA':
    'Abbiamo confrontato i versamenti F24 con le denunce UniEmens della tua amministrazione: per i mesi indicati risulta versato meno di quanto dovuto. Sono chiesti solo i contributi.',
  'COM-LET':
    'Dai dati in nostro possesso risulta una differenza fra quanto denunciato e quanto versato. Puoi metterti in regola prima che parta il recupero (DL 19/2024).',
  'ANO-DEN':
    'In una denuncia UniEmens c’è un dato che non torna: aliquota, imponibile o tipo di rapporto. Controllala e, se serve, correggila.',
  'MAN-DEN': 'Risultano versamenti per mesi di cui non abbiamo ricevuto la denuncia UniEmens.',
  'ANO-F24':
    'Un versamento F24 non si è abbinato alla tua posizione: codice fiscale, sede o causale non corrispondono a quelli delle denunce.',
  'ANO-VER':
    'Risulta versato più di quanto dovuto. Puoi usare la differenza per altri periodi o chiederne il rimborso.',
  'RIS-INT': 'La sede ha bisogno di documenti o chiarimenti per completare un controllo sulla tua posizione.',
}

const sanctionsOf =
  'Le sanzioni civili sono calcolate secondo l’articolo 116, comma 8, della legge 388/2000: lettera a) per il versamento mancante o tardivo di quanto denunciato, lettera b) per quanto non denunciato.'
const interrupts =
  'Questa comunicazione interrompe la prescrizione: il termine entro cui i contributi possono essere chiesti ricomincia da capo.'
const upToDate =
  'La situazione può essere cambiata dopo l’elaborazione: un versamento recente potrebbe non essere ancora compreso.'

const alreadyPaid: NoticeStep = {
  title: 'Se hai già versato',
  text: 'Rispondi con «Importi già versati» e allega la quietanza dell’F24.',
}
const askReview: NoticeStep = {
  title: 'Se non sei d’accordo o non ti è chiaro',
  text: 'Rispondi con «Non mi è chiaro il calcolo» o «Chiedo il riesame»: la sede controlla e ti risponde per iscritto.',
}
const correctReport: NoticeStep = {
  title: 'Se la denuncia è sbagliata',
  text: 'Invia subito i flussi UniEmens di correzione, poi rispondi con «Ho inviato i flussi di correzione».',
}

const steps: Record<Family, NoticeStep[]> = {
  debt: [
    {
      title: 'Se gli importi sono giusti',
      text: 'Versa con il modello F24, copiando le righe di «Come compilare l’F24», poi comunicalo con «Ho versato».',
    },
    alreadyPaid,
    correctReport,
    {
      title: 'Se non puoi pagare tutto in una volta',
      text: 'Chiedi la rateazione: fino a 36 rate mensili per debiti fino a 500.000 euro, fino a 60 oltre (art. 23 L. 203/2024).',
    },
    askReview,
  ],
  report: [correctReport, askReview],
  payment: [alreadyPaid, askReview],
  documents: [
    {
      title: 'Che cosa fare',
      text: 'Rispondi da questa comunicazione e allega quello che la sede chiede.',
    },
    askReview,
  ],
}

const termOf = (family: Family, dueBy: string | null) => {
  if (!dueBy) return 'Questa comunicazione non ha un termine di legge: rispondi appena puoi.'
  const by = `Il termine è il ${formatDate(dueBy)}.`
  return family === 'debt'
    ? `${by} Se entro quel giorno non paghi, non rispondi e non chiedi la rateazione, il debito può passare ad avviso di addebito.`
    : `${by} Se non rispondi, la sede decide con i dati che ha.`
}

/** Testo fisso: what a notice is, what it does in law, what can be done about it and by when (domain.md §5.1–5.5). */
export function noticeText({ kind, periodFrom, dueBy }: Told): NoticeText {
  const family = families[kind]
  const withSanctions = family === 'debt' && kind !== 'DEB-PA'
  return {
    paragraphs: [
      openings[isSanctionsOnly(periodFrom) ? 'DEB-SAN' : kind],
      ...(withSanctions ? [sanctionsOf] : []),
      ...(family === 'debt' ? [interrupts] : []),
      upToDate,
    ],
    steps: steps[family],
    term: termOf(family, dueBy),
  }
}

/** What is said before the lines of the F24. */
export const f24Intro =
  'Nella sezione INPS dell’F24 scrivi una riga per ognuna di queste, senza cambiare nulla. Il codice fiscale è il tuo.'
