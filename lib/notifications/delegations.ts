import 'server-only'
import { sql } from 'drizzle-orm'
import type { NotificationChannel } from '@/db/vocabulary'
import type { ChangeName } from '@/db/vocabulary-changes'
import { accessTitles } from '@/db/vocabulary'
import { type Transaction, transaction } from '@/db/write'
import { rightsOf } from '@/lib/contributors/rights'
import { promiseJob } from '@/lib/jobs/promise'
import { newsKind, onEachChannel, ownAddresses, reached, type Reached } from './audience'
import { post } from './post'
import { closing, portalAddress, shortMessage } from './words'

/** What happened to a delegation, without saying between whom (security.md §6). */
const happened = {
  'delegation.conferred': 'Una delega è stata conferita e aspetta di essere accettata.',
  'delegation.accepted': 'Una delega è stata accettata ed è attiva.',
  'delegation.declined': 'Una delega è stata rifiutata.',
  'delegation.validated': 'Una delega è stata validata ed è attiva.',
  'delegation.revoked': 'Una delega è stata revocata.',
  'delegation.renounced': 'Il delegato ha rinunciato a una delega.',
  'delegation.suspended': 'La sede ha sospeso una delega.',
  'delegation.reinstated': 'La sede ha riattivato una delega.',
  'delegation.workers_changed': 'In una delega parziale sono cambiati i collaboratori.',
  'delegation.expired': 'Una delega è scaduta.',
} satisfies Partial<Record<ChangeName, string>>
export type ToldOfDelegation = keyof typeof happened

const expiring = 'Una delega scade entro 30 giorni.'

const wordsOf = (what: string, link: string) => (channel: NotificationChannel) =>
  channel === 'email'
    ? {
        subject: 'C’è una novità su una delega',
        body: `${what}\n\nPer sapere quale, e cosa puoi fare, entra nel portale:\n${link}\n\n${closing}`,
      }
    : { subject: '', body: shortMessage(what, `${portalAddress()}/area`) }

type Delegation = { id: string; contributor_id: string; delegate_id: string | null; status: string }

/** The delegate, also before they accept: whoever has that codice fiscale, if they are on the portal. Nobody is told whether. */
const findDelegation = async (tx: Transaction, id: string) => {
  const [delegation] = await tx.execute<Delegation>(sql`
    select given.id, given.contributor_id, given.status, coalesce(given.delegate_id, users.id) as delegate_id
    from delegations given left join users on users.codice_fiscale = given.delegate_code where given.id = ${id}`)
  return delegation
}

const conferring = accessTitles.filter((title) => rightsOf[title].delegates)

/** The people of both sides: who represents the contributor, and the delegate. */
const bothSides = ({ contributor_id, delegate_id }: Delegation) => sql`
  select user_id, ${contributor_id}::uuid as contributor_id from accesses
  where contributor_id = ${contributor_id} and title = any(${sql.param(conferring)}::access_title[])
    and valid_from <= now() and (valid_to is null or valid_to > now())
  union select ${delegate_id}::uuid, ${contributor_id}::uuid where ${delegate_id}::uuid is not null`

/**
 * Tells both sides of what happened to a delegation, inside the change that does it: the contributor at its own PEC or
 * e-mail (msg INPS 104/2026), its representatives and the delegate as they wish. To be called once for each change.
 */
export const announceDelegation = (tx: Transaction, change: ToldOfDelegation, delegationId: string) =>
  announce(tx, { change, what: happened[change], event: `${change}@${new Date().toISOString()}`, delegationId })

/** The same of many just validated: promised inside the change, so that nobody waits for a thousand messages. */
export const promiseValidatedNews = (tx: Transaction, delegationIds: string[]) =>
  promiseJob(tx, 'announceValidated', { delegationIds })

/** What was promised: all of them told, or none and once more. */
export const announceValidated = (delegationIds: string[]) =>
  transaction(async (tx) => {
    for (const delegationId of delegationIds) await announceDelegation(tx, 'delegation.validated', delegationId)
  })

type News = { change: ToldOfDelegation; what: string; event: string; delegationId: string }

async function announce(tx: Transaction, { change, what, event, delegationId }: News) {
  const delegation = await findDelegation(tx, delegationId)
  if (!delegation) return
  const people = await tx.execute<Reached>(sql`
    with reached as materialized (${reached(bothSides(delegation), newsKind('delegation'))}),
    waiting as (
      insert into digest_items (user_id, kind, item_id, event, contributor_id)
      select user_id, kind, ${delegationId}::uuid, ${event}, contributor_id from reached
      where later and num_nonnulls(email, mobile) > 0
      on conflict do nothing
    )
    select user_id, email, mobile from reached where not later`)
  const own = await tx.execute<{ email: string }>(ownAddresses([delegation.contributor_id]))
  const portal = portalAddress()
  const ofContributor = `${portal}/area/${delegation.contributor_id}/deleghe`
  const linkFor = (userId: string) =>
    userId !== delegation.delegate_id
      ? ofContributor
      : delegation.status === 'proposed'
        ? `${portal}/inviti`
        : `${portal}/area/tutti/deleghe/${delegation.id}`
  const told = { change, delegationId }
  const messages = [
    ...people.flatMap((person) =>
      onEachChannel(person, (channel) => ({ ...told, ...wordsOf(what, linkFor(person.user_id))(channel) })),
    ),
    ...own.map(({ email }) => ({
      ...told,
      channel: 'email' as const,
      recipient: email,
      ...wordsOf(what, ofContributor)('email'),
    })),
  ]
  const byAddress = new Map(messages.toReversed().map((one) => [`${one.channel} ${one.recipient}`, one]))
  await post(tx, [...byAddress.values()])
}

/**
 * Tells once of the delegations whose last day is near: people in their next digest, the contributor at its own address.
 * @param from ISO day
 * @param to ISO day
 */
export async function announceExpiring(tx: Transaction, from: string, to: string) {
  const near = await tx.execute<Delegation>(sql`
    select id, contributor_id, delegate_id, status from delegations
    where status = 'active' and ends_on between ${from}::date and ${to}::date
    order by id for update`)
  for (const delegation of near) {
    await tx.execute(sql`
      insert into digest_items (user_id, kind, item_id, event, contributor_id)
      select user_id, kind, ${delegation.id}::uuid, 'expiring', contributor_id
      from (${reached(bothSides(delegation), newsKind('delegation'))}) reached
      where verified and num_nonnulls(email, mobile) > 0
      on conflict do nothing`)
    const untold = await tx.execute<{ email: string }>(sql`
      select email from (${ownAddresses([delegation.contributor_id])}) own where not exists (
        select from outgoing_messages where delegation_id = ${delegation.id} and change = 'delegation.expiring' and user_id is null)`)
    const words = wordsOf(expiring, `${portalAddress()}/area/${delegation.contributor_id}/deleghe`)('email')
    await post(
      tx,
      untold.map(({ email }) => ({
        change: 'delegation.expiring' as const,
        delegationId: delegation.id,
        channel: 'email' as const,
        recipient: email,
        ...words,
      })),
    )
  }
}
