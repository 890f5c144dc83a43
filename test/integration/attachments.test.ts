import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { attachmentContents, attachments, drafts } from '@/db/schema'
import { transaction } from '@/db/write'
import { keepAttachment, recordDownload, removeAttachment } from '@/lib/attachments/commands'
import { findAttachment, findContent, listDraftAttachments, listRequestAttachments } from '@/lib/attachments/queries'
import { receiveFile, receiveFiles } from '@/lib/attachments/receive'
import type { ContributorSide } from '@/lib/auth/actor'
import { discardDraft } from '@/lib/drafts/commands'
import { sendMessage } from '@/lib/requests/commands/contributor'
import { replyToRequest } from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'
import { findReceipt } from '@/lib/requests/queries/detail'
import { sweep } from '@/lib/upkeep/commands'
import {
  aDraft,
  aFile,
  anAttachment,
  aRequest,
  auditOf,
  contributorSide,
  execute,
  footprint,
  officer,
  requestIn,
  system,
  waitingForLocks,
  whileNobodyWrites,
  words,
} from '../factories'
import { badFiles, goodFiles, pdf, pdfOfSize } from '../files'

const kept = (id: string) => transaction((tx) => tx.select().from(attachments).where(eq(attachments.id, id)))
const inDraft = (id: string) => ({ id, kind: 'request' as const, requestId: undefined })
const receive = (actor: ContributorSide, draftId: string, name: string, bytes: Uint8Array, type = 'application/pdf') =>
  receiveFile(actor, inDraft(draftId), { name, declaredType: type, bytes })

