import 'server-only'
import type { DelegationScope } from '@/db/vocabulary'
import { formatDate, formatDateTime } from '@/lib/format'
import { body, facts, heading, letterhead, list, prose, small, title } from '@/lib/paper/blocks'
import {
  closePaper,
  heightOf,
  keepTogether,
  left,
  openPaper,
  type Paper,
  rule,
  textWidth,
  write,
} from '@/lib/paper/paper'
import { unprintable } from '@/lib/paper/printable'
import { keptYears } from '../status'

export type PrintedDelegation = {
  id: string
  denomination: string
  codiceFiscale: string
  officeName: string
  officeCode: string
  delegateName: string
  delegateCode: string
  firmName: string | null
  scope: DelegationScope
  exclusive: boolean
  workers: string[]
  /** ISO days. */
  startsOn: string
  endsOn: string | null
  createdAt: Date
}

/**
 * The module of an indirect delegation, to be signed by hand (msg 20976/2013): an accessible PDF, A4. The same delegation
 * with the same workers always gives the same bytes.
 * @throws when the font files are not where bootstrap-italia puts them
 */
export async function modulePdf(delegation: PrintedDelegation) {
  const { createdAt, workers } = delegation
  const paper = await openPaper({
    // pdfkit writes these into XML as they are: no word of a person may stand here.
    Title: 'Delega indiretta',
    Subject: 'Delega a un intermediario per la Gestione separata, committenti e associanti',
    Author: 'Cassetto Committenti',
    Creator: 'Cassetto Committenti',
    CreationDate: createdAt,
  })
  letterhead(paper)
  title(paper, 'Delega all’intermediario')
  prose(paper, `Delega indiretta, compilata nel portale il ${formatDateTime(createdAt)}.`)

  heading(paper, 'Chi dà la delega')
  facts(paper, [
    { term: 'Contribuente', value: delegation.denomination },
    { term: 'C.F. del contribuente', value: delegation.codiceFiscale },
    { term: 'Sede competente', value: `${delegation.officeName} (${delegation.officeCode})` },
  ])
  heading(paper, 'A chi')
  facts(paper, [
    { term: 'Delegato', value: delegation.delegateName },
    { term: 'C.F. del delegato', value: delegation.delegateCode },
    ...(delegation.firmName ? [{ term: 'Studio', value: delegation.firmName }] : []),
  ])
  heading(paper, 'Per che cosa')
  facts(paper, perimeterOf(delegation))
  if (workers.length > 0) {
    heading(paper, workers.length === 1 ? 'Il collaboratore' : `I ${workers.length} collaboratori`)
    list(paper, workers)
  }
  heading(paper, 'Che cosa permette')
  list(paper, allowedBy(delegation))
  heading(paper, 'Quando vale')
  prose(
    paper,
    'Questa delega non vale ancora. Vale dal momento in cui il delegato la valida nel portale, dichiarando sotto la propria responsabilità che il contribuente l’ha firmata, e mai prima del primo giorno scritto sopra. Il contribuente la può revocare in ogni momento, il delegato vi può rinunciare.',
  )
  signature(paper)
  heading(paper, 'Che cosa fare di questo modulo', 90)
  prose(
    paper,
    `Il delegato conserva il modulo firmato, insieme alla fotocopia di un documento di identità valido di chi firma, per tutta la durata della delega e per i ${keptYears} anni successivi, e lo esibisce se gli viene chiesto. Non va inviato alla sede.`,
  )
  prose(
    paper,
    'Questo modulo contiene dati personali: conservalo con cura. Come sono trattati i dati è scritto nella pagina «Privacy» del portale.',
    'note',
  )
  if (paper.replaced)
    prose(
      paper,
      `Il segno ${unprintable} sta per un carattere che qui non si può scrivere: si legge nel portale.`,
      'note',
    )
  return closePaper(paper, 'Delega indiretta – Cassetto Committenti')
}

const perimeterOf = ({ scope, exclusive, startsOn, endsOn }: PrintedDelegation) => [
  {
    term: 'Che cosa comprende',
    value:
      scope === 'total'
        ? 'Totale: tutti i collaboratori del contribuente, presenti e futuri'
        : 'Parziale: solo i collaboratori elencati qui sotto',
  },
  {
    term: 'Esclusiva',
    value: exclusive
      ? 'Sì: finché vale, nessun altro può avere una delega per le stesse cose'
      : 'No: il contribuente può dare altre deleghe',
  },
  { term: 'Primo giorno', value: formatDate(startsOn) },
  {
    term: 'Ultimo giorno',
    value: endsOn ? formatDate(endsOn) : 'Nessuno: vale finché non finisce per revoca o rinuncia',
  },
]

const allowedBy = ({ scope, firmName }: PrintedDelegation) => [
  ...(scope === 'total'
    ? [
        'Leggere le comunicazioni di irregolarità del contribuente e rispondere.',
        'Inviare richieste alla sede per il contribuente e leggere tutte quelle già inviate.',
        'Proporre un recapito nuovo, che il contribuente conferma.',
      ]
    : ['Inviare richieste alla sede che riguardano i collaboratori elencati, e leggere le risposte alle proprie.']),
  ...(firmName ? ['Far lavorare sulle stesse cose le persone dello studio, che non possono delegare altri.'] : []),
  'Il contribuente vede nel portale chi ha letto e chi ha scritto per suo conto.',
]

/** Where one writes by hand: a label, and a line as wide as the paper under it. */
function blank(paper: Paper, label: string) {
  const { doc } = paper
  const height = heightOf(paper, label, small, textWidth) + 26
  keepTogether(paper, height)
  const top = doc.y
  write(paper, paper.root, 'P', label, small, { x: left, y: top, width: textWidth })
  rule(paper, top + height - 2)
  doc.y = top + height + 4
}

const blanks = [
  'Nome, cognome e codice fiscale di chi firma',
  'Legale rappresentante, titolare o altro responsabile',
  'Documento di identità: tipo, numero, rilasciato da, scadenza',
  'Luogo e data',
  'Firma',
]

function signature(paper: Paper) {
  heading(paper, 'Firma del contribuente', 260)
  write(paper, paper.root, 'P', 'Confermo quello che è scritto in questo modulo e delego la persona indicata.', body, {
    x: left,
    y: paper.doc.y,
    width: textWidth,
  })
  paper.doc.y += 8
  for (const label of blanks) blank(paper, label)
}
