import 'server-only'
import { listDraftAttachments } from '@/lib/attachments/queries'
import type { ContributorSide } from '@/lib/auth/actor'
import { romeDate } from '@/lib/calendar/working-days'
import { listOwnWorkers } from '@/lib/requests/queries/workers'
import { listRates } from '@/lib/rates/queries'
import { answersOf, type CheckedStep, checkSteps, isComplete, summaryOf } from './check'
import { fieldOf } from './fields'
import { findKind } from './kinds'
import { findClosure } from './queries/kinds'
import { papersStepId, stepsOf } from './shared-steps'

type Draft = { id: string; applicationKind: string | null; content: Record<string, string> }
export type Reviewed = Awaited<ReturnType<typeof reviewApplication>>

/** The draft of an istanza as a whole: where each step stands, what was answered, what follows from it. */
export async function reviewApplication(actor: ContributorSide, { id, applicationKind, content }: Draft) {
  const today = romeDate(new Date())
  const kind = findKind(applicationKind ?? '')
  const [closure, rates, ownWorkers, files] = await Promise.all([
    kind && findClosure(actor, kind.code),
    listRates(actor),
    listOwnWorkers(actor),
    listDraftAttachments(actor, id),
  ])
  const steps = kind ? stepsOf(kind, actor) : []
  const read = checkSteps(steps, content, today)
    .map((each) => heedWorkers(each, ownWorkers))
    .map((each) => heedFiles(each, files.length))
  const refusals = kind?.heed && isRight(kind.steps, read) ? await kind.heed(actor, answersOf(read)) : {}
  const checked = read.map((each) => refuse(each, refusals))
  const answers = answersOf(checked)
  const complete = kind !== undefined && isComplete(checked)
  return {
    kind,
    closure,
    checked,
    complete,
    files,
    answers,
    sections: checked.flatMap(({ section }) => section ?? []),
    figures: kind && isRight(kind.steps, checked) ? (kind.figures?.(answers, rates, today) ?? []) : [],
    summary: kind ? summaryOf(kind, checked) : '',
    reach: (answers.recapiti ?? {}) as Record<string, string | undefined>,
    workers: (answers.collaboratori as { workers: string[] } | undefined)?.workers ?? [],
  }
}

const isRight = (own: readonly { id: string }[], checked: readonly CheckedStep[]) =>
  own.every(({ id }) => checked.some(({ step, answers }) => step.id === id && answers !== undefined))

/** A step that is right in itself, unless one of its fields is refused. */
function refuse(each: CheckedStep, refusals: Record<string, string[]>): CheckedStep {
  const errors = Object.entries(refusals).filter(([field]) => field.startsWith(fieldOf(each.step.id, '')))
  if (errors.length === 0) return each
  return { step: each.step, state: 'wrong', errors: Object.fromEntries(errors) }
}

/** A partial delegate names only workers of their own delegation, as it is now. */
function heedWorkers(each: CheckedStep, own: string[]): CheckedStep {
  if (each.step.id !== 'collaboratori' || each.answers === undefined) return each
  const { workers } = each.answers as { workers: string[] }
  if (workers.every((worker) => own.includes(worker))) return each
  const refusal = 'Uno dei collaboratori non è, o non è più, nella tua delega: scegli di nuovo.'
  return { step: each.step, state: 'wrong', errors: { collaboratori_workers: [refusal] } }
}

/** Who says that they attached a paper has attached at least a file. */
function heedFiles({ step, state, ...read }: CheckedStep, files: number): CheckedStep {
  if (step.id !== papersStepId || files > 0 || Object.keys(read.answers ?? {}).length === 0)
    return { step, state, ...read }
  const refusal = 'Hai spuntato un documento, ma non c’è nessun file: allegalo.'
  return { step, state: state === 'to_do' ? state : 'wrong', errors: { [papersStepId]: [refusal] } }
}
