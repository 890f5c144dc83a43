import { execFile } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { transaction } from '@/db/write'
import { anchorAudit } from '@/lib/audit/anchor'
import { verifyChain } from '@/lib/audit/queries'
import { change } from '@/lib/change'
import * as logging from '@/lib/logging/log'
import { contributorSide, execute, rows, system } from '../factories'

const record = async (details?: Record<string, string | number>) => {
  const id = v7()
  await change(await side, 'replies.read', async () => ({ id, ...(details && { details }) }))
  return id
}
let side: ReturnType<typeof contributorSide>
const broken = async (...anchors: Parameters<typeof verifyChain>[1] & {}) =>
  (await verifyChain(system(), anchors)).broken
const head = async () => {
  const verdict = await verifyChain(system())
  if (verdict.broken) throw new Error('broken already')
  return verdict.head!
}

beforeAll(async () => {
  side = contributorSide()
  await side
})

describe('the record as one chain', () => {
  test('stays whole under a hundred changes at once, and none is without its number', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, count) => record({ count, words: 'però «così» 漢 \\ "' })))
    expect(await broken()).toBeUndefined()
    const [numbered] = await rows<{ count: number; last: number }>(sql`
      select count(*)::int as count, max(sequence)::int as last from audit_events`)
    expect(numbered!.last).toBe(numbered!.count)
    expect(await head()).toMatchObject({ sequence: numbered!.count, at: expect.any(Date) })
  })

  test('goes on after a change that was rolled back, without a gap', async () => {
    const before = await head()
    const failing = change(await side, 'replies.read', async (tx) => {
      await tx.execute(sql`select 1 / 0`)
      return { id: v7() }
    })
    await expect(failing).rejects.toThrow()
    await record()
    expect((await head()).sequence).toBe(before.sequence + 1)
  })

  test('takes no number and no hash from whoever writes', async () => {
    const { sequence } = await head()
    const id = v7()
    await execute(sql`
      insert into audit_events (sequence, actor_kind, change, entity_id, hash) overriding system value
      values (999999, 'system', 'replies.read', ${id}, ${'0'.repeat(64)})`)
    expect(await head()).toMatchObject({ sequence: sequence + 1, hash: expect.not.stringMatching(/^0+$/) })
    expect(await broken()).toBeUndefined()
  })

  test('has its head written to the log every hour', async () => {
    const { sequence, hash } = await head()
    const said = vi.spyOn(logging, 'log').mockImplementation(() => undefined)
    await anchorAudit(system())
    expect(said).toHaveBeenCalledWith('info', 'audit.head', { sequence, hash })
    said.mockRestore()
    const { timetable } = await import('@/lib/jobs/tasks')
    expect(timetable.find(({ task }) => task === 'anchorAudit')?.match).toMatch(/^\d+ \* \* \* \*$/)
  })
})

/** Whoever owns the database switches off what guards the record, does this, and all is put back once it was looked at. */
async function afterIntruder(deeds: ReturnType<typeof sql>[], look: () => Promise<void>) {
  const unguarded = (statements: ReturnType<typeof sql>[]) =>
    transaction(async (tx) => {
      await tx.execute(sql`alter table audit_events disable trigger user`)
      for (const statement of statements) await tx.execute(statement)
      await tx.execute(sql`alter table audit_events enable trigger user`)
    })
  await execute(sql`create table kept_events as select * from audit_events`)
  try {
    await unguarded(deeds)
    await look()
  } finally {
    await unguarded([
      sql`truncate audit_events cascade`,
      sql`insert into audit_events overriding system value select * from kept_events order by sequence`,
      sql`drop table kept_events`,
    ])
  }
}

/** The hashes from a number on, computed anew so that they follow. */
const rehashed = (from: number) => sql`
  do $$
  declare
    event audit_events;
    previous text := coalesce((select hash from audit_events where sequence < ${sql.raw(String(from))} order by sequence desc limit 1), '');
  begin
    for event in select * from audit_events where sequence >= ${sql.raw(String(from))} order by sequence loop
      previous := encode(sha256(convert_to(previous || E'\n' || audit_words(event), 'UTF8')), 'hex');
      update audit_events set hash = previous where sequence = event.sequence;
    end loop;
  end $$`

