import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ContributorSide } from '@/lib/auth/actor'
import { sendCode, verifyContact } from '@/lib/contacts/commands/code'
import { confirmContact, declineContact, proposeContact, removeContact } from '@/lib/contacts/commands/propose'
import { findPecInvitation, listContactEvents, listContacts } from '@/lib/contacts/queries'
import { deliver } from '@/lib/notifications/outbox'
import { aContact, codeOf, sentTo } from '../contact-factories'
import { auditOf, aUser, contributorSide, execute, footprint, person, rows } from '../factories'
import { actingFor, aDelegation, aFirm, aGroup, subdelegate } from '../portfolio-factories'

beforeEach(() => execute(sql`delete from limits`))

const later = (seconds: number) => new Date(Date.now() + seconds * 1000)
const noon = new Date('2026-11-26T12:00:00+01:00')
const night = new Date('2026-11-26T22:00:00+01:00')
const pec = (value: string) => ({ kind: 'pec' as const, value })
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const statusOf = async (id: string) =>
  (await rows<{ status: string }>(sql`select status from contacts where id = ${id}`))[0]!.status
const verified = async (actor: ContributorSide, value: string) => {
  const id = await aContact(actor, value, 'pec')
  await verifyContact(actor, { contactId: id, code: await codeOf(id) })
  return id
}

