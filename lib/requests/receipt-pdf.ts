import 'server-only'
import { figures, sections } from '@/lib/applications/paper'
import { formatDate, formatDateTime } from '@/lib/format'
import { facts, files, hash, heading, letterhead, list, prose, protocolBox, title } from '@/lib/paper/blocks'
import { closePaper, openPaper, type Paper } from '@/lib/paper/paper'
import { unprintable } from '@/lib/paper/printable'
import { describeAnswer } from '@/lib/questions/schema'
import { type ReceiptContent, senderOf } from './receipt'
import { answerWorkingDays } from './status'

/** Workers in one row of the table: a row is measured whole, and one of thousands would hold everybody up for seconds. */
const workersInRow = 100

const workersOf = ({ workers = [] }: ReceiptContent) =>
  Array.from({ length: Math.ceil(workers.length / workersInRow) }, (_, row) => ({
    term: row === 0 ? 'Collaboratori' : 'Collaboratori (continua)',
    value: workers.slice(row * workersInRow, (row + 1) * workersInRow).join(', '),
  }))

const words = {
  request: {
    subject: 'Ricevuta di presentazione di una richiesta (L. 241/1990, art. 18-bis)',
    title: 'Ricevuta di presentazione della richiesta',
    answeredBy: 'Risposta attesa entro il',
    text: 'Testo della richiesta',
    follow:
      'Nel portale, apri «Lista richieste» e scegli questa richiesta: trovi a che punto è, i messaggi della sede e la risposta.',
    presented: 'la richiesta è stata presentata',
    term: 'il termine della risposta',
    end: 'La ricevuta non è la risposta e non ne anticipa l’esito.',
  },
  application: {
    subject: 'Ricevuta di presentazione di una istanza (L. 241/1990, art. 18-bis)',
    title: 'Ricevuta di presentazione dell’istanza',
    answeredBy: 'La sede decide entro il',
    text: 'In breve',
    follow:
      'Nel portale, apri «Istanze Online» e scegli questa istanza: trovi a che punto è, chi è responsabile del procedimento, i messaggi della sede e il provvedimento.',
    presented: 'l’istanza è stata presentata',
    term: 'il termine della decisione',
    end: 'La ricevuta non è il provvedimento e non ne anticipa l’esito.',
  },
}

/**
 * A receipt as a paper to keep (L. 241/1990 art. 18-bis): an accessible PDF, A4, as many pages as its text needs; that of
 * an istanza has all of what it contains. The same receipt always gives the same bytes. Whatever people typed is only ever
 * text: what the letters cannot write is replaced by a sign, said so below, and kept whole for whoever listens or copies.
 * @param receipt as issued; `sha256` is the hash of its content
 * @throws when the font files are not where bootstrap-italia puts them
 */
export async function receiptPdf(receipt: { content: ReceiptContent; sha256: string; issuedAt: Date }) {
  const { content, sha256, issuedAt } = receipt
  const { protocollo, application } = content
  const said = words[application ? 'application' : 'request']
  const expectedBy = formatDate(content.expectedBy)
  const days = application ? `${application.term.days} giorni` : `${answerWorkingDays} giorni lavorativi`
  const paper = await openPaper({
    // pdfkit writes these into XML as they are: no word of a person may stand here.
    Title: `Ricevuta ${protocollo}`,
    Subject: said.subject,
    Author: 'Cassetto Committenti',
    Creator: 'Cassetto Committenti',
    CreationDate: issuedAt,
  })

  letterhead(paper)
  title(paper, said.title)
  protocolBox(paper, protocollo, [
    { label: 'Presentata il', value: formatDateTime(content.submittedAt) },
    { label: said.answeredBy, value: `${expectedBy} (${days})` },
  ])
  parties(paper, content)

  heading(paper, said.text)
  prose(paper, content.text)
  if (application) {
    sections(paper, application.sections)
    figures(paper, application.figures)
    heading(paper, 'Che cosa ha dichiarato chi invia')
    prose(paper, application.declaration)
  }

  heading(paper, 'Allegati', 100)
  if (content.attachments.length === 0) prose(paper, 'Nessun allegato.')
  else files(paper, content.attachments)

  heading(paper, 'Come proseguire')
  list(paper, [
    said.follow,
    'Se la sede ti chiede altri documenti, mandali da quella pagina con «Integra».',
    `Se ne parli con la sede, indica il protocollo ${protocollo}.`,
  ])

  heading(paper, 'Che cosa attesta')
  const rule = application ? `; ${application.term.source}` : ''
  prose(
    paper,
    `Questa ricevuta attesta che ${said.presented}, quando e a quale sede, e indica ${said.term}: ${expectedBy} (L. 241/1990, art. 18-bis${rule}). La data del protocollo è quella dell’invio. ${said.end}`,
  )
  prose(paper, 'Impronta di questa ricevuta (SHA-256): la stessa che leggi nella pagina della ricevuta sul portale.')
  hash(paper, sha256)
  if (paper.replaced) {
    const sign = `Il segno ${unprintable} sta per un carattere che qui non si può scrivere, per esempio un’emoji.`
    prose(paper, `${sign} Il testo com’è stato scritto si legge nel portale.`, 'note')
  }
  prose(
    paper,
    'Questa ricevuta contiene dati personali: conservala con cura e dalla solo a chi ne ha bisogno. Come sono trattati i dati è scritto nella pagina «Privacy» del portale.',
    'note',
  )
  return closePaper(paper, `Ricevuta ${protocollo} – Cassetto Committenti`)
}

function parties(paper: Paper, content: ReceiptContent) {
  const { contributor, sender, office, topic } = content
  heading(paper, 'Chi l’ha presentata')
  facts(paper, [
    { term: 'Contribuente', value: contributor.denomination },
    { term: 'C.F. del contribuente', value: contributor.codiceFiscale },
    { term: 'Inviata da', value: senderOf(sender) },
    { term: 'C.F. di chi invia', value: sender.codiceFiscale },
  ])
  heading(paper, 'A chi e per che cosa')
  facts(paper, [
    { term: 'Sede competente', value: `${office.name} (${office.code})` },
    { term: 'Unità', value: office.unit },
    { term: 'Oggetto', value: `${topic.area} › ${topic.subject}` },
    ...content.facts.map((fact) => ({ term: fact.label, value: describeAnswer(fact, fact.value) })),
    ...workersOf(content),
  ])
}
