import { csvCell } from '@/lib/campaigns/file/export'
import type { DashboardRow } from './queries/dashboard'

const line = (cells: string[]) => `${cells.map(csvCell).join(';')}\r\n`

/** First line of the Cruscotto as a file, with the BOM by which spreadsheets know UTF-8. */
export const dashboardHeader = `\ufeff${line(['contribuente', 'codice fiscale', 'codice cliente', 'chi lo segue', 'da leggere', 'in scadenza entro 7 giorni', 'in scadenza entro 30 giorni', 'in attesa di te', 'risposte nuove', 'richieste aperte'])}`

/** One contributor, as a line of the file. */
export const dashboardLine = (row: DashboardRow) =>
  line([
    row.denomination,
    row.codiceFiscale,
    row.clientCode ?? '',
    row.assignee ?? '',
    ...[row.unread, row.soon, row.later, row.awaiting, row.replies, row.open].map(String),
  ])
