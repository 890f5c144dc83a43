import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { outgoingMessages } from '@/db/schema'
import { transaction } from '@/db/write'
import { startSmtp } from '../../fakes/smtp-server'
import { aMessage, furnish, jobsOf, later, leftInTheMiddle, noon, portal, type Portal } from './message'

beforeAll(furnish)
afterEach(() => vi.unstubAllEnvs())

describe('by SMTP', () => {
  let smtp: Awaited<ReturnType<typeof startSmtp>>
  let open: Portal
  beforeEach(async () => {
    smtp = await startSmtp()
    open = await portal({ SMTP_URL: smtp.url })
  })
  afterEach(() => smtp.stop())

  test('a mail accepted is handed over, its words whole and its id in the Message-ID', async () => {
    const { id, protocollo, now } = await aMessage(open)
    await open.deliver(id, { at: noon })
    const [mail, ...more] = smtp.mails
    expect(more).toEqual([])
    expect(mail).toMatchObject({ from: 'non-rispondere@cassetto.example', to: ['mario.rossi@example.it'] })
    expect(mail!.raw).toContain(`Message-ID: <${id}@localhost>`)
    expect(mail!.raw).toContain('Auto-Submitted: auto-generated')
    expect(bodyOf(mail!.raw)).toContain(`C'è una novità sulla richiesta ${protocollo}.`)
    expect(await now()).toMatchObject({ status: 'handed_over', providerId: `<${id}@localhost>` })
  })

  test('a server that is busy is tried again', async () => {
    const { id, now } = await aMessage(open)
    smtp.moods.push('is busy')
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'promised', attempts: 1, lastError: 'smtp_451' })
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 2 })
    expect(smtp.mails).toHaveLength(1)
  })

  test('a server that hangs up before taking the mail, or is not there, is tried again', async () => {
    const { id, now } = await aMessage(open)
    smtp.moods.push('hangs up at once')
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'promised', attempts: 1 })
    await smtp.stop()
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'promised', attempts: 2 })
    expect(smtp.mails).toEqual([])
  })

  test('a recipient that does not exist is undelivered at once', async () => {
    const { id, now } = await aMessage(open)
    smtp.moods.push('does not know the recipient')
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'undelivered', attempts: 1, lastError: 'smtp_550' })
  })

  test('a mail whose answer was lost is uncertain, and never sent twice', async () => {
    const { id, now } = await aMessage(open)
    smtp.moods.push('accepts, then hangs up')
    await open.deliver(id, { at: noon })
    expect(await now()).toMatchObject({ status: 'uncertain', attempts: 1 })
    expect(await jobsOf(id)).toEqual([])
    await open.deliver(id, { at: noon })
    await open.deliver(id, { abandonedAttempt: 1, at: noon })
    expect(smtp.mails).toHaveLength(1)
  })

  test('a mail left in the middle by a killed worker is uncertain, and never sent twice', async () => {
    const { id, now } = await aMessage(open)
    await leftInTheMiddle(id)
    await open.deliver(id, { abandonedAttempt: 1, at: noon })
    expect(await now()).toMatchObject({ status: 'uncertain', lastError: 'worker_lost' })
    await open.deliver(id, { abandonedAttempt: 1, at: noon })
    expect(smtp.mails).toEqual([])
  })

  test('a mail taken for abandoned is handed over all the same when its answer comes late', async () => {
    const { id, now } = await aMessage(open)
    const answer = later<'accepts'>()
    smtp.moods.push(answer.mood)
    const slow = open.deliver(id, { at: noon })
    await vi.waitFor(() => expect(smtp.moods).toEqual([]), { timeout: 5000 })
    await open.deliver(id, { abandonedAttempt: 1, at: noon })
    expect(await now()).toMatchObject({ status: 'uncertain' })
    answer.tell('accepts')
    await slow
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 1, lastError: null })
    expect(smtp.mails).toHaveLength(1)
  })

  test('a line break in the recipient or the subject adds no header and no recipient', async () => {
    const toMany = await aMessage(open, { email: 'mario@example.it\r\nBcc: tutti@example.it' })
    await open.deliver(toMany.id, { at: noon })
    const forged = await aMessage(open)
    await transaction((tx) =>
      tx
        .update(outgoingMessages)
        .set({ subject: 'Novità\r\nBcc: tutti@example.it' })
        .where(eq(outgoingMessages.id, forged.id)),
    )
    await open.deliver(forged.id, { at: noon })
    expect(smtp.mails).toEqual([])
    expect([(await toMany.now()).status, (await forged.now()).status]).toEqual(['undelivered', 'undelivered'])
  })
})

/** The words of a mail of one part, decoded. */
function bodyOf(raw: string) {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
