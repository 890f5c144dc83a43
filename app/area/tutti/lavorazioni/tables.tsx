import { DataTable } from '@/components/data-table'
import { DateTime } from '@/components/date-time'
import type { listTasks, listUnassigned } from '@/lib/firms/queries/tasks'
import { PaperLink, paperName } from './paper'

const paper = [
  { key: 'paper', header: 'Che cosa' },
  { key: 'client', header: 'Cliente' },
  { key: 'due', header: 'Entro' },
]
const taskColumns = [
  ...paper,
  { key: 'assignee', header: 'Chi se ne occupa' },
  { key: 'note', header: 'Nota' },
  { key: 'updated', header: 'Ultima modifica' },
]
const unassignedColumns = [...paper, { key: 'keeper', header: 'Chi segue il cliente' }]
const choice = { key: 'choice', header: 'Scegli' }

type Client = { denomination: string; clientCode: string | null }
const clientName = ({ denomination, clientCode }: Client) =>
  clientCode ? `${denomination} (${clientCode})` : denomination

const due = (day: string | null) => (day ? <DateTime at={day} show="day" /> : 'Senza termine')

/** What the firm works on, in one state. */
export function TaskTable({ tasks }: { tasks: Awaited<ReturnType<typeof listTasks>>['rows'] }) {
  return (
    <DataTable
      caption="Lavorazioni"
      quietCaption
      columns={taskColumns}
      rows={tasks.map((task) => ({
        key: task.id,
        cells: {
          paper: <PaperLink paper={task} />,
          client: clientName(task),
          due: due(task.dueBy),
          assignee: task.assigneeName ?? 'Nessuno',
          note: task.note ?? '–',
          updated: (
            <>
              <DateTime at={task.updatedAt} show="day" />, {task.updatedByName}
            </>
          ),
        },
      }))}
    />
  )
}

type UnassignedTableProps = { papers: Awaited<ReturnType<typeof listUnassigned>>['rows']; choosing: boolean }

/** What waits and was given to nobody; with a box each when the table stands in a form. */
export function UnassignedTable({ papers, choosing }: UnassignedTableProps) {
  return (
    <DataTable
      caption="Comunicazioni e richieste non assegnate"
      quietCaption
      columns={choosing ? [...unassignedColumns, choice] : unassignedColumns}
      rows={papers.map((one) => ({
        key: one.id,
        fresh: one.unread,
        cells: {
          paper: (
            <>
              <PaperLink paper={one} /> {one.unread && <span className="fresh-mark">Da leggere</span>}
            </>
          ),
          client: clientName(one),
          due: due(one.dueBy),
          keeper: one.keeperName ?? 'Nessuno',
          choice: (
            <input
              type="checkbox"
              name="papers"
              value={`${one.noticeId ? 'notice' : 'request'}:${one.id}`}
              aria-label={`Scegli ${paperName(one)} di ${one.denomination}`}
            />
          ),
        },
      }))}
    />
  )
}
