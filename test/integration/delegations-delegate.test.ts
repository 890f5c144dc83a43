import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { findAccess } from '@/lib/contributors/queries'
import {
  changeWorkersAsDelegate,
  compileDelegation,
  discardDelegation,
  renounceDelegation,
  validateDelegation,
} from '@/lib/delegations/commands/delegate'
import { validateDelegations } from '@/lib/delegations/commands/validate-many'
import {
  countOwnDelegations,
  findOwnDelegation,
  listOwnDelegations,
  listToValidate,
} from '@/lib/delegations/queries/delegate'
import { listDelegationEvents } from '@/lib/delegations/queries/history'
import { aContributor, aUser, footprint, newCodiceFiscale, rows } from '../factories'
import { aDelegation, aFirm, portfolio, subdelegate } from '../portfolio-factories'

const today = romeDate(new Date())

/** The holder of a new firm, looking at all their contributors. */
async function aHolder({ collaborators = 0 } = {}) {
  const firm = await aFirm({ collaborators })
  return { firm, actor: portfolio(firm.holder.id, { id: firm.id, role: 'holder' }) }
}
type Actor = Awaited<ReturnType<typeof aHolder>>['actor']

type Changes = Partial<Parameters<typeof compileDelegation>[1]>
const typed = (codiceFiscale: string, changes: Changes = {}) => ({
  delegationId: v7(),
  codiceFiscale,
  scope: 'total' as const,
  exclusive: false,
  workers: [],
  startsOn: today,
  endsOn: null,
  ...changes,
})
async function compiled(actor: Actor, changes: Changes = {}) {
  const contributor = await aContributor()
  const { id } = await compileDelegation(actor, typed(contributor.codiceFiscale, changes))
  return { id, contributor }
}
const titleOf = async (userId: string, contributorId: string) =>
  (await findAccess({ id: userId }, contributorId))?.title
const text = 'Lo studio chiude a fine anno.'

