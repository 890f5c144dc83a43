import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { drafts, requests } from '@/db/schema'
import { transaction } from '@/db/write'
import { listDraftAttachments } from '@/lib/attachments/queries'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { discardDraft, saveDraft } from '@/lib/drafts/commands'
import { openEntryDraft } from '@/lib/drafts/entry'
import { findDraft, findEntryDraft, listDrafts } from '@/lib/drafts/queries'
import { sendMessage } from '@/lib/requests/commands/contributor'
import { submitRequest } from '@/lib/requests/commands/submit'
import {
  aContributor,
  aDraft,
  anAttachment,
  aRequest,
  auditOf,
  contributorSide,
  execute,
  footprint,
  officer,
  requestIn,
  rows,
  typedRequest,
  waitingForLocks,
  whileNobodyWrites,
  words,
} from '../factories'

type Saving = { version?: number; writer?: string; requestId?: string; content?: Record<string, string> }

/** What a form posts while somebody types; each form has a writer of its own. */
const save = (actor: ContributorSide | Officer, id: string, { version = 0, writer = v7(), ...given }: Saving = {}) =>
  saveDraft(actor, id, {
    kind: given.requestId ? 'entry' : 'request',
    version,
    writer,
    content: { text: 'Buongiorno' },
    ...given,
  })

const elsewhere = { kind: 'conflict', message: expect.stringContaining('un’altra scheda') }
const alreadySent = { kind: 'conflict', message: 'È già stata inviata: la trovi in Lista richieste.' }

