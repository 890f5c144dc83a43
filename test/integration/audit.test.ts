import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { changeNames, type ChangeName } from '@/db/vocabulary-changes'
import { sentences } from '@/lib/audit/sentences'
import { change } from '@/lib/change'
import { notifications } from '@/lib/notifications/messages'
import { replyToRequest, writeNote } from '@/lib/requests/commands/officer'
import {
  administrator,
  aUser,
  auditOf,
  contributorSide,
  execute,
  footprint,
  officer,
  person,
  reason,
  requestIn,
  rows,
  system,
  typedRequest,
  visitor,
  words,
} from '../factories'

describe('what was said, received and done is never rewritten', () => {
  beforeAll(async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    await replyToRequest(desk, words(requestId))
    await writeNote(desk, { draftId: v7(), requestId, text: 'Da sentire il collega.' })
  })

  const columns = { audit_events: 'actor_kind', thread_entries: 'text', notes: 'text', receipts: 'sha256' }
  const attempts = Object.entries(columns).flatMap(([table, column]) => {
    const [name, field] = [sql.identifier(table), sql.identifier(column)]
    return [
      [`UPDATE of ${table}`, sql`update ${name} set ${field} = 'altro'`],
      [`UPDATE of ${table} that changes no row`, sql`update ${name} set ${field} = 'altro' where false`],
      [`DELETE from ${table}`, sql`delete from ${name}`],
      [`TRUNCATE of ${table}`, sql`truncate ${name} cascade`],
    ] as const
  })
  test.each(attempts)('%s is refused', async (_, attempt) => {
    const before = await footprint()
    await expect(execute(attempt)).rejects.toMatchObject({ cause: { message: expect.stringMatching(/append-only$/) } })
    expect(await footprint()).toEqual(before)
  })

  test('and not even by throwing away the request it speaks of', async () => {
    await expect(execute(sql`truncate requests cascade`)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/append-only$/) },
    })
    await expect(execute(sql`delete from requests`)).rejects.toMatchObject({ cause: { code: '23503' } })
  })
})

describe('the record', () => {
  test('has a sentence for every change but a person’s own scratch paper', () => {
    expect(Object.keys(sentences).sort()).toEqual([...changeNames].sort())
    expect(changeNames.filter((name) => sentences[name] === null)).toEqual([
      'draft.saved',
      'notice.marked_unread',
      'delegation.expiring',
      'favourite.kept',
      'bulk_request.tried',
    ])
    const spoken = Object.values(sentences).filter(
      (sentence): sentence is NonNullable<typeof sentence> => sentence !== null,
    )
    expect(new Set(spoken).size).toBe(spoken.length)
    for (const sentence of spoken) expect(sentence).toMatch(/^(Ha|È|Il portale ha) /)
  })

  test('knows in the database exactly the changes that the code knows', async () => {
    const [names] = await rows<{ names: string[] }>(sql`select enum_range(null::change_name)::text[] as names`)
    expect(new Set(names!.names)).toEqual(new Set(changeNames))
  })

  // What people are told of needs an entry of a thread: their own tests look at the record.
  const recorded = changeNames.filter(
    (name) => sentences[name] !== null && notifications[name] === null && !name.startsWith('request.'),
  )
  test.each(recorded)('says who did it, as whom and for whom: %s', async (name) => {
    const [side, desk] = [await contributorSide(), await officer()]
    const { id: adminId, ...admin } = await administrator()
    const actors = [
      [
        side,
        {
          actorKind: 'contributor',
          actorId: side.id,
          title: 'legal_representative',
          contributorId: side.contributorId,
        },
      ],
      [desk, { actorKind: 'officer', actorId: desk.id, title: null, contributorId: null }],
      [person(side.id), { actorKind: 'person', actorId: side.id, title: null, contributorId: null }],
      [
        { ...admin, id: adminId },
        { actorKind: 'administrator', actorId: adminId, title: null, contributorId: null },
      ],
      [system(), { actorKind: 'system', actorId: null, title: null, contributorId: null }],
      [visitor(), { actorKind: 'visitor', actorId: null, title: null, contributorId: null }],
    ] as const
    for (const [actor, expected] of actors) {
      const id = v7()
      await change(actor, name, async () => ({ id, details: { count: 3 } }))
      expect(await auditOf(id)).toMatchObject([{ ...expected, change: name, entityId: id, details: { count: 3 } }])
    }
  })

  test('says for whom also when the office acts', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('closed', { sender, officer: desk })
    expect(await auditOf(requestId)).toMatchObject([
      { change: 'request.submitted', actorKind: 'contributor', contributorId: sender.contributorId },
      { change: 'request.taken_up', actorKind: 'officer', contributorId: sender.contributorId },
      { change: 'request.closed', actorKind: 'officer', contributorId: sender.contributorId },
    ])
  })

  test('is silent when nothing was changed, and when it failed', async () => {
    const [side, id] = [await contributorSide(), v7()]
    expect(await change(side, 'replies.read', async () => undefined)).toBeUndefined()
    const failing = change(side, 'replies.read', async () => {
      throw new Error('broken half-way')
    })
    await expect(failing).rejects.toThrow('broken half-way')
    expect(await auditOf(id)).toEqual([])
  })

  test('is numbered in order, and a line that was rolled back is not there', async () => {
    const ids = Array.from({ length: 20 }, () => v7())
    const { id: userId } = await aUser()
    await Promise.allSettled(
      ids.map((id, index) =>
        change(person(userId), 'session.ended', async (tx) => {
          if (index % 4 === 0) await tx.execute(sql`select 1 / 0`)
          return { id }
        }),
      ),
    )
    const lines = await rows<{ entity_id: string; sequence: string }>(sql`
      select entity_id, sequence from audit_events where actor_id = ${userId} order by sequence`)
    expect(new Set(lines.map((line) => line.entity_id))).toEqual(new Set(ids.filter((_, index) => index % 4 !== 0)))
    expect(new Set(lines.map(({ sequence }) => sequence)).size).toBe(15)
  })

  test('holds no words of anybody', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    await requestIn('reopened', { sender, officer: desk })
    const kept = JSON.stringify(await rows(sql`select * from audit_events`))
    for (const words of [typedRequest.text, typedRequest.email, reason, 'Anna', 'Bianchi'])
      expect(kept).not.toContain(words)
  })
})

test('with a PIN online nothing is changed but one’s own reading and leaving', async () => {
  const side = await contributorSide({ pinLevel: 'online' })
  const open: ChangeName[] = []
  for (const name of changeNames) {
    const attempt = change(side, name, async () => undefined)
    const outcome = await attempt.then(
      () => 'open',
      (error: { kind?: string }) => error.kind,
    )
    if (outcome === 'open') open.push(name)
    else expect(outcome).toBe('forbidden')
  }
  expect(open).toEqual([
    'session.started',
    'session.ended',
    'pin.chosen',
    'attachment.downloaded',
    'replies.read',
    'notice.read',
    'notice.marked_read',
    'notice.marked_unread',
    'paper.kept',
    'calendar.opened',
    'calendar.closed',
    'firm.exported',
    'favourite.kept',
    'preferences.kept',
  ])
})