describe('an indirect delegation', () => {
  test('gives no right when it is compiled, and every right from its validation', async () => {
    const { firm, actor } = await aHolder({ collaborators: 1 })
    const [clerk] = firm.collaborators
    await subdelegate(firm, clerk!.memberId)
    const { id, contributor } = await compiled(actor)
    expect(await findOwnDelegation(actor, id)).toMatchObject({ status: 'awaiting_signature', mine: true, open: false })
    expect(await titleOf(actor.id, contributor.id)).toBeUndefined()
    await validateDelegation(actor, { delegationId: id, signedOn: today })
    expect(await titleOf(actor.id, contributor.id)).toBe('delegate')
    expect(await titleOf(clerk!.id, contributor.id)).toBe('subdelegate')
    expect(await findOwnDelegation(actor, id)).toMatchObject({ status: 'active', signedOn: today, open: true })
    const events = await listDelegationEvents(actor, id)
    expect(events.map(({ change, author, firmName }) => [change, author, firmName])).toEqual([
      ['delegation.compiled', 'Giuseppe Verdi', 'Studio Verdi'],
      ['delegation.validated', 'Giuseppe Verdi', 'Studio Verdi'],
    ])
  })

  test('sent twice, or by two clicks at once, is one', async () => {
    const { actor } = await aHolder()
    const { codiceFiscale } = await aContributor()
    const form = typed(codiceFiscale)
    await Promise.all([compileDelegation(actor, form), compileDelegation(actor, form)])
    await compileDelegation(actor, form)
    expect((await listOwnDelegations(actor)).rows.map(({ id }) => id)).toEqual([form.delegationId])
  })

  test('is compiled by the holder of a firm and by nobody else', async () => {
    const { firm, actor } = await aHolder({ collaborators: 1 })
    const { codiceFiscale } = await aContributor()
    const clerk = portfolio(firm.collaborators[0]!.id, { id: firm.id, role: 'collaborator' })
    const impostor = portfolio(clerk.id, { id: firm.id, role: 'holder' })
    const other = portfolio(actor.id, { id: v7(), role: 'holder' })
    const online = portfolio(actor.id, actor.firm, 'online')
    const nobody = portfolio((await aUser()).id)
    const before = await footprint()
    for (const one of [clerk, impostor, other, online, nobody])
      await expect(compileDelegation(one, typed(codiceFiscale))).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await footprint()).toEqual(before)
  })

  test('is refused for a contributor that is not there, or that is the delegate', async () => {
    const { firm, actor } = await aHolder()
    await rows(sql`insert into contributors (id, codice_fiscale, denomination, office_code)
      values (${v7()}, ${firm.holder.codiceFiscale}, 'VERDI GIUSEPPE', '7000')`)
    for (const code of [newCodiceFiscale(), firm.holder.codiceFiscale])
      await expect(compileDelegation(actor, typed(code))).rejects.toMatchObject({
        errors: { codiceFiscale: [expect.any(String)] },
      })
  })

  test('is refused beside another to the same delegate on the same perimeter and days, and only there', async () => {
    const { actor } = await aHolder()
    const [one, two] = [newCodiceFiscale(), newCodiceFiscale()]
    const { contributor } = await compiled(actor, { scope: 'partial', workers: [one], endsOn: addDays(today, 30) })
    const again = (changes: Changes) => compileDelegation(actor, typed(contributor.codiceFiscale, changes))
    await expect(again({})).rejects.toMatchObject({ kind: 'conflict' })
    await expect(again({ scope: 'partial', workers: [two, one] })).rejects.toMatchObject({ kind: 'conflict' })
    await again({ scope: 'partial', workers: [two] })
    await again({ startsOn: addDays(today, 31), scope: 'partial', workers: [one] })
  })

  test('says early that another’s exclusive one is in its way, not whose; its validation is then refused by name', async () => {
    const { actor } = await aHolder()
    const exclusive = await aDelegation({ exclusive: true })
    const [{ code }] = (await rows<{ code: string }>(
      sql`select codice_fiscale as code from contributors where id = ${exclusive.contributorId}`,
    )) as [{ code: string }]
    const { id } = await compileDelegation(actor, typed(code))
    expect(await findOwnDelegation(actor, id)).toMatchObject({ blockedBy: 'exclusive' })
    await expect(validateDelegation(actor, { delegationId: id, signedOn: today })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Anna Prova'),
    })
    const { id: free } = await compiled(actor)
    expect(await findOwnDelegation(actor, free)).toMatchObject({ blockedBy: null })
  })

  test('is validated once, also by two clicks at once; discarded it is validated no more', async () => {
    const { actor } = await aHolder()
    const { id } = await compiled(actor)
    const twice = await Promise.allSettled(
      [1, 2].map(() => validateDelegation(actor, { delegationId: id, signedOn: today })),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const other = await compiled(actor)
    await discardDelegation(actor, { delegationId: other.id })
    await expect(validateDelegation(actor, { delegationId: other.id, signedOn: today })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(discardDelegation(actor, { delegationId: id })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('of one firm is found by nobody of another', async () => {
    const { actor } = await aHolder()
    const { id } = await compiled(actor)
    const { actor: stranger } = await aHolder()
    expect(await findOwnDelegation(stranger, id)).toBeUndefined()
    expect(await listToValidate(stranger, [id])).toEqual([])
    const before = await footprint()
    const attempts = [
      () => validateDelegation(stranger, { delegationId: id, signedOn: today }),
      () => discardDelegation(stranger, { delegationId: id }),
      () => renounceDelegation(stranger, { delegationId: id, text }),
      () => changeWorkersAsDelegate(stranger, { delegationId: id, workers: [newCodiceFiscale()] }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' })
    const many = await validateDelegations(stranger, { delegationIds: [id], signedOn: today })
    expect(many).toMatchObject({ validated: [], refused: [{ id }] })
    expect(await footprint()).toEqual(before)
  })
})

test('a delegate who renounces is out at once, with the whole firm, and the reason is kept', async () => {
  const { firm, actor } = await aHolder({ collaborators: 1 })
  const [clerk] = firm.collaborators
  await subdelegate(firm, clerk!.memberId)
  const { id, contributorId } = await aDelegation({ firm })
  expect(await titleOf(clerk!.id, contributorId)).toBe('subdelegate')
  const asClerk = portfolio(clerk!.id, { id: firm.id, role: 'collaborator' })
  await expect(renounceDelegation(asClerk, { delegationId: id, text })).rejects.toMatchObject({ kind: 'not-found' })
  await renounceDelegation(actor, { delegationId: id, text })
  expect(await titleOf(actor.id, contributorId)).toBeUndefined()
  expect(await titleOf(clerk!.id, contributorId)).toBeUndefined()
  expect(await findOwnDelegation(actor, id)).toMatchObject({ status: 'renounced', reason: text })
  expect(await findOwnDelegation(asClerk, id)).toBeUndefined()
})

test('a delegation of a firm is given back by its holder of now, whoever accepted it, and by no other firm’s', async () => {
  const { firm, actor: former } = await aHolder({ collaborators: 1 })
  const [next] = firm.collaborators
  const { id, contributorId } = await aDelegation({ firm })
  const claimed = portfolio(next!.id, { id: firm.id, role: 'holder' })
  await expect(renounceDelegation(claimed, { delegationId: id, text })).rejects.toMatchObject({ kind: 'not-found' })
  expect(await findOwnDelegation(claimed, id)).toMatchObject({ mine: false, renounceable: false })
  await rows(sql`update firm_members set ended_at = now() where id = ${firm.holder.memberId}`)
  await rows(sql`update firm_members set role = 'holder' where id = ${next!.memberId}`)
  const { actor: stranger } = await aHolder()
  await expect(renounceDelegation(stranger, { delegationId: id, text })).rejects.toMatchObject({ kind: 'not-found' })
  const second = await aDelegation({ delegate: firm.holder })
  await expect(renounceDelegation(claimed, { delegationId: second.id, text })).rejects.toMatchObject({
    kind: 'not-found',
  })
  expect(await findOwnDelegation(claimed, id)).toMatchObject({ mine: false, renounceable: true })
  await renounceDelegation(claimed, { delegationId: id, text })
  expect(await findOwnDelegation(claimed, id)).toMatchObject({ status: 'renounced', reason: text })
  expect(await titleOf(former.id, contributorId)).toBeUndefined()
})

test('the workers of a partial one change until it is validated, and then no more by the delegate', async () => {
  const { actor } = await aHolder()
  const [stays, goes, comes] = [newCodiceFiscale(), newCodiceFiscale(), newCodiceFiscale()]
  const { id } = await compiled(actor, { scope: 'partial', workers: [stays, goes] })
  await changeWorkersAsDelegate(actor, { delegationId: id, workers: [comes, stays] })
  expect((await findOwnDelegation(actor, id))?.workers).toEqual([stays, comes].sort())
  await changeWorkersAsDelegate(actor, { delegationId: id, workers: [stays, comes] })
  expect((await listDelegationEvents(actor, id)).map(({ added, removed }) => [added, removed])).toEqual([
    [null, null],
    [1, 1],
  ])
  await validateDelegation(actor, { delegationId: id, signedOn: today })
  await expect(changeWorkersAsDelegate(actor, { delegationId: id, workers: [goes] })).rejects.toMatchObject({
    kind: 'conflict',
  })
})

describe('many at once', () => {
  test('are validated with one declaration, each by itself; a second try does only what was refused', async () => {
    const { actor } = await aHolder()
    const blocker = await aDelegation({ exclusive: true })
    const [{ code }] = (await rows<{ code: string }>(
      sql`select codice_fiscale as code from contributors where id = ${blocker.contributorId}`,
    )) as [{ code: string }]
    const { id: blocked } = await compileDelegation(actor, typed(code))
    const [first, second] = [await compiled(actor), await compiled(actor)]
    const delegationIds = [first.id, blocked, second.id]
    const result = await validateDelegations(actor, { delegationIds, signedOn: today })
    expect(result.validated.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
    expect(result.refused).toMatchObject([{ id: blocked, reason: expect.stringContaining('esclusiva') }])
    expect(await titleOf(actor.id, first.contributor.id)).toBe('delegate')
    expect(await titleOf(actor.id, blocker.contributorId)).toBeUndefined()
    const before = await footprint()
    expect((await validateDelegations(actor, { delegationIds, signedOn: today })).validated).toEqual([])
    expect(await footprint()).toEqual(before)
  })

  test('two firms that validate the same contributors at the same instant do not wait for each other for ever', async () => {
    const [one, other] = [await aHolder(), await aHolder()]
    const contributors = await Promise.all(Array.from({ length: 12 }, () => aContributor()))
    const idsOf = async (actor: Actor, list: typeof contributors) => {
      const ids = []
      for (const { codiceFiscale } of list) ids.push((await compileDelegation(actor, typed(codiceFiscale))).id)
      return ids
    }
    const forwards = await idsOf(one.actor, contributors)
    const backwards = await idsOf(other.actor, contributors.toReversed())
    const [a, b] = await Promise.all([
      validateDelegations(one.actor, { delegationIds: forwards, signedOn: today }),
      validateDelegations(other.actor, { delegationIds: backwards, signedOn: today }),
    ])
    expect([a.validated.length, b.validated.length]).toEqual([12, 12])
  })
})

describe('the list', () => {
  test('is told apart by state and by what ends within thirty days, and found by name and codice fiscale', async () => {
    const { firm, actor } = await aHolder()
    const rossi = await aContributor({ denomination: 'ROSSI & FIGLI 100% S.N.C.' })
    await aDelegation({ firm, contributorId: rossi.id })
    const soon = await aDelegation({ firm, endsOn: addDays(today, 30) })
    await aDelegation({ firm, endsOn: addDays(today, 31) })
    const waiting = await compiled(actor)
    const gone = await compiled(actor)
    await discardDelegation(actor, { delegationId: gone.id })
    expect(await countOwnDelegations(actor)).toEqual({
      attive: 3,
      'in-scadenza': 1,
      'da-validare': 1,
      sospese: 0,
      finite: 1,
    })
    const idsOf = async (filters: Parameters<typeof listOwnDelegations>[1]) =>
      (await listOwnDelegations(actor, filters)).rows.map(({ id }) => id)
    expect(await idsOf({ stato: 'in-scadenza' })).toEqual([soon.id])
    expect(await idsOf({ stato: 'da-validare' })).toEqual([waiting.id])
    for (const parole of ['rossi & figli', '100%', rossi.codiceFiscale, rossi.codiceFiscale.slice(0, 11)])
      expect((await listOwnDelegations(actor, { parole })).rows.map(({ denomination }) => denomination)).toEqual([
        rossi.denomination,
      ])
    expect(await idsOf({ parole: '%_%' })).toEqual([])
  })

  test('has each of many once, page after page, in either order', async () => {
    const { firm, actor } = await aHolder()
    for (let made = 0; made < 30; made += 1)
      await aDelegation({ firm, ...(made % 3 > 0 && { endsOn: addDays(today, (made % 5) * 7) }) })
    for (const ordine of ['recenti', 'scadenza'] as const) {
      const first = await listOwnDelegations(actor, { ordine })
      const [value, id] = first.next!.split('_') as [string, string]
      const second = await listOwnDelegations(actor, { ordine }, { value, id })
      const all = [...first.rows, ...second.rows]
      expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 5, undefined])
      expect(new Set(all.map((row) => row.id)).size).toBe(30)
      if (ordine === 'scadenza')
        expect(all.map(({ lastDay }) => lastDay)).toEqual(all.map(({ lastDay }) => lastDay).sort())
    }
  })
})
