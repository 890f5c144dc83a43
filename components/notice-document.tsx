import { formatAmount } from '@/lib/format'
import type { NoticeDocument as Said } from '@/lib/notices/document'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod, isSanctionsOnly, letterPeriod, sanctionsOnlyLabel } from '@/lib/notices/period'
import { noticeText } from '@/lib/notices/text'
import { totalsOf } from '@/lib/notices/totals'
import { DateTime } from './date-time'
import { ContributionTable, F24Table, SanctionTable } from './notice-tables'
import { SummaryList, type SummaryRow } from './summary-list'

/** A notice as it is shown to whoever may see what it says; what comes with publication is missing in a preview. */
export type ShownNotice = Pick<
  Said,
  | 'externalNumber'
  | 'kind'
  | 'officeCode'
  | 'year'
  | 'periodFrom'
  | 'periodTo'
  | 'elaboratedOn'
  | 'dueBy'
  | 'contributionsCents'
  | 'sanctionsCents'
  | 'content'
> & {
  contributor: { denomination: string; codiceFiscale: string }
  officeName: string
  protocollo?: string | undefined
  publishedAt?: Date | undefined
  statusAt?: Date | undefined
}

/** What a notice says, whole: fixed text, what can be done, the two tables with their totals, the lines of the F24. */
export function NoticeDocument({ notice }: { notice: ShownNotice }) {
  const { content } = notice
  const { paragraphs, steps, term } = noticeText(notice)
  const totals = totalsOf(content)
  return (
    <div className="notice-document">
      {isSanctionsOnly(notice.periodFrom) && <p className="notice-only">{sanctionsOnlyLabel}</p>}
      <SummaryList rows={facts(notice)} />
      <h2>Che cos’è</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h2>Che cosa puoi fare</h2>
      <p>
        <strong>{term}</strong>
      </p>
      <ul>
        {steps.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ul>
      {content.contributions.length > 0 && (
        <>
          <h2>Contributi</h2>
          <ContributionTable rows={content.contributions} totals={totals} />
        </>
      )}
      {content.sanctions.length > 0 && (
        <>
          <h2>Sanzioni civili</h2>
          <SanctionTable rows={content.sanctions} total={totals.sanctions} />
        </>
      )}
      <p className="notice-total">
        Totale della comunicazione: <strong>{formatAmount(notice.contributionsCents + notice.sanctionsCents)}</strong>
      </p>
      {content.f24.length > 0 && (
        <>
          <h2>Come compilare l’F24</h2>
          <F24Table officeCode={notice.officeCode} rows={content.f24} total={totals.f24} />
        </>
      )}
    </div>
  )
}

const facts = (notice: ShownNotice): SummaryRow[] => [
  { term: 'Tipo', value: kindLabel(notice.kind) },
  ...(notice.protocollo ? [{ term: 'Protocollo', value: notice.protocollo }] : []),
  { term: 'Numero della comunicazione', value: notice.externalNumber },
  {
    term: 'Contribuente',
    value: `${notice.contributor.denomination} – C.F. ${notice.contributor.codiceFiscale}`,
  },
  { term: 'Sede', value: `${notice.officeName} (${notice.officeCode})` },
  { term: 'Anno', value: String(notice.year) },
  {
    term: 'Periodo',
    value: isSanctionsOnly(notice.periodFrom)
      ? `${sanctionsOnlyLabel} (${letterPeriod(notice.periodFrom, notice.periodTo)})`
      : formatPeriod(notice.periodFrom, notice.periodTo),
  },
  { term: 'Elaborata il', value: <DateTime at={notice.elaboratedOn} show="date" /> },
  ...(notice.publishedAt ? [{ term: 'Pubblicata il', value: <DateTime at={notice.publishedAt} show="date" /> }] : []),
  ...(notice.statusAt
    ? [{ term: 'Situazione aggiornata al', value: <DateTime at={notice.statusAt} show="date" /> }]
    : []),
  { term: 'Entro il', value: notice.dueBy ? <DateTime at={notice.dueBy} show="date" /> : 'Senza termine' },
  { term: 'Contributi', value: formatAmount(notice.contributionsCents) },
  { term: 'Sanzioni civili', value: formatAmount(notice.sanctionsCents) },
  { term: 'Totale', value: <strong>{formatAmount(notice.contributionsCents + notice.sanctionsCents)}</strong> },
]
