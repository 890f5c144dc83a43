import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '@/db/write'
import type { ContributorSide } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { gatherReminders, sendDigests } from '@/lib/digests/commands'
import { readNotice } from '@/lib/notices/commands/reading'
import { announceDelegation } from '@/lib/notifications/delegations'
import { announceNotices } from '@/lib/notifications/announce'
import { keepException, removeException } from '@/lib/notifications/commands'
import { listExceptions, listSentMessages } from '@/lib/notifications/queries'
import { markRepliesRead } from '@/lib/requests/commands/contributor'
import { replyToRequest } from '@/lib/requests/commands/officer'
import { aVerifiedContact, sentTo, wishing } from '../contact-factories'
import {
  aContributor,
  aRequest,
  aUser,
  contributorSide,
  execute,
  grantAccess,
  officer,
  person,
  requestIn,
  rows,
  system,
  words,
} from '../factories'
import { aPublishedNotice } from '../notice-factories'
import { actingFor, aDelegation, aFirm, aGroup, endDelegation } from '../portfolio-factories'

beforeEach(() => execute(sql`delete from limits; update digest_items set settled_at = now()`))

const monday = new Date('2026-11-30T08:00:00+01:00')
const tuesday = new Date('2026-12-01T08:00:00+01:00')
const today = romeDate(new Date())

/** Somebody with so many contributors and a verified e-mail of their own. */
async function someone(contributors = 2) {
  const user = await aUser()
  const email = `${user.id}@own.example`
  const parties: string[] = []
  for (let made = 0; made < contributors; made += 1) {
    const { id } = await aContributor()
    await grantAccess(user.id, id)
    parties.push(id)
  }
  await aVerifiedContact({ userId: user.id }, user.id, email)
  return { id: user.id, email, parties }
}

/** A notice published to a contributor and announced, as an office does. */
async function announced(contributorId: string, changes: { dueBy?: string } = {}) {
  const { id } = await aPublishedNotice({ contributorId, ...changes })
  await transaction((tx) => announceNotices(tx, { noticeId: id }, [contributorId]))
  return id
}

const waiting = async (userId: string) =>
  (
    await rows<{ kind: string }>(
      sql`select kind from digest_items where user_id = ${userId} and settled_at is null order by kind`,
    )
  ).map(({ kind }) => kind)
const subjects = async (email: string) => (await sentTo(email)).map(({ change }) => change)
const body = async (email: string) => (await sentTo(email)).at(-1)!.body

