import type { Route } from 'next'
import Link from 'next/link'
import { DataTable } from '@/components/data-table'
import type { listClients } from '@/lib/firms/queries/clients'

const columns = [
  { key: 'name', header: 'Cliente' },
  { key: 'code', header: 'Codice fiscale' },
  { key: 'own', header: 'Codice cliente' },
  { key: 'groups', header: 'Gruppi' },
  { key: 'keeper', header: 'Chi lo segue' },
  { key: 'note', header: 'Nota' },
  { key: 'edit', header: 'Scheda' },
] as const

export function ClientTable({ clients }: { clients: Awaited<ReturnType<typeof listClients>>['rows'] }) {
  return (
    <DataTable
      caption="Clienti"
      quietCaption
      columns={columns}
      rows={clients.map((client) => ({
        key: client.id,
        cells: {
          name: (
            <Link href={`/area/${client.id}` as Route} prefetch={false}>
              {client.denomination}
            </Link>
          ),
          code: client.codiceFiscale,
          own: client.clientCode ?? '–',
          groups: client.groups.map(({ name }) => name).join(', ') || '–',
          keeper: client.assigneeName ?? 'Nessuno',
          note: client.note ?? '–',
          edit: (
            <Link href={`/area/tutti/clienti/${client.id}` as Route} prefetch={false}>
              Modifica<span className="visually-hidden"> la scheda di {client.denomination}</span>
            </Link>
          ),
        },
      }))}
    />
  )
}
