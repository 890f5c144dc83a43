import { DateTime } from '@/components/date-time'
import { SummaryList } from '@/components/summary-list'
import type { ContributorSide, Portfolio } from '@/lib/auth/actor'
import { listColleagues } from '@/lib/firms/queries/people'
import { taskStatusLabels } from '@/lib/firms/words'
import { TaskForm } from './firm-panel/form'
import { ownWork, type Paper } from './firm-panel/own-work'

type FirmPanelProps = { actor: ContributorSide; paper: Paper }

/** «Solo per il tuo studio»: what the firm keeps of its own about a notice or a request. Nothing for who acts otherwise. */
export async function FirmPanel({ actor, paper }: FirmPanelProps) {
  const work = await ownWork(actor, paper)
  if (!work) return null
  const { portfolio, task } = work
  const colleagues = await listColleagues(portfolio)
  return (
    <section className="firm-panel no-print" aria-labelledby="firm-panel-title">
      <h2 id="firm-panel-title">Solo per il tuo studio</h2>
      <p>Né la sede né il contribuente vedono quello che scrivi qui.</p>
      {task.updatedAt && (
        <p>
          Ultima modifica: {task.updatedByName}, <DateTime at={task.updatedAt} />
        </p>
      )}
      {actor.pinLevel === 'online' ? (
        <SummaryList
          rows={[
            {
              term: 'Chi se ne occupa',
              value: colleagues.find(({ id }) => id === task.assigneeId)?.name ?? 'Nessuno',
            },
            { term: 'A che punto è', value: taskStatusLabels[task.status ?? 'to_do'] },
            { term: 'Nota', value: task.note },
          ]}
        />
      ) : (
        <TaskForm
          paper={paper}
          task={task}
          colleagues={await assignable(portfolio, actor.contributorId, task.assigneeId, colleagues)}
        />
      )}
    </section>
  )
}

type Colleague = { id: string; name: string }

/** Who may act for this contributor, and whoever has the paper now. */
async function assignable(
  portfolio: Portfolio,
  contributorId: string,
  assigneeId: string | null,
  everybody: Colleague[],
) {
  const able = await listColleagues(portfolio, contributorId)
  return everybody.filter(({ id }) => id === assigneeId || able.some((colleague) => colleague.id === id))
}