describe('a notice is told', () => {
  test('at once to who has one contributor, at their own verified address', async () => {
    const { id, email, parties } = await someone(1)
    await announced(parties[0]!)
    expect(await sentTo(email)).toMatchObject([{ change: 'notice.published', channel: 'email', user_id: id }])
    expect(await waiting(id)).toEqual([])
  })

  test('in the digest of the day to who has more, once however often it is promised', async () => {
    const { id, email, parties } = await someone(2)
    const notice = await announced(parties[0]!)
    await transaction((tx) => announceNotices(tx, { noticeId: notice }, parties))
    expect(await sentTo(email)).toEqual([])
    expect(await waiting(id)).toEqual(['notice'])
    await announced(parties[1]!)
    await sendDigests(system())
    expect(await body(email)).toContain('- 2 comunicazioni da leggere, per 2 contribuenti')
    expect(await sentTo(email)).toMatchObject([{ change: 'digest.sent', user_id: id }])
    await sendDigests(system())
    await transaction((tx) => announceNotices(tx, { noticeId: notice }, parties))
    await sendDigests(system())
    expect(await sentTo(email)).toHaveLength(1)
  })

  test('by SMS only to who asked for it, and to a verified number', async () => {
    const { id, email, parties } = await someone(1)
    const mobile = '+393334445556'
    await aVerifiedContact({ userId: id }, id, mobile)
    await announced(parties[0]!)
    expect(await sentTo(mobile)).toEqual([])
    await wishing(id, 'at_once', { kind: 'notice', byEmail: false, bySms: true })
    await announced(parties[0]!)
    expect([(await sentTo(email)).length, (await sentTo(mobile)).length]).toEqual([1, 1])
  })

  test('not to who does not want to hear of it, and of one contributor or group as they said', async () => {
    const firm = await aFirm()
    const me = firm.holder.id
    const email = `${me}@own.example`
    await aVerifiedContact({ userId: me }, me, email)
    const parties: string[] = []
    for (let made = 0; made < 3; made += 1) parties.push((await aDelegation({ firm })).contributorId)
    const [plain, grouped, single] = parties as [string, string, string]
    const silence = { byEmail: false, bySms: false }
    await wishing(me, 'at_once', { kind: 'notice', ...silence })
    const groupId = await aGroup(firm.id, [grouped, single])
    const mail = [{ kind: 'notice' as const, byEmail: true, bySms: false }]
    await keepException(person(me), { about: 'group', aboutId: groupId, wishes: mail })
    await keepException(person(me), { about: 'contributor', aboutId: single, wishes: [{ kind: 'notice', ...silence }] })
    await announced(plain)
    await announced(single)
    expect(await sentTo(email)).toEqual([])
    await announced(grouped)
    expect(await sentTo(email)).toHaveLength(1)
  })

  test('of somebody else’s contributor or group nobody may choose', async () => {
    const [me, stranger] = [await aUser(), await someone(1)]
    const groupId = await aGroup((await aFirm()).id, [])
    for (const [about, aboutId] of [
      ['contributor', stranger.parties[0]!],
      ['group', groupId],
    ] as const)
      await expect(keepException(person(me.id), { about, aboutId, wishes: [] })).rejects.toMatchObject({
        kind: 'not-found',
      })
  })

  test('as before once an exception is taken back', async () => {
    const { id, email, parties } = await someone(1)
    const exception = { about: 'contributor' as const, aboutId: parties[0]! }
    const wishes = [{ kind: 'notice' as const, byEmail: false, bySms: false }]
    await keepException(person(id), { ...exception, wishes })
    expect(await listExceptions(person(id))).toMatchObject([exception])
    await announced(parties[0]!)
    expect(await sentTo(email)).toEqual([])
    await removeException(person(id), exception)
    await removeException(person(id), exception)
    await announced(parties[0]!)
    expect(await sentTo(email)).toHaveLength(1)
  })

  test('where they last consented to who has no contact of their own', async () => {
    const side = await contributorSide()
    const email = `${v7()}@request.example`
    await aRequest(side, { email })
    await execute(sql`delete from outgoing_messages where recipient = ${email}`)
    await announced(side.contributorId)
    expect(await sentTo(email)).toMatchObject([{ change: 'notice.published', user_id: side.id }])
  })

  test('to the contributor’s own PEC too, once', async () => {
    const side = await contributorSide()
    const { contributorId } = side
    await aVerifiedContact({ contributorId }, side.id, 'own@pec.example', 'pec')
    await aVerifiedContact({ contributorId }, side.id, 'own@mail.example')
    await announced(contributorId)
    expect(await sentTo('own@pec.example')).toMatchObject([{ change: 'notice.published', user_id: null }])
    expect(await sentTo('own@mail.example')).toEqual([])
  })

  test('to nobody whose access has ended', async () => {
    const { delegate, contributorId, id } = await aDelegation()
    const email = `${delegate.id}@own.example`
    await aVerifiedContact({ userId: delegate.id }, delegate.id, email)
    await endDelegation(id)
    await announced(contributorId)
    expect(await sentTo(email)).toEqual([])
  })
})

