import { v7 } from 'uuid'
import { firmMembers, firms, users } from '@/db/schema'
import { transaction } from '@/db/write'
import { eq, sql } from 'drizzle-orm'
import type { ContributorSide } from '@/lib/auth/actor'
import { formatItalianDate } from '@/lib/calendar/iso-date'
import { romeDate } from '@/lib/calendar/working-days'
import { compileDelegation } from '@/lib/delegations/commands/delegate'
import { columns } from '@/lib/delegations/file/columns'
import { aContributor, execute, newCodiceFiscale, reason } from './factories'
import { aDelegation, portfolio } from './portfolio-factories'

type People = { sender: ContributorSide }
type Form = Record<string, string>

const today = () => romeDate(new Date())

/** A firm of which the sender is the holder, whatever they were before. */
async function holding({ sender }: People) {
  await execute(sql`update firm_members set ended_at = now() where user_id = ${sender.id} and ended_at is null`)
  return transaction(async (tx) => {
    const [firm] = await tx
      .insert(firms)
      .values({ kind: 'firm', denomination: 'Studio Verdi' })
      .returning({ id: firms.id })
    const [user] = await tx.select().from(users).where(eq(users.id, sender.id))
    const { codiceFiscale } = user!
    const member = { firmId: firm!.id, role: 'holder' as const, codiceFiscale, userId: sender.id }
    await tx.insert(firmMembers).values({ ...member, acceptedAt: new Date() })
    return { id: firm!.id, holder: { id: sender.id, codiceFiscale } }
  })
}

async function compiled(people: People, workers: string[] = []) {
  const { id } = await holding(people)
  const delegationId = v7()
  await compileDelegation(portfolio(people.sender.id, { id, role: 'holder' }), {
    delegationId,
    codiceFiscale: (await aContributor()).codiceFiscale,
    scope: workers.length > 0 ? 'partial' : 'total',
    exclusive: false,
    workers,
    startsOn: today(),
    endsOn: null,
  })
  return { delegationId }
}

async function file(people: People) {
  await holding(people)
  const { codiceFiscale } = await aContributor()
  const text = `${columns.join(';')}\n${codiceFiscale};totale;;no;01/01/2027;\n`
  return { file: new File([text], 'deleghe.csv', { type: 'text/csv' }) as unknown as string }
}

const signed = () => ({ signedOn: formatItalianDate(today()), declared: 'on' })
const byHolder = (good: (people: People) => Promise<Form>) => ({
  side: 'sender' as const,
  good: (_: unknown, people: People) => good(people),
})

/** A form of every action of a delegate on their delegations, as the holder of a firm would fill it. */
export const delegateForms = {
  compileDelegationAction: byHolder(async (people) => {
    await holding(people)
    const { codiceFiscale } = await aContributor()
    const days = { startsOn: formatItalianDate(today()), endsOn: '31/12/2030' }
    return {
      delegationId: v7(),
      codiceFiscale,
      scope: 'partial',
      workers: newCodiceFiscale(),
      exclusive: 'on',
      ...days,
    }
  }),
  importDelegationsAction: byHolder(file),
  validateDelegationAction: byHolder(async (people) => ({ ...(await compiled(people)), ...signed() })),
  validateDelegationsAction: byHolder(async (people) => ({
    delegations: (await compiled(people)).delegationId,
    ...signed(),
  })),
  discardDelegationAction: byHolder((people) => compiled(people)),
  renounceDelegationAction: byHolder(async (people) => {
    const { id } = await aDelegation({ firm: await holding(people) })
    return { delegationId: id, text: reason }
  }),
  changeCompiledWorkersAction: byHolder(async (people) => ({
    ...(await compiled(people, [newCodiceFiscale()])),
    workers: newCodiceFiscale(),
  })),
}
