import 'server-only'
import { desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/read'
import { closedApplicationKinds, contributors, units } from '@/db/schema'
import type { Administrator, ContributorSide, Visitor } from '@/lib/auth/actor'
import { rightsOf } from '@/lib/contributors/rights'
import { findNotice } from '@/lib/notices/queries/detail'
import { canAct } from '@/lib/notices/policy'
import { Refusal } from '@/lib/refusal'
import { findLastContacts } from '@/lib/requests/queries/list'
import { listOwnWorkers } from '@/lib/requests/queries/workers'
import { fieldsOf } from '../fields'
import type { AnyKind, Known } from '../kind'
import { findKind, kinds } from '../kinds'
import { reachStep } from '../shared-steps'

/** Kinds that are not taken now, with since when and what to do instead. */
export async function listClosedKinds(_actor: ContributorSide | Administrator | Visitor) {
  return db
    .select({
      id: closedApplicationKinds.id,
      kind: closedApplicationKinds.kind,
      closedOn: closedApplicationKinds.closedOn,
      instead: closedApplicationKinds.instead,
    })
    .from(closedApplicationKinds)
    .where(isNull(closedApplicationKinds.openedAt))
    .orderBy(desc(closedApplicationKinds.closedOn))
}

/** The kinds one may choose among. */
export async function listOpenKinds(actor: ContributorSide): Promise<AnyKind[]> {
  const closed = new Set((await listClosedKinds(actor)).map(({ kind }) => kind))
  return kinds.filter(({ code }) => !closed.has(code))
}

/** A kind that is taken now. */
export async function findOpenKind(actor: ContributorSide, code: string) {
  const kind = findKind(code)
  return kind && (await findClosure(actor, code)) === undefined ? kind : undefined
}

/** Why a kind is not taken now, if it is not. */
export async function findClosure(actor: ContributorSide, code: string) {
  return (await listClosedKinds(actor)).find(({ kind }) => kind === code)
}

/** The unit that decides on a kind, by name: of the contributor's own office. */
export async function findUnitOf(_actor: ContributorSide | Administrator, { unitCode }: AnyKind) {
  const [unit] = await db.select({ name: units.name }).from(units).where(eq(units.code, unitCode))
  return unit!.name
}

/**
 * What a draft begins with: whatever the portal knows of the contributor, of the notice it is begun from, of the last contacts.
 * @throws Refusal when the notice is not one's to see, was not read, or can no longer be answered
 */
export async function knownFor(actor: ContributorSide, kind: AnyKind, noticeId?: string) {
  const [[contributor], contacts, workers, notice] = await Promise.all([
    db
      .select({
        denomination: contributors.denomination,
        codiceFiscale: contributors.codiceFiscale,
        seat: contributors.seat,
      })
      .from(contributors)
      .where(eq(contributors.id, actor.contributorId)),
    findLastContacts(actor),
    listOwnWorkers(actor),
    noticeId ? readableNotice(actor, noticeId) : undefined,
  ])
  const known: Known = { contributor: contributor!, ...(notice && { notice }) }
  const content: Record<string, string> = {
    ...kind.begin?.(known),
    ...fieldsOf(reachStep.id, reachOf(contacts)),
    ...(workers.length > 0 && fieldsOf('collaboratori', { workers: workers.join('\n') })),
    ...(notice && { noticeId: noticeId! }),
  }
  return { content, known }
}

async function readableNotice(actor: ContributorSide, id: string) {
  const notice = rightsOf[actor.title].partial ? undefined : await findNotice(actor, id)
  if (!notice) throw new Refusal('not-found', 'Questa comunicazione non c’è.')
  const { content, contributionsCents, sanctionsCents } = notice
  if (!content || contributionsCents === null || sanctionsCents === null)
    throw new Refusal('conflict', 'Prima di presentare un’istanza su questa comunicazione, aprila e leggila.')
  if (!canAct({ ...actor, pinLevel: 'dispositivo' }, 'answer', notice))
    throw new Refusal('conflict', 'Su questa comunicazione non si può più presentare un’istanza.')
  return { ...notice, content, contributionsCents, sanctionsCents }
}

const reachOf = (last: Awaited<ReturnType<typeof findLastContacts>>): Record<string, string> =>
  last
    ? {
        email: last.email ?? '',
        mobile: last.mobile ?? '',
        ...(last.notifyByEmail && { notifyByEmail: 'on' }),
        ...(last.notifyBySms && { notifyBySms: 'on' }),
      }
    : {}
