import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/empty-state'
import { SelectField } from '@/components/form/select-field'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/pager'
import type { Portfolio } from '@/lib/auth/actor'
import { requirePortfolio } from '@/lib/auth/session'
import { readTaskFilters, type TaskList, taskLists } from '@/lib/firms/filters'
import { listColleagues } from '@/lib/firms/queries/people'
import { listTasks, listUnassigned } from '@/lib/firms/queries/tasks'
import { type Cursor, parseCursor } from '@/lib/pagination'
import { PortfolioFrame } from '../portfolio-frame'
import { TickedForm } from '../studio/ticked-form'
import { assignAction } from './action'
import { listLabels, TaskLists, WhoseForm } from './lists'
import { TaskTable, UnassignedTable } from './tables'

export const metadata: Metadata = { title: 'Lavorazioni' }

const home = '/area/tutti/lavorazioni'
type Colleague = { id: string; name: string }

export default async function TasksPage({ searchParams }: PageProps<'/area/tutti/lavorazioni'>) {
  const query = await searchParams
  const actor = await requirePortfolio()
  if (!actor.firm) notFound()
  const { elenco, chi } = readTaskFilters(query)
  const after = parseCursor(query.dopo)
  const colleagues = await listColleagues(actor)
  const addressOf = (extra: Record<string, string>) =>
    `${home}?${new URLSearchParams({ elenco, ...(chi && { chi }), ...extra })}`
  const listed =
    elenco === 'non-assegnati'
      ? await unassigned(actor, after, colleagues)
      : await tasks(actor, taskLists[elenco], chi === 'tutti' ? undefined : (chi ?? actor.id), after)
  return (
    <PortfolioFrame actor={actor} voice="lavorazioni" trail={[{ label: 'Lavorazioni' }]}>
      <PageTitle lead="Chi nello studio si occupa di ogni comunicazione e richiesta, e a che punto è. Lo vede soltanto lo studio.">
        Lavorazioni
      </PageTitle>
      <TaskLists home={home} current={elenco} whose={chi} />
      {elenco !== 'non-assegnati' && (
        <WhoseForm home={home} list={elenco} whose={chi} self={actor.id} colleagues={colleagues} />
      )}
      {listed.table || <Nothing list={elenco} />}
      <Pager
        by={elenco === 'fatto' ? 'time' : 'order'}
        newerHref={query.dopo ? addressOf({}) : undefined}
        olderHref={listed.next ? addressOf({ dopo: listed.next }) : undefined}
      />
    </PortfolioFrame>
  )
}

async function tasks(
  actor: Portfolio,
  status: Parameters<typeof listTasks>[1]['status'],
  assigneeId: string | undefined,
  after: Cursor | undefined,
) {
  const { rows, next } = await listTasks(actor, { status, assigneeId }, after)
  return { table: rows.length > 0 && <TaskTable tasks={rows} />, next }
}

async function unassigned(actor: Portfolio, after: Cursor | undefined, colleagues: Colleague[]) {
  const { rows, next } = await listUnassigned(actor, after)
  const assigns = actor.pinLevel === 'dispositivo'
  const table = <UnassignedTable papers={rows} choosing={assigns} />
  return {
    table:
      rows.length > 0 &&
      (assigns ? (
        <TickedForm action={assignAction} hidden={{}} button="Assegna le righe scelte">
          {table}
          <SelectField
            name="assigneeId"
            label="A chi"
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={actor.id}
            width="medium"
          />
        </TickedForm>
      ) : (
        table
      )),
    next,
  }
}

function Nothing({ list }: { list: TaskList }) {
  return list === 'non-assegnati' ? (
    <EmptyState title="Tutto è assegnato" icon="check-circle">
      Ogni comunicazione da leggere o da definire e ogni richiesta aperta ha chi se ne occupa.
    </EmptyState>
  ) : (
    <EmptyState title={`Niente in «${listLabels[list]}»`}>
      Lo stato si sceglie nella pagina di ogni comunicazione e richiesta, in «Solo per il tuo studio».
    </EmptyState>
  )
}
