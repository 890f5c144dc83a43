import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSmsGateway } from '../../fakes/sms-server'
import { aMessage, furnish, jobsOf, leftInTheMiddle, noon, portal, type Portal, waitingFor } from './message'

beforeAll(furnish)
afterEach(() => vi.unstubAllEnvs())

describe('by the SMS gateway', () => {
  let gateway: Awaited<ReturnType<typeof startSmsGateway>>
  let open: Portal
  const mobile = '+393331234567'
  beforeEach(async () => {
    gateway = await startSmsGateway()
    open = await portal({ SMS_GATEWAY_URL: gateway.url, SMS_GATEWAY_TOKEN: 'parola-d-ordine' })
  })
  afterEach(() => gateway.stop())

  test('an SMS accepted is handed over, under its own id as key', async () => {
    const { id, body, now } = await aMessage(open, { mobile })
    await open.deliver(id, { at: noon })
    expect(gateway.keys).toEqual([id])
    expect(gateway.authorizations).toEqual(['Bearer parola-d-ordine'])
    expect(gateway.texts.get(id)).toEqual({ id, to: mobile, text: body })
    expect(await now()).toMatchObject({ status: 'handed_over', providerId: id })
  })

  test('an SMS promised at night waits for nine in the morning, and is not an attempt', async () => {
    const { id, now } = await aMessage(open, { mobile })
    await open.deliver(id, { at: new Date('2026-11-23T21:30:00+01:00') })
    expect(gateway.keys).toEqual([])
    expect(await now()).toMatchObject({ status: 'promised', attempts: 0 })
    expect(await waitingFor(id)).toEqual([new Date('2026-11-24T09:00:00+01:00')])
    await open.deliver(id, { at: new Date('2026-11-24T09:00:00+01:00') })
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 1 })
  })

  test('an SMS that failed in the evening is tried again in the morning', async () => {
    const { id } = await aMessage(open, { mobile })
    gateway.moods.push(503, 503)
    await open.deliver(id, { at: new Date('2026-11-23T18:59:50+01:00') })
    await open.deliver(id, { at: new Date('2026-11-23T18:59:50+01:00') })
    expect(await waitingFor(id)).toEqual([new Date('2026-11-24T09:00:00+01:00')])
  })

  test('an SMS abandoned in the evening is taken up in the morning', async () => {
    const { id } = await aMessage(open, { mobile })
    await leftInTheMiddle(id)
    await open.deliver(id, { abandonedAttempt: 1, at: new Date('2026-11-23T19:00:00+01:00') })
    expect(gateway.keys).toEqual([])
    expect(await jobsOf(id)).toMatchObject([{ payload: { messageId: id, abandonedAttempt: 1 } }])
  })

  test('an SMS whose answer was lost is sent once: the second hand-over carries the same key', async () => {
    const { id, now } = await aMessage(open, { mobile })
    gateway.moods.push('accepts, then hangs up')
    await open.deliver(id, { at: noon })
    await open.deliver(id, { at: noon })
    expect(gateway.keys).toEqual([id, id])
    expect(gateway.texts.size).toBe(1)
    expect(await now()).toMatchObject({ status: 'handed_over', attempts: 2 })
  })

  test('a gateway that leads elsewhere is not followed', async () => {
    const { id, now } = await aMessage(open, { mobile })
    gateway.moods.push('redirects')
    await open.deliver(id, { at: noon })
    expect(gateway.keys).toEqual([id])
    expect(await now()).toMatchObject({ status: 'promised', lastError: 'sms_no_answer' })
  })
})
