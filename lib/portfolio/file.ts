import { csvCell } from '@/lib/campaigns/file/export'
import { formatAmount, formatDay } from '@/lib/format'
import { kindLabel } from '@/lib/notices/kinds'
import { formatPeriod } from '@/lib/notices/period'
import { statusLabels } from '@/lib/notices/status'
import { phaseLabels } from '@/lib/requests/status'
import type { listChosenNotices, listChosenRequests } from './queries/bulk'

type Notice = Awaited<ReturnType<typeof listChosenNotices>>[number]
type ServiceRequest = Awaited<ReturnType<typeof listChosenRequests>>[number]

const line = (cells: string[]) => `${cells.map(csvCell).join(';')}\r\n`

/** First line of a file of notices, with the BOM by which spreadsheets know UTF-8. */
export const noticesHeader = `\ufeff${line(['contribuente', 'codice fiscale', 'protocollo', 'tipo', 'anno', 'periodo', 'sede', 'pubblicata', 'termine', 'stato', 'contributi', 'sanzioni'])}`

const amountCell = (cents: number | null) => (cents === null ? '' : formatAmount(cents).replace(/ €$/, ''))

export const noticeLine = (notice: Notice) =>
  line([
    notice.denomination,
    notice.codiceFiscale,
    notice.protocollo,
    kindLabel(notice.kind),
    String(notice.year),
    formatPeriod(notice.periodFrom, notice.periodTo),
    notice.officeName,
    formatDay(notice.publishedAt),
    notice.dueBy === null ? '' : formatDay(notice.dueBy),
    statusLabels[notice.status],
    amountCell(notice.contributionsCents),
    amountCell(notice.sanctionsCents),
  ])

/** The same for requests. */
export const requestsHeader = `\ufeff${line(['contribuente', 'codice fiscale', 'protocollo', 'inviata', 'argomento', 'dettaglio', 'sede', 'stato', 'risposta entro'])}`

export const requestLine = (request: ServiceRequest) =>
  line([
    request.denomination,
    request.codiceFiscale,
    request.protocollo,
    formatDay(request.submittedAt),
    request.areaLabel,
    request.topicLabel,
    request.officeName,
    phaseLabels[request.phase],
    formatDay(request.expectedBy),
  ])