describe('a file chosen for a draft', () => {
  test('is kept with its hash, its bytes in the same database, and a trace', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const bytes = pdf('Quietanza di marzo')
    const { id, sha256 } = await receive(side, draftId, 'quietanza.pdf', bytes)
    expect(await listDraftAttachments(side, draftId)).toEqual([
      { id, name: 'quietanza.pdf', size: bytes.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
    expect(Buffer.from((await findContent(side, id))!).equals(bytes)).toBe(true)
    expect(await findAttachment(side, id)).toMatchObject({ sha256, mediaType: 'application/pdf', storage: 'database' })
    expect(await auditOf(id)).toMatchObject([
      { change: 'attachment.kept', actorId: side.id, contributorId: side.contributorId },
    ])
  })

  test('begins the draft when it is chosen before a word is written', async () => {
    const side = await contributorSide()
    const draftId = v7()
    await anAttachment(side, draftId)
    const [draft] = await transaction((tx) => tx.select().from(drafts).where(eq(drafts.id, draftId)))
    expect(draft).toMatchObject({ version: 0, content: {}, authorId: side.id })
  })

  test('leaves neither row nor bytes when the record cannot be written', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const before = await footprint()
    await execute(sql`alter table audit_events add constraint closed check (change <> 'attachment.kept') not valid`)
    await expect(anAttachment(side, draftId)).rejects.toThrow()
    await execute(sql`alter table audit_events drop constraint closed`)
    expect(await footprint()).toEqual(before)
  })

  test('is refused when the same one is there already, under whatever name', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    await anAttachment(side, draftId, undefined, aFile('uguale', 'uno.pdf'))
    await expect(anAttachment(side, draftId, undefined, aFile('uguale', 'due.pdf'))).rejects.toMatchObject({
      kind: 'conflict',
      message: '«due.pdf» è identico a «uno.pdf», che hai già allegato.',
    })
    await expect(anAttachment(side, await aDraft(side), undefined, aFile('uguale'))).resolves.toEqual(
      expect.any(String),
    )
  })

  test('is the first one when its upload is tried again because the answer was lost', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const id = await anAttachment(side, draftId, undefined, aFile('uguale'))
    expect(await keepAttachment(side, inDraft(draftId), aFile('uguale'), true)).toMatchObject({ id })
    await expect(keepAttachment(side, inDraft(draftId), aFile('uguale', 'altro.pdf'), true)).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(await listDraftAttachments(side, draftId)).toHaveLength(1)
  })

  test('is refused as the fourth, and taken once another was removed', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const [first] = [await anAttachment(side, draftId), await anAttachment(side, draftId)]
    await anAttachment(side, draftId)
    const fourth = aFile('quarto', 'quarto.pdf')
    await expect(anAttachment(side, draftId, undefined, fourth)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Puoi allegare al massimo 3 file: «quarto.pdf» non è stato aggiunto.'),
    })
    await removeAttachment(side, first)
    await anAttachment(side, draftId, undefined, fourth)
    expect(await listDraftAttachments(side, draftId)).toHaveLength(3)
  })

  test('is one of three also when ten arrive at once, and one of one when ten are the same', async () => {
    const side = await contributorSide()
    const [draftId, twinsId] = [await aDraft(side), v7()]
    const [different, same] = await Promise.all([
      Promise.allSettled(Array.from({ length: 10 }, () => anAttachment(side, draftId))),
      Promise.allSettled(Array.from({ length: 10 }, () => anAttachment(side, twinsId, undefined, aFile('uguale')))),
    ])
    expect(different.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test.each(goodFiles().map((file) => [file.name, file] as const))('%s is taken', async (name, file) => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    await receive(side, draftId, name, file.bytes, file.type)
    expect(await listDraftAttachments(side, draftId)).toMatchObject([{ name, size: file.bytes.length }])
  })

  const refused = Object.entries(badFiles()).filter(([name]) => name !== 'infected')
  test.each(refused)('is refused in words of its own when it is %s, and nothing is kept', async (_, file) => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const before = await footprint()
    await expect(receive(side, draftId, file.name, file.bytes, file.type)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(`«${file.name}»`),
    })
    expect(await footprint()).toEqual(before)
  })

  test('has at most 3 MB: that many bytes are taken, one more is not', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const limit = 3 * 1024 * 1024
    await expect(receive(side, draftId, 'troppo.pdf', pdfOfSize(limit + 1))).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('3 MB'),
    })
    await receive(side, draftId, 'giusto.pdf', pdfOfSize(limit))
    expect(await listDraftAttachments(side, draftId)).toMatchObject([{ name: 'giusto.pdf', size: limit }])
  })

  test('comes also in the form’s own post, without scripts, where an empty choice is no file', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const files = [new File([], ''), new File([Uint8Array.from(pdf('una'))], 'una.pdf', { type: 'application/pdf' })]
    await receiveFiles(side, inDraft(draftId), files)
    expect(await listDraftAttachments(side, draftId)).toMatchObject([{ name: 'una.pdf' }])
  })
})

