import 'server-only'
import { canonicalJson } from '@/lib/evidence/canonical'
import { formatDateTime } from '@/lib/format'
import { enclose } from '@/lib/paper/enclosure'
import { facts, hash, heading, letterhead, list, prose, protocolBox, title } from '@/lib/paper/blocks'
import { closePaper, openPaper } from '@/lib/paper/paper'
import { unprintable } from '@/lib/paper/printable'
import { codeOfReading, readerOf, type ReadingContent } from './reading'

/**
 * Ricevuta di lettura as a paper to keep: an accessible PDF that says who read which notice, for whom and when, carries
 * the code to check it, and encloses its own JSON. The same content always gives the same bytes.
 * @throws when the font files are not where bootstrap-italia puts them
 */
export async function readingReceiptPdf(content: ReadingContent) {
  const { protocollo, reader, contributor } = content
  const readAt = new Date(content.readAt)
  const paper = await openPaper({
    // pdfkit writes these into XML as they are: no word of a person may stand here.
    Title: `Ricevuta di lettura ${protocollo}`,
    Subject: 'Ricevuta di lettura di una comunicazione di irregolarità',
    Author: 'Cassetto Committenti',
    Creator: 'Cassetto Committenti',
    CreationDate: readAt,
  })
  enclose(paper, {
    name: 'ricevuta-di-lettura.json',
    mediaType: 'application/json',
    description: 'La stessa ricevuta in formato JSON',
    bytes: new TextEncoder().encode(canonicalJson(content)),
    madeAt: readAt,
  })
  letterhead(paper)
  title(paper, 'Ricevuta di lettura')
  protocolBox(paper, protocollo, [{ label: 'Letta il', value: formatDateTime(readAt) }])

  heading(paper, 'Chi l’ha letta')
  facts(paper, [
    { term: 'Letta da', value: readerOf(content) },
    { term: 'C.F. di chi ha letto', value: reader.codiceFiscale },
    { term: 'Per il contribuente', value: contributor.denomination },
    { term: 'C.F. del contribuente', value: contributor.codiceFiscale },
  ])

  heading(paper, 'Quale comunicazione')
  facts(paper, [
    { term: 'Protocollo', value: protocollo },
    { term: 'Numero della comunicazione', value: content.externalNumber },
  ])
  prose(paper, 'Impronta di quello che dice la comunicazione (SHA-256):')
  hash(paper, content.noticeSha256)

  heading(paper, 'Dove è registrata', 80)
  facts(paper, [{ term: 'Numero nel registro', value: String(content.sequence) }])
  prose(paper, 'Impronta che la lega a quanto registrato prima (SHA-256):')
  hash(paper, content.chainHash)

  heading(paper, 'Come verificarla', 120)
  prose(paper, 'Codice di verifica:')
  hash(paper, codeOfReading(content))
  list(paper, [
    'Apri la pagina «Verifica una ricevuta» del portale: non serve entrare.',
    'Scrivi il codice e, se vuoi, carica questo file: il portale risponde «Corrisponde» o «Non corrisponde».',
    'Basta un solo carattere diverso perché non corrisponda.',
  ])

  heading(paper, 'Che cosa attesta')
  prose(
    paper,
    'Questa ricevuta attesta che la comunicazione è stata aperta e letta dalla persona indicata, per il contribuente indicato, alla data e all’ora del portale. È la prima lettura per il contribuente: non cambia se altri leggono dopo.',
  )
  if (paper.replaced)
    prose(
      paper,
      `Il segno ${unprintable} sta per un carattere che qui non si può scrivere: si legge nel portale.`,
      'note',
    )
  prose(
    paper,
    'Questa ricevuta contiene dati personali: conservala con cura e dalla solo a chi ne ha bisogno. Come sono trattati i dati è scritto nella pagina «Privacy» del portale.',
    'note',
  )
  return closePaper(paper, `Ricevuta di lettura ${protocollo} – Cassetto Committenti`)
}
