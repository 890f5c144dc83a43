import { eq } from 'drizzle-orm'
import {
  clientGroupMembers,
  clientGroups,
  delegations,
  delegationWorkers,
  firmMembers,
  firms,
  subdelegations,
} from '@/db/schema'
import type { PinLevel } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import { verify } from '@/lib/auth/verify'
import { findAccess } from '@/lib/contributors/queries'
import { keepAccesses } from '@/lib/delegations/commands/accesses'
import { aContributor, aUser, system } from './factories'

type Human = { id: string; codiceFiscale: string }

const join = async (firmId: string, role: 'holder' | 'collaborator', person: Human) => {
  const [member] = await transaction((tx) =>
    tx
      .insert(firmMembers)
      .values({ firmId, role, codiceFiscale: person.codiceFiscale, userId: person.id, acceptedAt: new Date() })
      .returning({ id: firmMembers.id }),
  )
  return { ...person, memberId: member!.id }
}

/** A firm with its holder and so many collaborators, none of them subdelegated yet. */
export async function aFirm({ collaborators = 0, kind = 'firm' as 'firm' | 'association' } = {}) {
  const [firm] = await transaction((tx) =>
    tx.insert(firms).values({ kind, denomination: 'Studio Verdi' }).returning({ id: firms.id }),
  )
  const { id } = firm!
  const holder = await join(id, 'holder', await aUser({ firstName: 'Giuseppe', lastName: 'Verdi' }))
  const people = []
  for (let made = 0; made < collaborators; made += 1) people.push(await join(id, 'collaborator', await aUser()))
  return { id, holder, collaborators: people }
}

type Given = {
  contributorId?: string
  /** Of a firm: its holder is the delegate. */
  firm?: { id: string; holder: Human }
  delegate?: Human
  /** A partial one, for these workers. */
  workers?: string[]
  exclusive?: boolean
  startsOn?: string
  endsOn?: string
}

/** An active delegation, made without its forms; gives its id, its contributor and the person who holds it. */
export async function aDelegation({ contributorId, firm, delegate, workers, exclusive = false, ...days }: Given = {}) {
  const partyId = contributorId ?? (await aContributor()).id
  const holder = delegate ?? firm?.holder ?? (await aUser())
  const [made] = await transaction(async (tx) => {
    const rows = await tx
      .insert(delegations)
      .values({
        contributorId: partyId,
        channel: 'direct',
        scope: workers ? 'partial' : 'total',
        exclusive,
        status: 'active',
        delegateCode: holder.codiceFiscale,
        delegateId: holder.id,
        firmId: firm?.id ?? null,
        startsOn: days.startsOn ?? '2020-01-01',
        endsOn: days.endsOn ?? null,
        createdBy: holder.id,
        activatedAt: new Date('2020-01-01T00:00:00Z'),
        activatedBy: holder.id,
      })
      .returning({ id: delegations.id })
    if (workers)
      await tx
        .insert(delegationWorkers)
        .values(workers.map((codiceFiscale) => ({ delegationId: rows[0]!.id, codiceFiscale })))
    await keepAccesses(system(), tx, { delegationIds: [rows[0]!.id] })
    return rows
  })
  return { id: made!.id, contributorId: partyId, delegate: holder }
}

/** A group of a firm's clients. */
export async function aGroup(firmId: string, contributorIds: string[], name = 'Artigiani') {
  const [group] = await transaction(async (tx) => {
    const rows = await tx.insert(clientGroups).values({ firmId, name }).returning({ id: clientGroups.id })
    if (contributorIds.length > 0)
      await tx
        .insert(clientGroupMembers)
        .values(contributorIds.map((contributorId) => ({ groupId: rows[0]!.id, contributorId })))
    return rows
  })
  return group!.id
}

/** A collaborator works for all the firm's clients, or for those of a group. */
export const subdelegate = (firm: { id: string; holder: Human }, memberId: string, groupId?: string) =>
  transaction(async (tx) => {
    const [made] = await tx
      .insert(subdelegations)
      .values({ firmId: firm.id, memberId, groupId: groupId ?? null, createdBy: firm.holder.id })
      .returning({ id: subdelegations.id })
    await keepAccesses(system(), tx, { firmId: firm.id })
    return made!.id
  })

/** Ends a delegation as its revocation would, without its forms. */
export const endDelegation = (id: string) =>
  transaction(async (tx) => {
    await tx.update(delegations).set({ status: 'revoked', endedAt: new Date() }).where(eq(delegations.id, id))
    await keepAccesses(system(), tx, { delegationIds: [id] })
  })

/** A person acting for a contributor by the strongest right they hold now. */
export async function actingFor(userId: string, contributorId: string, pinLevel: PinLevel = 'dispositivo') {
  const access = await findAccess({ id: userId }, contributorId)
  if (!access) throw new Error('This person may not act for this contributor')
  const { title, delegationId, firmId } = access
  const delegation = delegationId === null ? undefined : { id: delegationId, firmId }
  return verify({ kind: 'contributor', id: userId, contributorId, title, delegation, pinLevel })
}

/** A person who looks at all their contributors. */
export const portfolio = (
  userId: string,
  firm?: { id: string; role: 'holder' | 'collaborator' },
  pinLevel: PinLevel = 'dispositivo',
) => verify({ kind: 'portfolio', id: userId, pinLevel, firm })