describe('a contact', () => {
  test('waits for the code that was sent to it, and is used once that comes back', async () => {
    const actor = await contributorSide()
    const { id, coded } = await proposeContact(actor, pec('alfa@pec.example'))
    expect(coded).toBe(true)
    expect(await listContacts(actor)).toMatchObject([{ id, status: 'unverified', codeSent: true }])
    expect(await findPecInvitation(actor)).toEqual({ waiting: true })
    await verifyContact(actor, { contactId: id, code: await codeOf(id) })
    expect(await listContacts(actor)).toMatchObject([{ id, status: 'verified', value: 'alfa@pec.example' }])
    expect(await findPecInvitation(actor)).toBeUndefined()
  })

  test('keeps of its code only a hash, which leaves the message too once that is handed over', async () => {
    const actor = await contributorSide()
    const id = await aContact(actor, 'hash@pec.example', 'pec')
    const code = await codeOf(id)
    const kept = await rows(sql`select * from contact_codes where contact_id = ${id}`)
    expect(JSON.stringify(kept)).not.toContain(code)
    const [message] = await sentTo('hash@pec.example')
    await deliver(message!.id)
    expect((await sentTo('hash@pec.example'))[0]!.body).not.toContain(code)
    await verifyContact(actor, { contactId: id, code })
  })

  test('that takes the place of another leaves it in the history, and tells its address', async () => {
    const actor = await contributorSide()
    const old = await verified(actor, 'old@pec.example')
    const fresh = await verified(actor, 'new@pec.example')
    expect([await statusOf(old), await statusOf(fresh)]).toEqual(['replaced', 'verified'])
    const told = (await sentTo('old@pec.example')).at(-1)!
    expect(told).toMatchObject({ change: 'contact.verified', subject: 'Questo indirizzo è stato sostituito' })
    expect(told.body).not.toContain('new@')
    const events = await listContactEvents(actor)
    expect(events.map(({ change, value }) => [change, value])).toEqual([
      ['contact.verified', 'new@pec.example'],
      ['contact.proposed', 'new@pec.example'],
      ['contact.verified', 'old@pec.example'],
      ['contact.proposed', 'old@pec.example'],
    ])
    expect(events[0]).toMatchObject({ person: 'Anna Prova', title: 'legal_representative' })
  })

  test('written twice at once is one, with one code', async () => {
    const actor = await contributorSide()
    const [one, other] = await Promise.all([
      proposeContact(actor, pec('twice@pec.example')),
      proposeContact(actor, pec('twice@pec.example')),
    ])
    expect(one.id).toBe(other.id)
    expect(await sentTo('twice@pec.example')).toHaveLength(1)
  })

  test('half-way gives way to the next one, and the one in use is not asked again', async () => {
    const actor = await contributorSide()
    const half = await aContact(actor, 'half@pec.example', 'pec')
    const next = await aContact(actor, 'next@pec.example', 'pec')
    expect(await statusOf(half)).toBe('replaced')
    await verifyContact(actor, { contactId: next, code: await codeOf(next) })
    await expect(proposeContact(actor, pec('next@pec.example'))).rejects.toMatchObject({
      errors: { value: ['È già il recapito in uso.'] },
    })
  })

  test('taken away is used no more, and its address is told', async () => {
    const actor = await contributorSide()
    const contactId = await verified(actor, 'gone@pec.example')
    await removeContact(actor, { contactId })
    await removeContact(actor, { contactId })
    expect(await listContacts(actor)).toEqual([])
    expect((await sentTo('gone@pec.example')).map(({ change }) => change)).toEqual([
      'contact.code_sent',
      'contact.removed',
    ])
  })

  test('of a person is theirs alone, and no contributor’s', async () => {
    const side = await contributorSide()
    const me = person(side.id)
    const id = await aContact(me, 'me@own.example')
    await verifyContact(me, { contactId: id, code: await codeOf(id) })
    expect(await listContacts(me)).toMatchObject([{ id, status: 'verified' }])
    expect(await listContacts(side)).toEqual([])
    await expect(proposeContact(me, pec('me@pec.example'))).rejects.toMatchObject({ kind: 'invalid' })
    await expect(removeContact(side, { contactId: id })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('is out of reach with a PIN online', async () => {
    const actor = await contributorSide({ pinLevel: 'online' })
    await expect(proposeContact(actor, pec('x@pec.example'))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a code', () => {
  test('mistyped five times is dead, also if the sixth is right', async () => {
    const actor = await contributorSide()
    const contactId = await aContact(actor, 'five@pec.example', 'pec')
    const code = await codeOf(contactId)
    for (const left of [4, 3, 2, 1, 0])
      await expect(verifyContact(actor, { contactId, code: wrong(code) })).rejects.toMatchObject({
        errors: {
          code: [
            expect.stringContaining(left === 0 ? 'non vale più' : left === 1 ? 'un tentativo' : `${left} tentativi`),
          ],
        },
      })
    await expect(verifyContact(actor, { contactId, code })).rejects.toMatchObject({
      errors: { code: [expect.any(String)] },
    })
    expect(await statusOf(contactId)).toBe('unverified')
  })

  test('tried many times at once is tried five times', async () => {
    const actor = await contributorSide()
    const contactId = await aContact(actor, 'many@pec.example', 'pec')
    const code = await codeOf(contactId)
    await Promise.allSettled(Array.from({ length: 12 }, () => verifyContact(actor, { contactId, code: wrong(code) })))
    expect(await rows(sql`select tries from contact_codes where contact_id = ${contactId}`)).toEqual([{ tries: 5 }])
  })

  test('is good for ten minutes, and until the next one is sent', async () => {
    const actor = await contributorSide()
    const contactId = await aContact(actor, 'ten@pec.example', 'pec')
    const first = await codeOf(contactId)
    await expect(verifyContact(actor, { contactId, code: first }, later(601))).rejects.toMatchObject({
      errors: { code: [expect.stringContaining('10 minuti')] },
    })
    await sendCode(actor, { contactId }, later(31))
    const second = await codeOf(contactId)
    if (first !== second)
      await expect(verifyContact(actor, { contactId, code: first })).rejects.toMatchObject({ errors: {} })
    await verifyContact(actor, { contactId, code: second })
    await verifyContact(actor, { contactId, code: second })
    expect((await auditOf(contactId)).filter(({ change }) => change === 'contact.verified')).toHaveLength(1)
  })

  test('is sent once each thirty seconds, and five times an hour to one address', async () => {
    const actor = await contributorSide()
    const contactId = await aContact(actor, 'often@pec.example', 'pec')
    await expect(sendCode(actor, { contactId }, later(29))).rejects.toMatchObject({ kind: 'too-many' })
    for (const time of [1, 2, 3, 4]) await sendCode(actor, { contactId }, later(31 * time))
    await expect(sendCode(actor, { contactId }, later(31 * 5))).rejects.toMatchObject({ kind: 'too-many' })
    const other = await contributorSide()
    await expect(proposeContact(other, pec('often@pec.example'))).rejects.toMatchObject({ kind: 'too-many' })
    expect(await listContacts(other)).toEqual([])
  })

  test('by SMS leaves from 9 to 19: before, the number is kept and the code asked for later', async () => {
    const actor = await contributorSide()
    const mobile = { kind: 'mobile' as const, value: '+393331112223' }
    const { id, coded } = await proposeContact(actor, mobile, night)
    expect(coded).toBe(false)
    await expect(sendCode(actor, { contactId: id }, night)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await sentTo(mobile.value)).toEqual([])
    await sendCode(actor, { contactId: id }, noon)
    await verifyContact(actor, { contactId: id, code: await codeOf(id) }, noon)
    expect(await statusOf(id)).toBe('verified')
  })
})

describe('a delegate', () => {
  const people = async () => {
    const owner = await contributorSide()
    const { delegate } = await aDelegation({ contributorId: owner.contributorId })
    return { owner, delegate: await actingFor(delegate.id, owner.contributorId) }
  }

  test('proposes, and a representative confirms and verifies', async () => {
    const { owner, delegate } = await people()
    const { id, coded } = await proposeContact(delegate, pec('studio@pec.example'))
    expect([coded, await statusOf(id)]).toEqual([false, 'proposed'])
    expect(await sentTo('studio@pec.example')).toEqual([])
    for (const forbidden of [
      () => confirmContact(delegate, { contactId: id }),
      () => sendCode(delegate, { contactId: id }),
      () => verifyContact(delegate, { contactId: id, code: '123456' }),
    ])
      await expect(forbidden()).rejects.toMatchObject({ kind: 'forbidden' })
    await confirmContact(owner, { contactId: id })
    await verifyContact(owner, { contactId: id, code: await codeOf(id) })
    expect(await listContacts(delegate)).toMatchObject([{ status: 'verified', value: 'studio@pec.example' }])
  })

  test('is told no, or changes their mind', async () => {
    const { owner, delegate } = await people()
    const { id } = await proposeContact(delegate, pec('no@pec.example'))
    await declineContact(owner, { contactId: id })
    await declineContact(owner, { contactId: id })
    expect(await statusOf(id)).toBe('declined')
    await expect(confirmContact(owner, { contactId: id })).rejects.toMatchObject({ kind: 'conflict' })
    const again = await proposeContact(delegate, pec('yes@pec.example'))
    await removeContact(delegate, { contactId: again.id })
    expect(await statusOf(again.id)).toBe('removed')
  })

  test('does not take away what the contributor uses', async () => {
    const { owner, delegate } = await people()
    const contactId = await verified(owner, 'kept@pec.example')
    const before = await footprint()
    await expect(removeContact(delegate, { contactId })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await footprint()).toEqual(before)
  })

  test('in part, or subdelegated, only reads', async () => {
    const owner = await contributorSide()
    const { contributorId } = owner
    const firm = await aFirm({ collaborators: 1 })
    await aDelegation({ contributorId, firm })
    const [colleague] = firm.collaborators
    await subdelegate(firm, colleague!.memberId, await aGroup(firm.id, [contributorId]))
    const partial = await aUser()
    await aDelegation({ contributorId, delegate: partial, workers: ['RSSMRA85T10A562S'] })
    for (const id of [colleague!.id, partial.id])
      await expect(proposeContact(await actingFor(id, contributorId), pec('x@pec.example'))).rejects.toMatchObject({
        kind: 'forbidden',
      })
  })
})