describe('a digest', () => {
  test('leaves out what was read, seen or taken away meanwhile, and is not sent when nothing is left', async () => {
    const { id, email, parties } = await someone(2)
    const noticeId = await announced(parties[0]!)
    await readNotice(await actingFor(id, parties[0]!), { noticeId })
    await announced(parties[1]!)
    await execute(sql`update accesses set valid_to = now() where user_id = ${id} and contributor_id = ${parties[1]!}`)
    await sendDigests(system())
    expect(await sentTo(email)).toEqual([])
    expect(await waiting(id)).toEqual([])
    expect(await rows(sql`select digest_id from digest_items where user_id = ${id} and digest_id is not null`)).toEqual(
      [],
    )
  })

  test('comes on Mondays to who wants it once a week', async () => {
    const { id, email, parties } = await someone(2)
    await wishing(id, 'weekly')
    await announced(parties[0]!)
    await sendDigests(system(), tuesday)
    expect(await sentTo(email)).toEqual([])
    await sendDigests(system(), monday)
    expect(await subjects(email)).toEqual(['digest.sent'])
  })

  test('is one, also when two jobs send it at once', async () => {
    const crowd = await Promise.all([someone(), someone(), someone()])
    for (const { parties } of crowd) await announced(parties[0]!)
    await Promise.all([sendDigests(system()), sendDigests(system()), sendDigests(system())])
    for (const { id, email } of crowd) {
      expect(await subjects(email)).toEqual(['digest.sent'])
      expect(await rows(sql`select 1 from digests where user_id = ${id}`)).toHaveLength(1)
    }
  })

  test('is one, also when the job dies half-way and is done again', async () => {
    const crowd = await Promise.all([someone(), someone(), someone()])
    for (const { parties } of crowd) await announced(parties[0]!)
    const unlucky = crowd[1]!
    await execute(sql`
      create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`)
    await execute(
      sql.raw(`create trigger killed before insert on outgoing_messages for each row
        when (new.recipient = '${unlucky.email}') execute function die()`),
    )
    await expect(sendDigests(system())).rejects.toThrow()
    expect(await sentTo(unlucky.email)).toEqual([])
    expect(await waiting(unlucky.id)).toEqual(['notice'])
    await execute(sql`drop trigger killed on outgoing_messages`)
    await sendDigests(system())
    for (const { email } of crowd) expect(await subjects(email)).toEqual(['digest.sent'])
  })

  test('waits while there is no address to send it to, and loses nothing', async () => {
    const { id, email, parties } = await someone(2)
    await announced(parties[0]!)
    await execute(sql`update contacts set status = 'removed', ended_at = now() where user_id = ${id}`)
    await sendDigests(system())
    expect(await waiting(id)).toEqual(['notice'])
    await aVerifiedContact({ userId: id }, id, email)
    await sendDigests(system())
    expect(await subjects(email)).toEqual(['digest.sent'])
  })

  test('says nothing of what the person has meanwhile chosen not to hear', async () => {
    const { id, email, parties } = await someone(2)
    await announced(parties[0]!)
    await wishing(id, 'daily', { kind: 'notice', byEmail: false, bySms: false })
    await sendDigests(system())
    expect([await sentTo(email), await waiting(id)]).toEqual([[], []])
  })

  test('carries no name, no codice fiscale and no protocollo', async () => {
    const { email, parties } = await someone(2)
    await announced(parties[0]!)
    await sendDigests(system())
    const [{ name, code }] = (await rows(
      sql`select denomination as name, codice_fiscale as code from contributors where id = ${parties[0]!}`,
    )) as [{ name: string; code: string }]
    for (const secret of [name, code, 'INPS.', parties[0]!]) expect(await body(email)).not.toContain(secret)
  })
})

describe('a reply of the office', () => {
  const replied = async (sender: ContributorSide) => {
    const desk = await officer()
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    await replyToRequest(desk, words(requestId))
    return requestId
  }

  test('is told to who else may see the request, and not to its sender twice', async () => {
    const sender = await contributorSide()
    const { id, email } = await someone(1)
    await grantAccess(id, sender.contributorId)
    await replied(sender)
    expect(await waiting(id)).toEqual(['reply'])
    expect(await waiting(sender.id)).toEqual([])
    await sendDigests(system())
    expect(await body(email)).toContain('- 1 risposta della sede, per 1 contribuente')
    const mine = await listSentMessages(person(sender.id))
    expect(mine.messages.map(({ change, to }) => [change, to])).toContainEqual([
      'request.replied',
      'a…a@alfaservizi.example',
    ])
  })

  test('that they saw meanwhile is no news', async () => {
    const sender = await contributorSide()
    const { id, email } = await someone(1)
    await grantAccess(id, sender.contributorId)
    const requestId = await replied(sender)
    await markRepliesRead(await actingFor(id, sender.contributorId), { requestId })
    await sendDigests(system())
    expect(await sentTo(email)).toEqual([])
  })
})

