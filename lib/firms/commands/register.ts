import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { firmMembers, firms } from '@/db/schema'
import type { Administrator } from '@/lib/auth/actor'
import { change, type Transaction } from '@/lib/change'
import { Invalid, Refusal } from '@/lib/refusal'
import type { inviteHolderSchema, registerFirmSchema } from '../schema'

/**
 * Admits a firm, or the office of a national association, and invites its holder by codice fiscale: they answer at /inviti.
 * @returns the id of the firm and of the holder's membership
 * @throws Invalid when that person is, or was invited as, the holder of another
 */
export async function registerFirm(
  actor: Administrator,
  { kind, denomination, holderCode }: z.output<typeof registerFirmSchema>,
) {
  let memberId = ''
  const { id } = await change(actor, 'firm.registered', async (tx) => {
    await refuseHolder(tx, holderCode)
    const [firm] = await tx.insert(firms).values({ kind, denomination }).returning({ id: firms.id })
    memberId = await invite(tx, firm!.id, holderCode)
    return { id: firm!.id, details: { firm: firm!.id } }
  })
  return { id, memberId }
}

/**
 * Invites another holder, while nobody has accepted to be it: the codice fiscale was wrong, or the person said no.
 * @throws Refusal('conflict') when the firm has its holder, Invalid as `registerFirm`
 */
export async function inviteHolder(actor: Administrator, { firmId, holderCode }: z.output<typeof inviteHolderSchema>) {
  await change(actor, 'firm.member_invited', async (tx) => {
    const [firm] = await tx.select({ id: firms.id }).from(firms).where(eq(firms.id, firmId)).for('update')
    if (!firm) throw new Refusal('not-found', 'Questo studio non c’è.')
    const [holder] = await tx
      .update(firmMembers)
      .set({ endedAt: sql`case when ${firmMembers.acceptedAt} is null then now() end` })
      .where(and(eq(firmMembers.firmId, firmId), eq(firmMembers.role, 'holder'), isNull(firmMembers.endedAt)))
      .returning({ endedAt: firmMembers.endedAt })
    if (holder && holder.endedAt === null) throw new Refusal('conflict', 'Questo studio ha già il suo titolare.')
    await refuseHolder(tx, holderCode)
    return { id: await invite(tx, firmId, holderCode), details: { firm: firmId } }
  })
}

/** One registration at a time for each person: a double click finds the firm of the first. */
async function refuseHolder(tx: Transaction, codiceFiscale: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${codiceFiscale}, 0))`)
  const [held] = await tx
    .select({ denomination: firms.denomination })
    .from(firmMembers)
    .innerJoin(firms, eq(firms.id, firmMembers.firmId))
    .where(
      and(eq(firmMembers.codiceFiscale, codiceFiscale), eq(firmMembers.role, 'holder'), isNull(firmMembers.endedAt)),
    )
  if (held)
    throw new Invalid({
      holderCode: [`Questa persona è già titolare di «${held.denomination}», o è stata invitata a esserlo.`],
    })
}

async function invite(tx: Transaction, firmId: string, codiceFiscale: string) {
  const [member] = await tx
    .insert(firmMembers)
    .values({ firmId, codiceFiscale, role: 'holder' })
    .returning({ id: firmMembers.id })
  return member!.id
}
