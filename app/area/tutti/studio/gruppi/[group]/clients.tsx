import { DataTable } from '@/components/data-table'
import type { listClients } from '@/lib/firms/queries/clients'

const columns = [
  { key: 'name', header: 'Cliente' },
  { key: 'code', header: 'Codice fiscale' },
  { key: 'own', header: 'Codice cliente' },
]
const choice = { key: 'choice', header: 'Scegli' }

type GroupClientsProps = { clients: Awaited<ReturnType<typeof listClients>>['rows']; choosing?: boolean }

/** Clients of a group, or to be put in it; with a box each when the table stands in a form. */
export function GroupClients({ clients, choosing = false }: GroupClientsProps) {
  return (
    <DataTable
      caption="Clienti"
      quietCaption
      columns={choosing ? [...columns, choice] : columns}
      rows={clients.map(({ id, denomination, codiceFiscale, clientCode }) => ({
        key: id,
        cells: {
          name: denomination,
          code: codiceFiscale,
          own: clientCode ?? '–',
          choice: <input type="checkbox" name="contributorIds" value={id} aria-label={`Scegli ${denomination}`} />,
        },
      }))}
    />
  )
}
