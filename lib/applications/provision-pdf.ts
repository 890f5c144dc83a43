import 'server-only'
import { formatDateTime } from '@/lib/format'
import { facts, files, hash, heading, letterhead, list, prose, protocolBox, title } from '@/lib/paper/blocks'
import { closePaper, openPaper } from '@/lib/paper/paper'
import { unprintable } from '@/lib/paper/printable'
import { outcomeLabels } from '@/lib/requests/status'
import { appealSteps } from './appeal'
import { figures, sections } from './paper'
import type { ProvisionContent } from './provision'

/**
 * A provision as a paper to keep (L. 241/1990 art. 3): an accessible PDF, A4, with outcome, reasons, what was granted with
 * its figures, what changed and how one contests it. The same provision always gives the same bytes.
 * @param provision as decided; `sha256` is the hash of its content
 * @throws when the font files are not where bootstrap-italia puts them
 */
export async function provisionPdf(provision: { content: ProvisionContent; sha256: string; decidedAt: Date }) {
  const { content, sha256, decidedAt } = provision
  const { protocollo, application, contributor, office } = content
  const paper = await openPaper({
    // pdfkit writes these into XML as they are: no word of a person may stand here.
    Title: `Provvedimento ${protocollo}`,
    Subject: 'Provvedimento su un’istanza (L. 241/1990, art. 3)',
    Author: 'Cassetto Committenti',
    Creator: 'Cassetto Committenti',
    CreationDate: decidedAt,
  })

  letterhead(paper)
  title(paper, 'Provvedimento')
  protocolBox(paper, protocollo, [
    { label: 'Del', value: formatDateTime(content.decidedAt) },
    { label: 'Esito', value: outcomeLabels[content.outcome] },
  ])

  heading(paper, 'Su quale istanza')
  facts(paper, [
    { term: 'Istanza', value: application.label },
    ...(application.summary ? [{ term: 'Che cosa chiede', value: application.summary }] : []),
    { term: 'Protocollo dell’istanza', value: application.protocollo },
    { term: 'Presentata il', value: formatDateTime(application.submittedAt) },
    { term: 'Contribuente', value: contributor.denomination },
    { term: 'C.F. del contribuente', value: contributor.codiceFiscale },
  ])

  heading(paper, 'Chi ha deciso')
  facts(paper, [
    { term: 'Sede', value: `${office.name} (${office.code})` },
    { term: 'Unità', value: office.unit },
    { term: 'Responsabile del procedimento', value: content.responsible },
  ])

  heading(paper, 'Motivi di fatto')
  prose(paper, content.facts)
  heading(paper, 'Motivi di diritto')
  prose(paper, content.law)
  if (content.decided) sections(paper, [content.decided])
  figures(paper, content.figures)
  if (content.effects.length > 0) {
    heading(paper, 'Che cosa è cambiato')
    list(paper, content.effects)
  }
  if (content.attachments.length > 0) {
    heading(paper, 'Allegati', 100)
    files(paper, content.attachments)
  }

  heading(paper, 'Se non sei d’accordo')
  list(paper, [...appealSteps])

  heading(paper, 'Come controllare questo provvedimento', 90)
  prose(paper, 'Impronta di quello che dice il provvedimento (SHA-256): la stessa che leggi nel portale.')
  hash(paper, sha256)
  if (paper.replaced)
    prose(
      paper,
      `Il segno ${unprintable} sta per un carattere che qui non si può scrivere: si legge nel portale.`,
      'note',
    )
  prose(
    paper,
    'Questo documento contiene dati personali: conservalo con cura e dallo solo a chi ne ha bisogno.',
    'note',
  )
  return closePaper(paper, `Provvedimento ${protocollo} – Cassetto Committenti`)
}