describe('whoever edits the record is found out', () => {
  let middle: number
  let last: Awaited<ReturnType<typeof head>>
  beforeEach(async () => {
    for (let count = 0; count < 6; count++) await record({ count })
    last = await head()
    middle = last.sequence - 3
  })

  const columns = {
    at: sql`at = at + interval '1 millisecond'`,
    'actor kind': sql`actor_kind = 'officer'`,
    actor: sql`actor_id = null`,
    title: sql`title = null`,
    contributor: sql`contributor_id = null`,
    change: sql`change = 'notice.read'`,
    entity: sql`entity_id = gen_random_uuid()`,
    details: sql`details = '{"count": 7}'`,
    hash: sql`hash = ${'0'.repeat(64)}`,
  }
  test.each(Object.entries(columns))('who changes the %s of one event', async (_, set) => {
    await afterIntruder([sql`update audit_events set ${set} where sequence = ${middle}`], async () =>
      expect(await broken()).toEqual({ sequence: middle, fault: 'edited' }),
    )
    expect(await broken()).toBeUndefined()
  })

  test('who deletes one from the middle, or the first', async () => {
    for (const sequence of [middle, 1])
      await afterIntruder([sql`delete from audit_events where sequence = ${sequence}`], async () =>
        expect(await broken()).toEqual({ sequence, fault: 'missing' }),
      )
  })

  test('and even if the hashes after it are computed anew', async () => {
    await afterIntruder([sql`delete from audit_events where sequence = ${middle}`, rehashed(middle)], async () =>
      expect(await broken()).toEqual({ sequence: middle, fault: 'missing' }),
    )
  })

  test('who puts two in each other’s place', async () => {
    const exchanged = sql`
      update audit_events mine set at = other.at, entity_id = other.entity_id, details = other.details, hash = other.hash
      from audit_events other
      where mine.sequence in (${middle}, ${middle + 1}) and other.sequence = ${2 * middle + 1} - mine.sequence`
    await afterIntruder([exchanged], async () => expect(await broken()).toEqual({ sequence: middle, fault: 'edited' }))
  })

  test('who cuts the tail off, by an anchor kept elsewhere', async () => {
    await afterIntruder([sql`delete from audit_events where sequence > ${middle}`], async () => {
      expect(await broken()).toBeUndefined()
      expect(await broken(last)).toEqual({ sequence: middle + 1, fault: 'cut' })
    })
    expect(await broken(last)).toBeUndefined()
  })

  test('who empties it, by an anchor kept elsewhere', async () => {
    await afterIntruder([sql`truncate audit_events cascade`], async () =>
      expect(await broken(last)).toEqual({ sequence: 1, fault: 'cut' }),
    )
  })

  test('who writes the whole chain anew, by an anchor kept elsewhere', async () => {
    await afterIntruder(
      [sql`update audit_events set details = '{"count": 7}' where sequence = ${middle}`, rehashed(middle)],
      async () => {
        expect(await broken()).toBeUndefined()
        expect(await broken(last)).toEqual({ sequence: last.sequence, fault: 'rewritten' })
      },
    )
  })

  test('who also makes the database’s own function say what suits them', async () => {
    await execute(sql`alter function audit_words(audit_events) rename to true_words`)
    await execute(sql`
      create function audit_words(event audit_events) returns text language sql stable as
      $$ select 'whatever suits' $$`)
    try {
      await afterIntruder(
        [sql`update audit_events set actor_id = null where sequence = ${middle}`, rehashed(middle)],
        async () => expect(await broken()).toEqual({ sequence: middle, fault: 'edited' }),
      )
    } finally {
      await execute(sql`drop function audit_words(audit_events)`)
      await execute(sql`alter function true_words(audit_events) rename to audit_words`)
    }
  })
})

/** What `npm run audit:verify` says of this database, and its exit code. */
const command = (...anchors: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/audit-verify.ts', ...anchors]
    execFile(process.execPath, script, { env: { ...process.env, NODE_ENV: 'test' } }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    )
  })

test('the command says that the record is whole and where it stands, or names the first broken link and fails', async () => {
  await record()
  const { sequence, hash } = await head()
  const anchor = `${sequence}:${hash}`
  const whole = {
    code: 0,
    said: expect.stringMatching(/^Registro integro: [\d.]+ eventi, fino al .+, ore \d\d:\d\d\.\n/),
  }
  expect(await command()).toEqual(whole)
  expect((await command(anchor)).said).toContain(anchor)
  expect(await command('ieri')).toMatchObject({ code: 2, said: expect.stringContaining('Non è un’ancora: ieri') })
  await afterIntruder([sql`delete from audit_events where sequence = ${sequence}`], async () => {
    expect(await command()).toEqual(whole)
    expect(await command(anchor)).toEqual({
      code: 1,
      said: `Registro rotto: l’evento ${sequence} manca con tutti quelli che lo seguivano: un’ancora prova che c’erano.\n`,
    })
  })
}, 120_000)

test('a record of many thousands is gone along in pieces', async () => {
  await execute(sql`
    insert into audit_events (actor_kind, change, entity_id) overriding user value
    select 'system', 'replies.read', gen_random_uuid() from generate_series(1, 4500)`)
  const verdict = await verifyChain(system())
  expect(verdict).toMatchObject({ events: expect.any(Number), head: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  const [counted] = await rows<{ count: number }>(sql`select count(*)::int as count from audit_events`)
  expect(verdict).toMatchObject({ events: counted!.count })
})
