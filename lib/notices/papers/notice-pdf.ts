import 'server-only'
import type { NewNotice } from '@/db/notice-content'
import { formatMonth } from '@/lib/calendar/month'
import { formatAmount, formatDate, formatDateTime, formatDay } from '@/lib/format'
import { facts, hash, heading, letterhead, list, prose, protocolBox, title } from '@/lib/paper/blocks'
import { closePaper, openPaper, type Paper } from '@/lib/paper/paper'
import { unprintable } from '@/lib/paper/printable'
import { table } from '@/lib/paper/table'
import { kindLabel } from '../kinds'
import { formatPeriod, isSanctionsOnly, letterPeriod, sanctionsOnlyLabel } from '../period'
import { f24Intro, noticeText } from '../text'
import { totalsOf } from '../totals'

export type PrintedNotice = Omit<NewNotice, 'contributorId'> & {
  protocollo: string
  publishedAt: Date
  /** SHA-256 of what it says (`document.ts`). */
  sha256: string
  officeCode: string
  officeName: string
  denomination: string
  codiceFiscale: string
}

/**
 * A notice as a paper to keep: an accessible PDF, A4, with the words and the tables of its page. It says what was
 * published and nothing that moves afterwards: the same notice always gives the same bytes.
 * @throws when the font files are not where bootstrap-italia puts them
 */
export async function noticePdf(notice: PrintedNotice) {
  const { protocollo, dueBy, publishedAt } = notice
  const { paragraphs, steps, term } = noticeText(notice)
  const paper = await openPaper({
    // pdfkit writes these into XML as they are: no word of a person may stand here.
    Title: `Comunicazione di irregolarità ${protocollo}`,
    Subject: kindLabel(notice.kind),
    Author: 'Cassetto Committenti',
    Creator: 'Cassetto Committenti',
    CreationDate: publishedAt,
  })
  letterhead(paper)
  title(paper, kindLabel(notice.kind))
  protocolBox(paper, protocollo, [
    { label: 'Pubblicata il', value: formatDateTime(publishedAt) },
    { label: 'Entro il', value: dueBy ? formatDate(dueBy) : 'Senza termine' },
  ])

  heading(paper, 'A chi e per quale periodo')
  facts(paper, heads(notice))
  heading(paper, 'Che cos’è')
  for (const paragraph of paragraphs) prose(paper, paragraph)
  heading(paper, 'Che cosa puoi fare')
  prose(paper, term)
  list(
    paper,
    steps.map((step) => `${step.title}. ${step.text}`),
  )
  tables(paper, notice)

  heading(paper, 'Come controllare questa comunicazione', 90)
  prose(
    paper,
    'Impronta di quello che dice la comunicazione (SHA-256): la stessa che leggi nel portale e nella ricevuta di lettura.',
  )
  hash(paper, notice.sha256)
  if (paper.replaced)
    prose(
      paper,
      `Il segno ${unprintable} sta per un carattere che qui non si può scrivere: si legge nel portale.`,
      'note',
    )
  prose(
    paper,
    'Questo documento dice com’era la comunicazione quando è stata pubblicata. La situazione aggiornata, le correzioni e le risposte si leggono nel portale.',
    'note',
  )
  return closePaper(paper, `Comunicazione ${protocollo} – Cassetto Committenti`)
}

const heads = (notice: PrintedNotice) => [
  { term: 'Contribuente', value: notice.denomination },
  { term: 'C.F. del contribuente', value: notice.codiceFiscale },
  { term: 'Numero della comunicazione', value: notice.externalNumber },
  { term: 'Sede', value: `${notice.officeName} (${notice.officeCode})` },
  { term: 'Anno', value: String(notice.year) },
  {
    term: 'Periodo',
    value: isSanctionsOnly(notice.periodFrom)
      ? `${sanctionsOnlyLabel} (${letterPeriod(notice.periodFrom, notice.periodTo)})`
      : formatPeriod(notice.periodFrom, notice.periodTo),
  },
  { term: 'Elaborata il', value: formatDate(notice.elaboratedOn) },
  { term: 'Contributi', value: formatAmount(notice.contributionsCents) },
  { term: 'Sanzioni civili', value: formatAmount(notice.sanctionsCents) },
  { term: 'Totale', value: formatAmount(notice.contributionsCents + notice.sanctionsCents) },
]

const contributionColumns = [
  { header: 'Mese', share: 24 },
  { header: 'Causale', share: 14 },
  { header: 'Dovuto', share: 20, numeric: true },
  { header: 'Versato', share: 20, numeric: true },
  { header: 'Differenza', share: 20, numeric: true },
]
const sanctionColumns = [
  { header: 'Mese', share: 18 },
  { header: 'Termine', share: 15 },
  { header: 'Versato il', share: 16 },
  { header: 'Giorni', share: 9, numeric: true },
  { header: 'Calcolata su', share: 17, numeric: true },
  { header: 'Norma', share: 10 },
  { header: 'Sanzione', share: 16, numeric: true },
]
const f24Columns = [
  { header: 'Riga', share: 10 },
  { header: 'Codice sede', share: 11 },
  { header: 'Causale contributo', share: 14 },
  { header: 'Matricola INPS/codice INPS/filiale azienda', share: 24 },
  { header: 'Periodo da mm/aaaa', share: 13 },
  { header: 'a mm/aaaa', share: 13 },
  { header: 'Importi a debito versati', share: 17, numeric: true },
]

function tables(paper: Paper, { officeCode, content }: PrintedNotice) {
  const totals = totalsOf(content)
  if (content.contributions.length > 0) {
    heading(paper, 'Contributi mese per mese', 90)
    table(
      paper,
      contributionColumns,
      content.contributions.map(({ month, causale, due, paid }) => [
        formatMonth(month),
        causale,
        ...[due, paid, due - paid].map(formatAmount),
      ]),
      ['Totale contributi', '', ...[totals.due, totals.paid, totals.difference].map(formatAmount)],
    )
  }
  if (content.sanctions.length > 0) {
    heading(paper, 'Sanzioni civili mese per mese (art. 116, comma 8, L. 388/2000)', 90)
    table(
      paper,
      sanctionColumns,
      content.sanctions.map(({ month, term, paidOn, days, base, rule, amount }) => [
        formatMonth(month),
        formatDay(term),
        paidOn ? formatDay(paidOn) : 'non versato',
        String(days),
        formatAmount(base),
        `lett. ${rule})`,
        formatAmount(amount),
      ]),
      ['Totale sanzioni', '', '', '', '', '', formatAmount(totals.sanctions)],
    )
  }
  if (content.f24.length > 0) {
    heading(paper, 'Come compilare l’F24', 130)
    prose(paper, f24Intro)
    table(
      paper,
      f24Columns,
      content.f24.map(({ causale, branch, from, to, amount }, index) => [
        `Riga ${index + 1}`,
        officeCode,
        causale,
        branch,
        formatMonth(from),
        to ? formatMonth(to) : 'lascia vuoto',
        formatAmount(amount),
      ]),
      ['Totale', '', '', '', '', '', formatAmount(totals.f24)],
    )
  }
}
