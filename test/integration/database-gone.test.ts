import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { findDraft } from '@/lib/drafts/queries'
import { submitRequest } from '@/lib/requests/commands/submit'
import { findReceipt } from '@/lib/requests/queries/detail'
import { listRequests } from '@/lib/requests/queries/list'
import { aDraft, anAttachment, contributorSide, execute, rows } from '../factories'

/** From now on the server drops whoever writes into `table`, half-way through their transaction. */
const loseTheServerAt = (table: 'thread_entries' | 'receipts' | 'audit_events') =>
  execute(sql`
    create function lose_the_server() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
    create trigger lose_the_server before insert on ${sql.identifier(table)} execute function lose_the_server()`)

const findTheServerAgain = () => execute(sql`drop function if exists lose_the_server cascade`)

afterEach(findTheServerAgain)

test.each(['thread_entries', 'receipts', 'audit_events'] as const)(
  'a server lost while it writes %s leaves the draft with its file, and nothing of the request; sending again works',
  async (table) => {
    const anna = await contributorSide()
    const draftId = await aDraft(anna)
    await anAttachment(anna, draftId)
    await loseTheServerAt(table)

    await expect(submitRequest(anna, { draftId })).rejects.toThrow()

    await findTheServerAgain()
    expect(await findDraft(anna, draftId)).toBeDefined()
    expect((await listRequests(anna)).rows).toEqual([])
    const [{ given }] = (await rows<{ given: number }>(
      sql`select coalesce(sum(last), 0)::int as given from protocol_counters`,
    )) as [{ given: number }]

    await submitRequest(anna, { draftId })

    const receipt = await findReceipt(anna, draftId)
    expect(receipt?.content.attachments).toHaveLength(1)
    expect(receipt?.content.protocollo).toMatch(new RegExp(`${String(given + 1).padStart(7, '0')}$`))
  },
)