describe('a draft', () => {
  test('is kept as it was typed, right or wrong', async () => {
    const side = await contributorSide()
    const content = { email: 'non una mail', text: '  x  ', fact_month: '13/2024', areaCode: '99' }
    const id = v7()
    await save(side, id, { content })
    expect(await findDraft(side, id)).toMatchObject({ id, kind: 'request', content, version: 1 })
  })

  test('takes the place of what was saved before, one version more', async () => {
    const side = await contributorSide()
    const [id, writer] = [v7(), v7()]
    expect(await save(side, id, { writer, content: { text: 'Prima' } })).toMatchObject({ version: 1 })
    expect(await save(side, id, { writer, version: 1, content: { fax: '06123456' } })).toMatchObject({ version: 2 })
    expect(await findDraft(side, id)).toMatchObject({ version: 2, content: { fax: '06123456' } })
  })

  test('saved again late as it is stays the version that was looked at', async () => {
    const side = await contributorSide()
    const [id, writer] = [v7(), v7()]
    await save(side, id, { writer, content: { text: 'Prima', fax: '06123456' } })
    expect(await save(side, id, { writer, content: { fax: '06123456', text: 'Prima' } })).toMatchObject({ version: 1 })
    expect(await save(side, id, { writer, content: { text: 'Prima' } })).toMatchObject({ version: 2 })
  })

  test('lives thirty days from the last word', async () => {
    const side = await contributorSide()
    const id = await aDraft(side)
    await execute(sql`update drafts set expires_at = now() + interval '1 day' where id = ${id}`)
    const { version } = (await findDraft(side, id))!
    await save(side, id, { version })
    const [left] = await rows<{ days: number }>(sql`
      select round(extract(epoch from expires_at - now()) / 86400)::int as days from drafts where id = ${id}`)
    expect(left!.days).toBe(30)
  })

  test('survives its person’s session, and is found from another browser', async () => {
    const side = await contributorSide()
    const id = await aDraft(side)
    await execute(sql`update sessions set ended_at = now() where user_id = ${side.id}`)
    expect(await findDraft(side, id)).toMatchObject({ content: typedRequest })
  })

  test('leaves no trace in the record while it is written, and one when it is thrown away', async () => {
    const side = await contributorSide()
    const id = await aDraft(side)
    expect(await auditOf(id)).toEqual([])
    await discardDraft(side, id)
    expect(await auditOf(id)).toMatchObject([{ change: 'draft.discarded', contributorId: side.contributorId }])
    expect(await findDraft(side, id)).toBeUndefined()
    await expect(discardDraft(side, id)).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('of two tabs on the same draft', () => {
  test('the second to save is told that the first changed it, and nothing is overwritten', async () => {
    const side = await contributorSide()
    const id = await aDraft(side)
    await save(side, id, { version: 1, content: { text: 'Dalla prima scheda' } })
    await expect(save(side, id, { version: 1, content: { text: 'Dalla seconda' } })).rejects.toMatchObject(elsewhere)
    expect(await findDraft(side, id)).toMatchObject({ version: 2, content: { text: 'Dalla prima scheda' } })
  })

  test('the second may go on once it has seen the last version', async () => {
    const side = await contributorSide()
    const id = await aDraft(side)
    const [one, other] = [v7(), v7()]
    await save(side, id, { version: 1, writer: one, content: { text: 'Dalla prima scheda' } })
    await save(side, id, { version: 2, writer: other, content: { text: 'Dalla seconda' } })
    await expect(save(side, id, { version: 2, writer: one })).rejects.toMatchObject(elsewhere)
  })

  test('exactly one saves when both do at the same moment', async () => {
    const side = await contributorSide()
    const id = await aDraft(side)
    const atOnce = await Promise.allSettled(Array.from({ length: 20 }, () => save(side, id, { version: 1 })))
    expect(atOnce.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await findDraft(side, id)).toMatchObject({ version: 2 })
  })

  test('one never finds itself in the way, however fast it saves and however late the answers come', async () => {
    const side = await contributorSide()
    const [id, writer] = [v7(), v7()]
    await save(side, id, { writer })
    const typed = Array.from({ length: 20 }, (_, keys) => ({ text: `Buongiorno${'.'.repeat(keys + 1)}` }))
    const saves = await Promise.all(typed.map((content) => save(side, id, { writer, version: 1, content })))
    expect(saves.map(({ version }) => version).sort((a, b) => a - b)).toEqual(saves.map((_, index) => index + 2))
  })
})

describe('a draft is its author’s alone', () => {
  test('a colleague who acts for the same contributor neither sees nor touches it', async () => {
    const side = await contributorSide()
    const colleague = await contributorSide({ contributorId: side.contributorId })
    const id = await aDraft(side)
    await anAttachment(side, id)
    const before = await footprint()
    expect(await findDraft(colleague, id)).toBeUndefined()
    expect(await listDrafts(colleague)).toEqual([])
    expect(await listDraftAttachments(colleague, id)).toEqual([])
    await expect(save(colleague, id, { version: 1 })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(discardDraft(colleague, id)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(submitRequest(colleague, { draftId: id })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(anAttachment(colleague, id)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await footprint()).toEqual(before)
  })

  test('and stays with the contributor for whom it was begun', async () => {
    const alfa = await contributorSide()
    const beta = await contributorSide({ userId: alfa.id, contributorId: (await aContributor()).id })
    const id = await aDraft(alfa)
    expect(await findDraft(beta, id)).toBeUndefined()
    expect(await listDrafts(beta)).toEqual([])
    await expect(save(beta, id, { version: 1 })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(submitRequest(beta, { draftId: id })).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('«Bozze»', () => {
  test('lists the requests begun, the last touched first, with their files', async () => {
    const side = await contributorSide()
    const old = await aDraft(side, { text: 'Prima bozza, con un testo lungo abbastanza.' })
    const filed = await aDraft(side, { text: 'x'.repeat(500) })
    await anAttachment(side, filed)
    await execute(sql`update drafts set updated_at = now() - interval '1 day' where id = ${old}`)
    expect(await listDrafts(side)).toMatchObject([
      { id: filed, topicLabel: 'Aliquote e massimale', excerpt: 'x'.repeat(120), attachments: 1 },
      { id: old, attachments: 0 },
    ])
  })

  test('lists a draft whose subject was never chosen, or is none', async () => {
    const side = await contributorSide()
    await save(side, v7(), { content: { text: 'Senza oggetto' } })
    await save(side, v7(), { content: { topicCode: 'x' } })
    expect(await listDrafts(side)).toMatchObject([{ topicLabel: null }, { topicLabel: null }])
  })

  test('lists no answer left half-way, which waits in its thread', async () => {
    const [side, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender: side, officer: desk })
    await save(side, v7(), { requestId })
    expect(await listDrafts(side)).toEqual([])
  })
})

describe('an answer left half-way', () => {
  const reply = { act: 'reply', text: 'Abbiamo trovato…' }

  test('is found by its author on the page of its own act, with its files', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const id = v7()
    await save(desk, id, { requestId, content: reply })
    const file = await anAttachment(desk, id, requestId)
    expect(await findEntryDraft(desk, requestId, 'reply')).toMatchObject({ id, kind: 'entry', requestId })
    expect(await openEntryDraft(desk, { requestId, act: 'reply', asked: undefined })).toMatchObject({
      id,
      version: 1,
      values: reply,
      kept: [{ id: file }],
    })
    expect(await findEntryDraft(desk, requestId, 'close')).toBeUndefined()
    expect(await findEntryDraft(await officer(), requestId, 'reply')).toBeUndefined()
  })

  test('opens anew under another id when the one asked for is nobody’s, or somebody else’s', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const theirs = v7()
    await save(sender, theirs, { requestId, content: { act: 'message', text: 'Segreto' } })
    for (const asked of ['none', undefined, theirs])
      expect(await openEntryDraft(desk, { requestId, act: 'reply', asked })).toMatchObject({ version: 0, values: {} })
  })

  test('belongs to the contributor of the request, whoever writes it', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const id = v7()
    await save(desk, id, { requestId, content: reply })
    const [kept] = await transaction((tx) => tx.select().from(drafts).where(eq(drafts.id, id)))
    expect(kept).toMatchObject({ authorId: desk.id, contributorId: sender.contributorId, requestId })
  })
})

describe('once it was sent', () => {
  test('a draft is gone, and its id takes nothing more', async () => {
    const side = await contributorSide()
    const id = await aRequest(side)
    expect(await findDraft(side, id)).toBeUndefined()
    await expect(save(side, id, { version: 1 })).rejects.toMatchObject(alreadySent)
    await expect(anAttachment(side, id)).rejects.toMatchObject(alreadySent)
    await expect(discardDraft(side, id)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await listDrafts(side)).toEqual([])
  })

  test('neither does that of an answer', async () => {
    const side = await contributorSide()
    const requestId = await aRequest(side)
    const message = words(requestId)
    await sendMessage(side, message)
    await expect(save(side, message.draftId, { requestId })).rejects.toMatchObject(alreadySent)
    await expect(anAttachment(side, message.draftId, requestId)).rejects.toMatchObject(alreadySent)
  })

  test('not even what was on its way when it was sent', async () => {
    const side = await contributorSide()
    const [id, requestId] = [await aDraft(side), await aRequest(side)]
    const message = words(requestId)
    await save(side, message.draftId, { requestId })
    const late = await whileNobodyWrites('audit_events', async () => {
      const sending = [submitRequest(side, { draftId: id }), sendMessage(side, message)]
      await waitingForLocks(2)
      const arriving = Promise.allSettled([
        save(side, id, { version: 1 }),
        save(side, message.draftId, { requestId, version: 1 }),
        anAttachment(side, id),
        anAttachment(side, message.draftId, requestId),
      ])
      await waitingForLocks(6)
      return { sending: Promise.all(sending), arriving }
    })
    await late.sending
    for (const arrival of await late.arriving)
      expect(arrival).toMatchObject({ status: 'rejected', reason: alreadySent })
    expect(await transaction((tx) => tx.select().from(drafts).where(eq(drafts.authorId, side.id)))).toEqual([])
    expect(await transaction((tx) => tx.$count(requests, eq(requests.submittedBy, side.id)))).toBe(2)
  })
})