describe('a file taken off a draft', () => {
  test('is gone with its bytes, with a trace, and only once', async () => {
    const side = await contributorSide()
    const id = await anAttachment(side, await aDraft(side))
    await removeAttachment(side, id)
    expect(await kept(id)).toEqual([])
    expect(await transaction((tx) => tx.$count(attachmentContents, eq(attachmentContents.attachmentId, id)))).toBe(0)
    expect((await auditOf(id)).map(({ change }) => change)).toEqual(['attachment.kept', 'attachment.removed'])
    await expect(removeAttachment(side, id)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('is never one that was sent', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const id = await anAttachment(side, draftId)
    await submitRequest(side, { draftId })
    await expect(removeAttachment(side, id)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await kept(id)).toHaveLength(1)
  })
})

describe('a file that is sent', () => {
  test('belongs to the request and its entry, and is on the receipt with its hash', async () => {
    const side = await contributorSide()
    const draftId = await aDraft(side)
    const id = await anAttachment(side, draftId, undefined, aFile('contenuto', 'quietanza.pdf'))
    const [{ sha256 } = { sha256: '' }] = await listDraftAttachments(side, draftId)
    await submitRequest(side, { draftId })
    expect(await kept(id)).toMatchObject([{ requestId: draftId, entryId: draftId, draftId: null }])
    expect(await listRequestAttachments(side, draftId)).toMatchObject([{ id, entryId: draftId, sha256 }])
    expect((await findReceipt(side, draftId))!.content.attachments).toEqual([
      { name: 'quietanza.pdf', size: 9, sha256 },
    ])
  })

  test('is claimed once, however often the same is sent', async () => {
    const side = await contributorSide()
    const requestId = await aRequest(side)
    const message = words(requestId)
    const id = await anAttachment(side, message.draftId, requestId)
    await Promise.all(Array.from({ length: 20 }, () => sendMessage(side, message)))
    expect(await listRequestAttachments(side, requestId)).toMatchObject([{ id, entryId: message.draftId }])
  })

  test('goes with its own message and no other', async () => {
    const side = await contributorSide()
    const requestId = await aRequest(side)
    const [one, other] = [words(requestId), words(requestId)]
    const ofOther = await anAttachment(side, other.draftId, requestId)
    await sendMessage(side, one)
    expect(await listRequestAttachments(side, requestId)).toEqual([])
    await sendMessage(side, other)
    expect(await listRequestAttachments(side, requestId)).toMatchObject([{ id: ofOther, entryId: other.draftId }])
  })

  test('is never one that a colleague chose, even under the id of their draft', async () => {
    const side = await contributorSide()
    const colleague = await contributorSide({ contributorId: side.contributorId })
    const requestId = await aRequest(side)
    const message = words(requestId)
    const id = await anAttachment(colleague, message.draftId, requestId)
    await sendMessage(side, message)
    expect(await listRequestAttachments(side, requestId)).toEqual([])
    expect(await kept(id)).toMatchObject([{ requestId: null, entryId: null, uploaderId: colleague.id }])
  })

  test('is seen by both sides; before, by whoever chose it', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const requestId = await requestIn('taken_up', { sender, officer: desk })
    const reply = words(requestId)
    const id = await anAttachment(desk, reply.draftId, requestId)
    expect(await findAttachment(sender, id)).toBeUndefined()
    expect(await findContent(sender, id)).toBeUndefined()
    await replyToRequest(desk, reply)
    expect(await findAttachment(sender, id)).toMatchObject({ id })
    expect(await findContent(sender, id)).toBeDefined()
  })

  test('is still in the message when its upload ends while the message is being sent', async () => {
    const side = await contributorSide()
    const requestId = await aRequest(side)
    const message = words(requestId)
    await anAttachment(side, message.draftId, requestId)
    const both = await whileNobodyWrites('audit_events', async () => {
      const upload = anAttachment(side, message.draftId, requestId)
      await waitingForLocks(1)
      const sending = sendMessage(side, message)
      await waitingForLocks(2)
      return { done: Promise.all([upload, sending]) }
    })
    const [late] = await both.done
    const sent = await listRequestAttachments(side, requestId)
    expect(sent).toHaveLength(2)
    expect(sent.map(({ id }) => id)).toContain(late)
  })

  test('leaves a trace of whoever takes a copy', async () => {
    const [sender, desk] = [await contributorSide(), await officer()]
    const draftId = await aDraft(sender)
    const id = await anAttachment(sender, draftId)
    await submitRequest(sender, { draftId })
    await recordDownload(desk, { id })
    expect((await auditOf(id)).at(-1)).toMatchObject({
      change: 'attachment.downloaded',
      actorKind: 'officer',
      actorId: desk.id,
      contributorId: sender.contributorId,
    })
  })
})

describe('a file that nobody sends', () => {
  test('goes with its draft, at the next sweep, with its bytes', async () => {
    const side = await contributorSide()
    const [thrownAway, writing] = [await aDraft(side), await aDraft(side)]
    const [gone, stays] = [await anAttachment(side, thrownAway), await anAttachment(side, writing)]
    await discardDraft(side, thrownAway)
    expect(await findAttachment(side, gone)).toBeUndefined()
    await sweep(system())
    expect([await kept(gone), await kept(stays)]).toMatchObject([[], [{ id: stays }]])
    expect(await transaction((tx) => tx.$count(attachmentContents, eq(attachmentContents.attachmentId, gone)))).toBe(0)
  })
})
