import { asRequest } from '../request-scope'
import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyReceiptAction } from '@/app/verifica/action'
import { contributors, notices, users } from '@/db/schema'
import { transaction } from '@/db/write'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { canonicalJson, sha256 } from '@/lib/evidence/canonical'
import { codeOf } from '@/lib/evidence/code'
import { readNotice } from '@/lib/notices/commands/reading'
import { findPaperHash, noticePaper, readingReceipt } from '@/lib/notices/papers/keep'
import { matchReceipt } from '@/lib/notices/queries/verify'
import { auditOf, contributorSide, execute, footprint, officer, rows, visitor } from '../factories'
import { aPublishedNotice } from '../notice-factories'

const aNotice = async ({ read = true } = {}) => {
  const side = await contributorSide()
  const notice = await aPublishedNotice({ contributorId: side.contributorId })
  if (read) await readNotice(side, { noticeId: notice.id })
  return { side, ...notice }
}
const equal = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const papersOf = (noticeId: string) => rows(sql`select kind, sha256 from papers where notice_id = ${noticeId}`)

describe('the paper of a notice', () => {
  test('is the same file at every asking, for both sides, with its hash in the record', async () => {
    const { side, id, protocollo } = await aNotice()
    const first = (await noticePaper(side, id))!
    expect(text(first.bytes.subarray(0, 5))).toBe('%PDF-')
    expect(first.sha256).toBe(sha256(first.bytes))
    expect(first.name).toBe(`comunicazione-${protocollo.replaceAll('/', '-')}.pdf`)
    for (const reader of [side, await officer(), await contributorSide({ contributorId: side.contributorId })])
      expect(equal((await noticePaper(reader, id))!.bytes, first.bytes)).toBe(true)
    expect(await findPaperHash(side, id)).toBe(first.sha256)
    expect((await auditOf(id)).filter(({ change }) => change === 'paper.kept')).toMatchObject([
      { actorId: side.id, contributorId: side.contributorId, details: { kind: 'notice', sha256: first.sha256 } },
    ])
  })

  test('is not made before the contributor has read it, and the office has it all the same', async () => {
    const { side, id } = await aNotice({ read: false })
    const before = await footprint()
    expect(await noticePaper(side, id)).toBeUndefined()
    expect(await findPaperHash(side, id)).toBeUndefined()
    expect(await readingReceipt(side, id)).toBeUndefined()
    expect(await footprint()).toEqual(before)
    const desk = await officer()
    const hash = await findPaperHash(desk, id)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await noticePaper(side, id)).toBeUndefined()
    expect(await readingReceipt(desk, id)).toBeUndefined()
    await readNotice(side, { noticeId: id })
    expect(await findPaperHash(side, id)).toBe(hash)
  })

  test('is open, without a reading, once the notice was withdrawn', async () => {
    const { side, id } = await aNotice({ read: false })
    await execute(sql`update notices set status = 'withdrawn' where id = ${id}`)
    expect(await noticePaper(side, id)).toBeDefined()
    expect(await readingReceipt(side, id)).toBeUndefined()
  })

  test('is nothing for a stranger, who makes nothing by asking', async () => {
    const { id } = await aNotice()
    const strangers: (ContributorSide | Officer)[] = [await contributorSide(), await officer({ officeCode: '5100' })]
    const before = await footprint()
    for (const stranger of strangers)
      for (const ask of [noticePaper, findPaperHash, readingReceipt])
        for (const noticeId of [id, v7()]) expect(await ask(stranger, noticeId)).toBeUndefined()
    expect(await footprint()).toEqual(before)
  })

  test('asked for by many at once is kept once, and everybody has the one that was kept', async () => {
    const { side, id } = await aNotice()
    const given = await Promise.all(Array.from({ length: 6 }, () => noticePaper(side, id)))
    expect(new Set(given.map((paper) => paper!.sha256)).size).toBe(1)
    expect(await papersOf(id)).toHaveLength(1)
    expect((await auditOf(id)).filter(({ change }) => change === 'paper.kept')).toHaveLength(1)
  })

  test('is made also for who has a PIN online', async () => {
    const { side, id } = await aNotice()
    const online = await contributorSide({ contributorId: side.contributorId, pinLevel: 'online' })
    expect(await noticePaper(online, id)).toBeDefined()
  })
})

