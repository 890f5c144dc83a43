import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { accesses, firmMembers, firmTasks, notices, requests } from '@/db/schema'
import type { TaskStatus } from '@/db/vocabulary'
import type { Portfolio } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { inForce } from '@/lib/contributors/policy'
import { Invalid, Refusal } from '@/lib/refusal'
import { clientNotices, clientRequests, standing } from '../policy'
import { leftReasons } from '../words'

export type TaskItem = { noticeId: string } | { requestId: string }

type Kept = {
  items: TaskItem[]
  /** Null takes it away from whoever has it; what is left out stays as it is. */
  assigneeId?: string | null
  status?: TaskStatus
  note?: string | null
}
type Left = { id: string; why: keyof typeof leftReasons }
type Paper = { id: string; contributorId: string; kind: 'notice' | 'request' }

/** Rows of one statement: far from the most parameters that PostgreSQL takes. */
const atOnce = 1000

/**
 * Who in the firm looks after notices and requests, how far they are and what is noted of them: of one or of thousands, in
 * one change. The last to write is right, and named. Neither the office nor the contributor ever sees it.
 * @returns the ids that were kept, and those left as they were with why (`leftReasons`)
 * @throws Refusal('forbidden') to who is in no firm, ('not-found') when nothing could be kept, Invalid for an assignee who is
 * not in the firm
 */
export async function keepTasks(actor: Portfolio, { items, ...wanted }: Kept) {
  const left: Left[] = []
  const kept = await change(actor, 'firm.task_kept', async (tx) => {
    if (!actor.firm) throw new Refusal('forbidden', 'Non fai parte di nessuno studio.')
    const papers = await visiblePapers(actor, tx, items)
    const known = new Set(papers.map(({ id }) => id))
    left.push(...idsOf(items).flatMap((id) => (known.has(id) ? [] : [{ id, why: 'gone' as const }])))
    const open = wanted.assigneeId ? await clientsOfColleague(actor, tx, wanted.assigneeId) : undefined
    const [right, wrong] = split(papers, ({ contributorId }) => !open || open.has(contributorId))
    left.push(...wrong.map(({ id }) => ({ id, why: 'colleague' as const })))
    if (right.length === 0) throw new Refusal('not-found', leftReasons[left[0]?.why ?? 'gone'])
    return write(actor, tx, right, wanted)
  })
  return { kept: kept.map(({ paperId }) => paperId), left }
}

const idsOf = (items: TaskItem[]) => [
  ...new Set(items.map((item) => ('noticeId' in item ? item.noticeId : item.requestId))),
]

function split<T>(all: T[], isRight: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isRight), all.filter((one) => !isRight(one))]
}

/** In the order of their ids: two who keep the same papers wait for each other, and never cross. */
async function visiblePapers(actor: Portfolio, tx: Transaction, items: TaskItem[]): Promise<Paper[]> {
  const noticeIds = idsOf(items.filter((item) => 'noticeId' in item))
  const requestIds = idsOf(items.filter((item) => 'requestId' in item))
  const found = [
    ...(await tx
      .select({ id: notices.id, contributorId: notices.contributorId, kind: sql<'notice'>`'notice'` })
      .from(notices)
      .where(and(sql`${notices.id} = any(${sql.param(noticeIds)}::uuid[])`, clientNotices(actor)))
      .orderBy(notices.id)),
    ...(await tx
      .select({ id: requests.id, contributorId: requests.contributorId, kind: sql<'request'>`'request'` })
      .from(requests)
      .where(and(sql`${requests.id} = any(${sql.param(requestIds)}::uuid[])`, clientRequests(actor)))
      .orderBy(requests.id)),
  ]
  return found
}

/** The clients for whom somebody of the firm may act by its delegations. */
async function clientsOfColleague(actor: Portfolio, tx: Transaction, userId: string) {
  const [member] = await tx
    .select({ id: firmMembers.id })
    .from(firmMembers)
    .where(and(standing, eq(firmMembers.firmId, actor.firm!.id), eq(firmMembers.userId, userId)))
  if (!member) throw new Invalid({ assigneeId: ['Questa persona non è nel tuo studio.'] })
  const clients = await tx
    .selectDistinct({ contributorId: accesses.contributorId })
    .from(accesses)
    .where(and(inForce(), eq(accesses.userId, userId), eq(accesses.firmId, actor.firm!.id)))
  return new Set(clients.map(({ contributorId }) => contributorId))
}

async function write(
  actor: Portfolio,
  tx: Transaction,
  papers: Paper[],
  { assigneeId, status, note }: Omit<Kept, 'items'>,
) {
  const set = {
    ...(assigneeId !== undefined && { assigneeId }),
    ...(status !== undefined && { status }),
    ...(note !== undefined && { note }),
    updatedBy: actor.id,
    updatedAt: sql`now()`,
  }
  const events = []
  for (const kind of ['notice', 'request'] as const) {
    const column = kind === 'notice' ? firmTasks.noticeId : firmTasks.requestId
    const rows = papers
      .filter((paper) => paper.kind === kind)
      .map(({ id, contributorId }) => ({
        firmId: actor.firm!.id,
        contributorId,
        [kind === 'notice' ? 'noticeId' : 'requestId']: id,
        assigneeId: assigneeId ?? null,
        status: status ?? ('to_do' as const),
        note: note ?? null,
        updatedBy: actor.id,
      }))
    for (let from = 0; from < rows.length; from += atOnce) {
      const kept = await tx
        .insert(firmTasks)
        .values(rows.slice(from, from + atOnce))
        .onConflictDoUpdate({ target: [firmTasks.firmId, column], set })
        .returning({ id: firmTasks.id, paperId: column, contributorId: firmTasks.contributorId })
      events.push(
        ...kept.map(({ id, paperId, contributorId }) => ({
          id,
          paperId: paperId!,
          details: { client: contributorId },
        })),
      )
    }
  }
  return events
}
