import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { contributors, receipts, users } from '@/db/schema'
import { transaction } from '@/db/write'
import { submitRequest } from '@/lib/requests/commands/submit'
import { findReceipt } from '@/lib/requests/queries/detail'
import { hashOf, type ReceiptContent } from '@/lib/requests/receipt'
import { receiptPdf } from '@/lib/requests/receipt-pdf'
import { aDraft, aFile, anAttachment, aRequest, contributorSide, execute, typedRequest } from '../factories'

const payment = {
  areaCode: '04',
  topicCode: '04.01',
  fact_f24Date: '16/04/2024',
  fact_f24Amount: '1.401,20',
  fact_f24Causale: 'CXX',
  fact_month: '03/2024',
}

describe('the receipt', () => {
  test('certifies who presented what, for whom, to whom, when, and by when an answer is due', async () => {
    const side = await contributorSide({ officeCode: '5100' })
    const draftId = await aDraft(side, payment)
    const file = aFile('contenuto', 'quietanza.pdf')
    await anAttachment(side, draftId, undefined, file)
    await submitRequest(side, { draftId })
    const [sender] = await transaction((tx) => tx.select().from(users).where(eq(users.id, side.id)))
    const [contributor] = await transaction((tx) =>
      tx.select().from(contributors).where(eq(contributors.id, side.contributorId)),
    )
    const { content, issuedAt } = (await findReceipt(side, draftId))!
    expect(content).toMatchObject({
      protocollo: expect.stringMatching(/^INPS\.5100\.\d\d\/\d\d\/\d{4}\.\d{7}$/),
      contributor: { denomination: 'ALFA SERVIZI S.R.L.', codiceFiscale: contributor!.codiceFiscale },
      sender: { name: 'Anna Prova', codiceFiscale: sender!.codiceFiscale, title: 'Legale rappresentante' },
      office: { code: '5100', name: 'Napoli', unit: 'Flussi contributivi' },
      topic: { area: 'VERSAMENTI', subject: 'F24 versato e non abbinato' },
      text: typedRequest.text,
      attachments: [{ name: 'quietanza.pdf', size: 9, sha256: file.sha256 }],
    })
    expect(content.facts.map(({ value }) => value)).toEqual(['2024-04-16', 140120, 'CXX', '2024-03'])
    expect(issuedAt).toEqual(new Date(content.submittedAt))
    expect(content.expectedBy > content.submittedAt.slice(0, 10)).toBe(true)
  })

  test('has a hash that anybody finds again from its content, as the database keeps it', async () => {
    const side = await contributorSide()
    const receipt = (await findReceipt(side, await aRequest(side, payment)))!
    expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(hashOf(receipt.content)).toBe(receipt.sha256)
    const reordered = Object.fromEntries(Object.entries(receipt.content).reverse()) as ReceiptContent
    expect(hashOf(reordered)).toBe(receipt.sha256)
    expect(hashOf({ ...receipt.content, text: `${receipt.content.text}!` })).not.toBe(receipt.sha256)
  })

  test('stays as it was issued, whatever changes after', async () => {
    const side = await contributorSide()
    const id = await aRequest(side)
    const before = await findReceipt(side, id)
    await execute(sql`update contributors set denomination = 'ALTRO NOME' where id = ${side.contributorId}`)
    await execute(sql`update users set last_name = 'Altra' where id = ${side.id}`)
    await execute(sql`update requests set office_code = '5100' where id = ${id}`)
    expect(await findReceipt(side, id)).toEqual(before)
  })

  test('is for everyone who acts for the contributor', async () => {
    const side = await contributorSide()
    const id = await aRequest(side)
    const colleague = await contributorSide({ contributorId: side.contributorId })
    expect(await findReceipt(colleague, id)).toEqual(await findReceipt(side, id))
  })

  test('is one for each request', async () => {
    const side = await contributorSide()
    const id = await aRequest(side)
    await expect(
      execute(sql`insert into receipts select * from receipts where request_id = ${id}`),
    ).rejects.toMatchObject({ cause: { code: '23505' } })
    expect(await transaction((tx) => tx.$count(receipts, eq(receipts.requestId, id)))).toBe(1)
  })

  test('becomes a PDF, the same each time', async () => {
    const side = await contributorSide()
    const receipt = (await findReceipt(side, await aRequest(side, payment)))!
    const pdf = Buffer.from(await receiptPdf(receipt))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(await receiptPdf(receipt)).equals(pdf)).toBe(true)
  })
})