describe('a term', () => {
  test('seven days away is told once, while it is open', async () => {
    const { id, email, parties } = await someone(2)
    await aPublishedNotice({ contributorId: parties[0]!, dueBy: addDays(today, 7) })
    await aPublishedNotice({ contributorId: parties[0]!, dueBy: addDays(today, 8) })
    await gatherReminders(system())
    await gatherReminders(system())
    expect(await waiting(id)).toEqual(['deadline'])
    await sendDigests(system())
    expect(await body(email)).toContain('- 1 scadenza entro 7 giorni, per 1 contribuente')
    await gatherReminders(system())
    await sendDigests(system())
    expect(await sentTo(email)).toHaveLength(1)
  })

  test('of a notice that was settled meanwhile is not told', async () => {
    const { id, email, parties } = await someone(1)
    const notice = await aPublishedNotice({ contributorId: parties[0]!, dueBy: addDays(today, 2) })
    await gatherReminders(system())
    await execute(sql`update notices set status = 'settled' where id = ${notice.id}`)
    await sendDigests(system())
    expect([await sentTo(email), await waiting(id)]).toEqual([[], []])
  })
})

describe('what happens to a delegation', () => {
  const given = async (endsOn?: string) => {
    const owner = await contributorSide()
    const { contributorId } = owner
    await aVerifiedContact({ contributorId }, owner.id, `${contributorId}@pec.example`, 'pec')
    const delegation = await aDelegation({ contributorId, ...(endsOn && { endsOn }) })
    const email = `${delegate(delegation)}@own.example`
    await aVerifiedContact({ userId: delegation.delegate.id }, delegation.delegate.id, email)
    return { owner, delegation, email, pec: `${contributorId}@pec.example` }
  }
  const delegate = ({ delegate: { id } }: { delegate: { id: string } }) => id

  test('is told to both sides, to the delegate also when their right has just ended', async () => {
    const { delegation, email, pec } = await given()
    await endDelegation(delegation.id)
    await transaction((tx) => announceDelegation(tx, 'delegation.revoked', delegation.id))
    for (const address of [email, pec]) {
      expect(await subjects(address)).toEqual(['delegation.revoked'])
      expect(await body(address)).toContain('Una delega è stata revocata.')
    }
    expect(await body(email)).toContain(`/area/tutti/deleghe/${delegation.id}`)
    expect(await body(pec)).toContain(`/area/${delegation.contributorId}/deleghe`)
  })

  test('goes into the digest of who has one, each change of its workers apart', async () => {
    const { delegation, email } = await given()
    await wishing(delegation.delegate.id, 'daily')
    for (let time = 0; time < 2; time += 1) {
      await transaction((tx) => announceDelegation(tx, 'delegation.workers_changed', delegation.id))
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await sendDigests(system())
    expect(await body(email)).toContain('- 2 novità sulle deleghe, per 1 contribuente')
  })

  test('when its last day is near is told once to each', async () => {
    const { delegation, email, pec } = await given(addDays(today, 30))
    await gatherReminders(system())
    await gatherReminders(system())
    expect(await waiting(delegation.delegate.id)).toEqual(['delegation'])
    expect(await sentTo(pec)).toHaveLength(1)
    expect(await body(pec)).toContain('scade entro 30 giorni')
    await sendDigests(system())
    await sendDigests(system())
    expect(await sentTo(email)).toHaveLength(1)
  })

  test('reaches a delegate who has yet to accept, and says nothing when nobody has that codice fiscale', async () => {
    const { delegation, email } = await given()
    await execute(sql`update delegations set status = 'proposed', delegate_id = null where id = ${delegation.id}`)
    await transaction((tx) => announceDelegation(tx, 'delegation.conferred', delegation.id))
    expect(await body(email)).toContain('/inviti')
    await execute(sql`update delegations set delegate_code = 'RSSMRA85T10A562S' where id = ${delegation.id}`)
    await transaction((tx) => announceDelegation(tx, 'delegation.conferred', delegation.id))
    expect(await sentTo(email)).toHaveLength(1)
  })
})

describe('«Cosa ti abbiamo inviato»', () => {
  test('is the person’s own, page by page, without the whole address', async () => {
    const { id, email, parties } = await someone(1)
    for (let made = 0; made < 27; made += 1) await announced(parties[0]!)
    const first = await listSentMessages(person(id))
    const [value, after] = first.next!.split('_') as [string, string]
    const second = await listSentMessages(person(id), { value, id: after })
    expect([first.messages.length, second.messages.length, second.next]).toEqual([25, 2, undefined])
    expect(JSON.stringify(first)).not.toContain(email)
    expect((await listSentMessages(person((await someone(1)).id))).messages).toEqual([])
  })
})