describe('the receipt of reading', () => {
  test('certifies who read what, for whom, under which title, when, and where it is recorded', async () => {
    const { side, id, protocollo, externalNumber } = await aNotice()
    const [notice] = await transaction((tx) => tx.select().from(notices).where(eq(notices.id, id)))
    const [reader] = await transaction((tx) => tx.select().from(users).where(eq(users.id, side.id)))
    const [party] = await transaction((tx) =>
      tx.select().from(contributors).where(eq(contributors.id, side.contributorId)),
    )
    const [event] = (await auditOf(id)).filter(({ change }) => change === 'notice.read')
    const receipt = (await readingReceipt(side, id))!
    expect(receipt.content).toEqual({
      protocollo,
      externalNumber,
      noticeSha256: notice!.sha256,
      reader: { name: 'Anna Prova', codiceFiscale: reader!.codiceFiscale },
      contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: party!.codiceFiscale },
      title: 'Legale rappresentante',
      readAt: notice!.firstReadAt!.toISOString(),
      sequence: event!.sequence,
      chainHash: event!.hash,
    })
    expect(receipt.code).toBe(codeOf(event!.sequence, receipt.content))
    expect(text(receipt.json.bytes)).toBe(canonicalJson(receipt.content))
    expect(receipt.pdf.sha256).toBe(sha256(receipt.pdf.bytes))
  })

  test('is one, whoever asks and whoever reads afterwards', async () => {
    const { side, id } = await aNotice()
    const issued = (await readingReceipt(side, id))!
    const colleague = await contributorSide({ contributorId: side.contributorId })
    await readNotice(colleague, { noticeId: id })
    for (const reader of [colleague, await officer()]) {
      const again = (await readingReceipt(reader, id))!
      expect(again.code).toBe(issued.code)
      expect(equal(again.pdf.bytes, issued.pdf.bytes) && equal(again.json.bytes, issued.json.bytes)).toBe(true)
    }
  })

  test('stays as it was issued, whatever people are called later', async () => {
    const { side, id } = await aNotice()
    const issued = await readingReceipt(side, id)
    await execute(sql`update contributors set denomination = 'ALTRO NOME' where id = ${side.contributorId}`)
    await execute(sql`update users set last_name = 'Altra' where id = ${side.id}`)
    expect(await readingReceipt(side, id)).toEqual(issued)
    expect(await matchReceipt(visitor(), { code: issued!.code, file: issued!.json.bytes })).toBe(true)
  })
})

