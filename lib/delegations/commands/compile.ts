import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { contributors, delegations, delegationWorkers } from '@/db/schema'
import type { Portfolio } from '@/lib/auth/actor'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import type { Transaction } from '@/lib/change'
import type { RowDelegation } from '../file/row'
import type { Holder } from './held'

export type ToCompile = RowDelegation & { id: string }

/** What became of one: compiled, there already just as it is, or refused and why. */
export type Compiled =
  | { outcome: 'compiled' | 'present'; id: string; contributorId: string; denomination: string }
  | { outcome: 'refused'; field: 'codiceFiscale' | 'scope'; reason: string }

type Standing = Pick<
  typeof delegations.$inferSelect,
  'id' | 'contributorId' | 'scope' | 'exclusive' | 'status' | 'startsOn' | 'endsOn'
> & { workers: string[] }

/** Rows of one statement: far from the most parameters that PostgreSQL takes. */
const atOnce = 1_000

/**
 * Part of the change that compiles indirect delegations, to the holder of the firm: one outcome for each, in their order.
 * Refuses a contributor that is not there, or is the delegate, and a second delegation on the same perimeter and days.
 */
export async function compileRows(_actor: Portfolio, tx: Transaction, holder: Holder, wanted: ToCompile[]) {
  const codes = [...new Set(wanted.map(({ codiceFiscale }) => codiceFiscale))]
  const parties = await tx
    .select({
      id: contributors.id,
      codiceFiscale: contributors.codiceFiscale,
      denomination: contributors.denomination,
    })
    .from(contributors)
    .where(sql`${contributors.codiceFiscale} = any(${sql.param(codes)}::text[])`)
  const byCode = new Map(parties.map((party) => [party.codiceFiscale, party]))
  const standing = await standingOf(
    tx,
    holder,
    parties.map(({ id }) => id),
  )
  const made: (ToCompile & { contributorId: string })[] = []
  const outcomes = wanted.map((one): Compiled => {
    const party = byCode.get(one.codiceFiscale)
    if (one.codiceFiscale === holder.codiceFiscale) return refused('codiceFiscale', 'Non puoi delegare te stesso.')
    if (!party) return refused('codiceFiscale', unknownContributor)
    const told = { contributorId: party.id, denomination: party.denomination }
    const others = standing.get(party.id) ?? []
    const same = others.find((other) => isSame(one, other))
    if (same) return { outcome: 'present', id: same.id, ...told }
    const overlapping = others.find((other) => overlaps(one, other))
    if (overlapping) return refused('scope', wordsOf(overlapping))
    made.push({ ...one, contributorId: party.id })
    standing.set(party.id, [...others, { ...one, contributorId: party.id, status: 'awaiting_signature' }])
    return { outcome: 'compiled', id: one.id, ...told }
  })
  await insert(tx, holder, made)
  return outcomes
}

const refused = (field: 'codiceFiscale' | 'scope', reason: string): Compiled => ({ outcome: 'refused', field, reason })

const unknownContributor = 'Nessun contribuente della Gestione separata ha questo codice fiscale: controllalo.'

/** The delegations to the same person that are not over, by contributor. */
async function standingOf(tx: Transaction, holder: Holder, contributorIds: string[]) {
  const found = await tx
    .select({
      id: delegations.id,
      contributorId: delegations.contributorId,
      scope: delegations.scope,
      exclusive: delegations.exclusive,
      status: delegations.status,
      startsOn: delegations.startsOn,
      endsOn: delegations.endsOn,
      workers: sql<string[]>`array(select held.codice_fiscale from ${delegationWorkers} held
        where held.delegation_id = ${delegations.id} and held.removed_at is null)`,
    })
    .from(delegations)
    .innerJoin(contributors, eq(contributors.id, delegations.contributorId))
    .where(
      and(
        eq(delegations.delegateCode, holder.codiceFiscale),
        inArray(delegations.status, ['proposed', 'awaiting_signature', 'active', 'suspended']),
        sql`${delegations.contributorId} = any(${sql.param(contributorIds)}::uuid[])`,
      ),
    )
  const byContributor = new Map<string, Standing[]>()
  for (const one of found) byContributor.set(one.contributorId, [...(byContributor.get(one.contributorId) ?? []), one])
  return byContributor
}

const isSame = (one: ToCompile, other: Standing) =>
  other.status !== 'proposed' &&
  one.scope === other.scope &&
  one.exclusive === other.exclusive &&
  one.startsOn === other.startsOn &&
  one.endsOn === other.endsOn &&
  one.workers.length === other.workers.length &&
  one.workers.every((worker) => other.workers.includes(worker))

const overlaps = (one: ToCompile, other: Standing) =>
  (other.endsOn === null || one.startsOn <= other.endsOn) &&
  (one.endsOn === null || other.startsOn <= one.endsOn) &&
  (one.scope === 'total' || other.scope === 'total' || one.workers.some((worker) => other.workers.includes(worker)))

function wordsOf({ status, startsOn }: Standing) {
  if (status === 'proposed') return 'Questo contribuente ti ha già proposto una delega: la trovi tra gli inviti.'
  return status === 'awaiting_signature'
    ? 'Per questo contribuente hai già compilato una delega, da firmare e validare: usa quella, oppure annullala.'
    : `Hai già una delega su questa posizione dal ${formatItalianDate(startsOn)}: rinunciaci, o lasciala finire.`
}

async function insert(tx: Transaction, holder: Holder, made: (ToCompile & { contributorId: string })[]) {
  const rows = made.map(({ id, contributorId, scope, exclusive, startsOn, endsOn }) => ({
    ...{ id, contributorId, scope, exclusive, startsOn, endsOn },
    channel: 'indirect' as const,
    status: 'awaiting_signature' as const,
    delegateCode: holder.codiceFiscale,
    delegateId: holder.id,
    firmId: holder.firmId,
    createdBy: holder.id,
  }))
  const workers = made.flatMap(({ id, workers: listed }) =>
    listed.map((codiceFiscale) => ({ delegationId: id, codiceFiscale })),
  )
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.insert(delegations).values(rows.slice(from, from + atOnce))
  for (let from = 0; from < workers.length; from += atOnce)
    await tx.insert(delegationWorkers).values(workers.slice(from, from + atOnce))
}
