'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import { formatCount } from '@/lib/format'
import type { DashboardRow } from '@/lib/portfolio/queries/dashboard'

const columns = [
  { key: 'contributor', header: 'Contribuente' },
  { key: 'assignee', header: 'Chi lo segue' },
  { key: 'unread', header: 'Da leggere', numeric: true },
  { key: 'soon', header: 'In scadenza entro 7 giorni', numeric: true },
  { key: 'later', header: 'Entro 30 giorni', numeric: true },
  { key: 'awaiting', header: 'In attesa di te', numeric: true },
  { key: 'replies', header: 'Risposte nuove', numeric: true },
  { key: 'open', header: 'Richieste aperte', numeric: true },
] as const

type DashboardTableProps = {
  rows: DashboardRow[]
  /** Who is in a firm has colleagues and codes of their own. */
  inFirm: boolean
}

/** One page of the Cruscotto; drawn from its rows on both sides. Each number leads to what it counts. */
export function DashboardTable({ rows, inFirm }: DashboardTableProps) {
  return (
    <DataTable
      caption="I tuoi contribuenti"
      quietCaption
      columns={columns.filter(({ key }) => inFirm || key !== 'assignee')}
      rows={rows.map((row) => ({
        key: row.id,
        fresh: row.unread > 0 || row.replies > 0,
        cells: {
          contributor: <Party {...row} />,
          assignee: row.assignee ?? 'Nessuno',
          unread: <Number value={row.unread} href={`/area/tutti/comunicazioni/da-leggere?contribuente=${row.id}`} />,
          soon: <Number value={row.soon} href={`/area/${row.id}/scadenze`} />,
          later: <Number value={row.later} href={`/area/${row.id}/scadenze`} />,
          awaiting: <Number value={row.awaiting} href={`/area/${row.id}/cronologia`} />,
          replies: <Number value={row.replies} href={`/area/${row.id}/cronologia`} />,
          open: <Number value={row.open} href={`/area/tutti/richieste?contribuente=${row.id}`} />,
        },
      }))}
    />
  )
}

function Party({ id, denomination, codiceFiscale, clientCode, unread, replies }: DashboardRow) {
  return (
    <>
      <Link href={`/area/${id}` as Route} prefetch={false}>
        {denomination}
      </Link>
      <span className="party-codes">
        C.F. {codiceFiscale}
        {clientCode && ` · ${clientCode}`}
      </span>
      {unread > 0 && (
        <span className="fresh-mark is-urgent">
          {unread === 1 ? '1 comunicazione da leggere' : `${formatCount(unread)} comunicazioni da leggere`}
        </span>
      )}
      {replies > 0 && (
        <span className="fresh-mark is-urgent">
          {replies === 1 ? '1 risposta da leggere' : `${formatCount(replies)} risposte da leggere`}
        </span>
      )}
    </>
  )
}

function Number({ value, href }: { value: number; href: string }) {
  if (value === 0) return '0'
  return (
    <Link href={href as Route} prefetch={false}>
      {formatCount(value)}
    </Link>
  )
}
