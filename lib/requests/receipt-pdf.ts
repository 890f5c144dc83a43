import 'server-only'
import { formatDate, formatDateTime } from '@/lib/format'
import { facts, files, hash, heading, letterhead, list, prose, protocolBox, title } from '@/lib/paper/blocks'
import { closePaper, openPaper } from '@/lib/paper/paper'
import { unprintable } from '@/lib/paper/printable'
import { describeTopicField } from '@/lib/topics/fields'
import { type ReceiptContent, senderOf } from './receipt'
import { answerWorkingDays } from './status'

/**
 * A receipt as a paper to keep (L. 241/1990 art. 18-bis): an accessible PDF, A4, as many pages as its text needs. The
 * same receipt always gives the same bytes. Whatever people typed is only ever text: what the letters cannot write is
 * replaced by a sign, said so below, and kept whole for whoever listens or copies.
 * @param receipt as issued; `sha256` is the hash of its content
 * @throws when the font files are not where bootstrap-italia puts them
 */
export async function receiptPdf(receipt: { content: ReceiptContent; sha256: string; issuedAt: Date }) {
  const { content, sha256, issuedAt } = receipt
  const { protocollo, contributor, sender, office, topic } = content
  const expectedBy = formatDate(content.expectedBy)
  const paper = await openPaper({
    // pdfkit writes these into XML as they are: no word of a person may stand here.
    Title: `Ricevuta ${protocollo}`,
    Subject: 'Ricevuta di presentazione di una richiesta (L. 241/1990, art. 18-bis)',
    Author: 'Cassetto Committenti',
    Creator: 'Cassetto Committenti',
    CreationDate: issuedAt,
  })

  letterhead(paper)
  title(paper, 'Ricevuta di presentazione della richiesta')
  protocolBox(paper, protocollo, [
    { label: 'Presentata il', value: formatDateTime(content.submittedAt) },
    { label: 'Risposta attesa entro il', value: `${expectedBy} (${answerWorkingDays} giorni lavorativi)` },
  ])

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
    ...content.facts.map((fact) => ({ term: fact.label, value: describeTopicField(fact, fact.value) })),
    ...(content.workers ? [{ term: 'Collaboratori', value: content.workers.join(', ') }] : []),
  ])

  heading(paper, 'Testo della richiesta')
  prose(paper, content.text)

  heading(paper, 'Allegati', 100)
  if (content.attachments.length === 0) prose(paper, 'Nessun allegato.')
  else files(paper, content.attachments)

  heading(paper, 'Come proseguire')
  list(paper, [
    'Nel portale, apri «Lista richieste» e scegli questa richiesta: trovi a che punto è, i messaggi della sede e la risposta.',
    'Se la sede ti chiede altri documenti, mandali da quella pagina con «Integra».',
    `Se ne parli con la sede, indica il protocollo ${protocollo}.`,
  ])

  heading(paper, 'Che cosa attesta')
  prose(
    paper,
    `Questa ricevuta attesta che la richiesta è stata presentata, quando e a quale sede, e indica il termine della risposta: ${expectedBy} (L. 241/1990, art. 18-bis). La data del protocollo è quella dell’invio. La ricevuta non è la risposta e non ne anticipa l’esito.`,
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