describe('verification, by anybody', () => {
  type Receipt = NonNullable<Awaited<ReturnType<typeof readingReceipt>>>
  let receipt: Receipt
  let other: Receipt
  beforeAll(async () => {
    const [one, two] = [await aNotice(), await aNotice()]
    receipt = (await readingReceipt(one.side, one.id))!
    other = (await readingReceipt(two.side, two.id))!
  })
  const matches = (code: string, file?: Uint8Array) => matchReceipt(visitor(), { code, file })
  const changedAt = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))

  test('says yes to the code, as people copy it, and to either file', async () => {
    const { code, json, pdf } = receipt
    for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('0', 'O')])
      expect(await matches(typed)).toBe(true)
    expect(await matches(code, json.bytes)).toBe(true)
    expect(await matches(code, pdf.bytes)).toBe(true)
  })

  test('says no with one byte of a file changed, at its beginning, inside and at its end, or one more', async () => {
    for (const { bytes } of [receipt.json, receipt.pdf]) {
      for (const at of [0, 1, bytes.length >> 1, bytes.length - 1])
        expect(await matches(receipt.code, changedAt(bytes, at))).toBe(false)
      expect(await matches(receipt.code, new Uint8Array([...bytes, 10]))).toBe(false)
      expect(await matches(receipt.code, bytes.subarray(0, -1))).toBe(false)
    }
    expect(await matches(receipt.code, new Uint8Array())).toBe(false)
  })

  test('says no with one character of the code changed', async () => {
    for (const at of [...receipt.code].keys()) {
      const letter = receipt.code[at]!
      if (letter === '-') continue
      const changed = receipt.code.slice(0, at) + (letter === '7' ? '8' : '7') + receipt.code.slice(at + 1)
      expect(await matches(changed), changed).toBe(false)
    }
  })

  test('says no to the code of one with the file of another, and to numbers of other events or of none', async () => {
    expect(await matches(receipt.code, other.pdf.bytes)).toBe(false)
    const [, check] = /^\d+-(.*)$/.exec(receipt.code)!
    for (const sequence of [1, other.content.sequence, 999_999_999])
      expect(await matches(`${sequence}-${check}`)).toBe(false)
    expect(await matches('niente')).toBe(false)
  })

  test('says no when the record no longer bears the reading where the receipt says', async () => {
    const intrude = (hash: string) =>
      transaction(async (tx) => {
        await tx.execute(sql`alter table audit_events disable trigger user`)
        await tx.execute(sql`update audit_events set hash = ${hash} where sequence = ${receipt.content.sequence}`)
        await tx.execute(sql`alter table audit_events enable trigger user`)
      })
    await intrude('0'.repeat(64))
    expect(await matches(receipt.code)).toBe(false)
    await intrude(receipt.content.chainHash)
    expect(await matches(receipt.code)).toBe(true)
  })

  const post = (fields: Record<string, string | File>, address = v7()) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return asRequest({ 'x-forwarded-for': address }, () => verifyReceiptAction({ status: 'idle' }, form), 'action')
  }
  const noFile = new File([], '')

  test('answers the form in two words, and tells nothing of anybody', async () => {
    const { code, json, content } = receipt
    expect(await post({ code, file: noFile })).toEqual({ status: 'done', message: 'Corrisponde' })
    expect(await post({ code, file: new File([json.bytes], 'ricevuta.json') })).toEqual({
      status: 'done',
      message: 'Corrisponde',
    })
    const wrong = await post({ code, file: new File([changedAt(json.bytes, 9)], 'ricevuta.json') })
    expect(wrong).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/^Non corrisponde/),
      values: { code },
    })
    for (const secret of [content.protocollo, content.reader.name, content.contributor.codiceFiscale])
      expect(JSON.stringify(wrong)).not.toContain(secret)
    const unknown = await post({ code: code.replace(/^\d+/, '999999999'), file: noFile })
    expect(unknown).toMatchObject({ status: 'refused', message: (wrong as { message: string }).message })
  })

  test.each([
    ['no code', { file: noFile }, 'code'],
    ['an empty code', { code: '  ', file: noFile }, 'code'],
    ['half a code', { code: '12-ABCD', file: noFile }, 'code'],
    ['a code of 5,000 characters', { code: '1'.repeat(5_000), file: noFile }, 'code'],
    [
      'a file of more than 1 MB',
      { code: '1-AAAA-AAAA-AAAA-AAAA-AAAA', file: new File([new Uint8Array(1024 * 1024 + 1)], 'a.pdf') },
      'file',
    ],
    ['words for a file', { code: '1-AAAA-AAAA-AAAA-AAAA-AAAA', file: 'ricevuta.pdf' }, 'file'],
    ['a field that the form does not have', { code: '1-AAAA-AAAA-AAAA-AAAA-AAAA', more: 'x' }, 'root'],
  ])('refuses %s on its field, once', async (_, fields, name) => {
    const answer = await post(fields as unknown as Record<string, string | File>)
    expect(answer).toMatchObject({ status: 'invalid', errors: { [name]: [expect.any(String)] } })
  })

  test('is done thirty times an hour from an address, and from another it goes on', async () => {
    const address = v7()
    const answers = await Promise.all(Array.from({ length: 34 }, () => post({ code: receipt.code }, address)))
    expect(answers.filter(({ status }) => status === 'done')).toHaveLength(30)
    expect(await post({ code: receipt.code }, address)).toMatchObject({
      status: 'refused',
      message: 'Da qui sono arrivate molte verifiche: riprova tra un’ora.',
    })
    expect(await post({ code: receipt.code })).toMatchObject({ status: 'done' })
  })
})
