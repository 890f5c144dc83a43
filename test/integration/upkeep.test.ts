import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { spendAnyway } from '@/lib/limits/count'
import { submitRequest } from '@/lib/requests/commands/submit'
import { sweep } from '@/lib/upkeep/commands'
import {
  aDraft,
  anAttachment,
  aSession,
  aUser,
  contributorSide,
  execute,
  footprint,
  requestIn,
  officer,
  rows,
  system,
} from '../factories'

const remaining = async (table: string, ids: string[]) => {
  const left = await rows<{ id: string }>(sql`
    select id from ${sql.identifier(table)} where id in ${ids.map((id) => sql`${id}`)}`)
  return ids.filter((id) => left.some((row) => row.id === id))
}
const sweptLately = () =>
  rows<{ change: string; details: Record<string, number> }>(sql`
    select change, details from audit_events where change in ('drafts.swept', 'attachments.swept') order by sequence`)

describe('the sweep', () => {
  test('takes away the drafts that nobody touched for thirty days, with their files, and says how many', async () => {
    const side = await contributorSide()
    const [old, recent] = [await aDraft(side), await aDraft(side)]
    const [oldFile, recentFile] = [await anAttachment(side, old), await anAttachment(side, recent)]
    await execute(sql`update drafts set expires_at = now() - interval '1 second' where id = ${old}`)
    await execute(sql`update drafts set expires_at = now() + interval '1 minute' where id = ${recent}`)
    await sweep(system())
    expect(await remaining('drafts', [old, recent])).toEqual([recent])
    expect(await remaining('attachments', [oldFile, recentFile])).toEqual([recentFile])
    expect(await sweptLately()).toEqual([
      { change: 'drafts.swept', details: { drafts: 1 } },
      { change: 'attachments.swept', details: { attachments: 1 } },
    ])
  })

  test('takes away an answer never sent, and leaves its request as it was', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const draftId = v7()
    await anAttachment(sender, draftId, requestId)
    await execute(sql`update drafts set expires_at = now() where id = ${draftId}`)
    await sweep(system())
    expect(await remaining('drafts', [draftId])).toEqual([])
    expect(await remaining('requests', [requestId])).toEqual([requestId])
  })

  test('never touches what was sent, however old', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const file = await anAttachment(side, draftId)
    await submitRequest(side, { draftId })
    await execute(sql`update attachments set created_at = now() - interval '10 years' where id = ${file}`)
    await execute(sql`update requests set submitted_at = now() - interval '10 years' where id = ${draftId}`)
    await sweep(system())
    expect(await remaining('attachments', [file])).toEqual([file])
    expect(await remaining('requests', [draftId])).toEqual([draftId])
  })

  test('forgets counters after two days and sessions after a year', async () => {
    const [oldKey, freshKey] = [v7(), v7()]
    for (const key of [oldKey, freshKey]) await spendAnyway(key, { count: 1, seconds: 1 })
    await execute(sql`update limits set counted_since = now() - interval '49 hours' where key = ${oldKey}`)
    const { id } = await aUser()
    const [old, fresh] = [await aSession(id), await aSession(id)]
    await execute(sql`update sessions set started_at = now() - interval '366 days' where id = ${old}`)
    await sweep(system())
    expect(await rows(sql`select key from limits where key in (${oldKey}, ${freshKey})`)).toEqual([{ key: freshKey }])
    expect(await remaining('sessions', [old, fresh])).toEqual([fresh])
  })

  test('with nothing to do leaves nothing, not even a line in the record', async () => {
    await sweep(system())
    const before = await footprint()
    await sweep(system())
    expect(await footprint()).toEqual(before)
  })

  test('done twice at the same moment does each thing once', async () => {
    const side = await contributorSide()
    const drafts = await Promise.all(Array.from({ length: 5 }, () => aDraft(side)))
    for (const draftId of drafts) await anAttachment(side, draftId)
    await execute(sql`update drafts set expires_at = now() where author_id = ${side.id}`)
    const before = (await sweptLately()).length
    await Promise.all([sweep(system()), sweep(system()), sweep(system())])
    const since = (await sweptLately()).slice(before)
    const sum = (change: string, what: string) =>
      since.filter((event) => event.change === change).reduce((total, { details }) => total + details[what]!, 0)
    expect([sum('drafts.swept', 'drafts'), sum('attachments.swept', 'attachments')]).toEqual([5, 5])
  })
})
