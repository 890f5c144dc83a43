import { asRequest } from '../request-scope'
import { readFileSync } from 'node:fs'
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { v7 } from 'uuid'
import { campaignFiles, campaignFindings, campaigns, contributors, stagedNotices } from '@/db/schema'
import { transaction } from '@/db/write'
import { POST } from '@/app/api/comunicazioni/route'
import type { Officer } from '@/lib/auth/actor'
import { discardCampaign } from '@/lib/campaigns/commands/brake'
import { loadCampaign } from '@/lib/campaigns/commands/load'
import { resumeCampaigns } from '@/lib/campaigns/commands/release'
import { validateCampaign } from '@/lib/campaigns/commands/validate'
import { columns } from '@/lib/campaigns/file/columns'
import { env } from '@/lib/env'
import { formatAmount } from '@/lib/format'
import { formatMonth } from '@/lib/calendar/month'
import { aContributor, auditOf, execute, footprint, officer, rows, system } from '../factories'
import { aPublishedNotice, newNotice } from '../notice-factories'

afterEach(() => vi.restoreAllMocks())

/** Right in every digit, and unknown to the portal. */
const stranger = '12345678903'
const euros = (cents: number) => formatAmount(cents).replace(' €', '')
const header = columns.join(';')

/** A debt of one month as lines of a file: what was due, nothing paid, and its line of the F24. */
function debt(codiceFiscale: string, numero = `N-${v7()}`, cents = 100_000) {
  const heading: Record<string, string> = {
    numero,
    tipo: 'DEB-OMI',
    codice_fiscale: codiceFiscale,
    anno: '2024',
    periodo_da: '03/2024',
    periodo_a: '03/2024',
    elaborata_il: '03/11/2025',
    totale_contributi: euros(cents),
    totale_sanzioni: '0,00',
    mese: '03/2024',
    causale: 'CXX',
  }
  const line = (row: Record<string, string>) =>
    columns.map((column) => ({ ...heading, ...row })[column] ?? '').join(';')
  return [
    line({ riga: 'C', dovuto: euros(cents), versato: '0,00' }),
    line({ riga: 'F', filiale: '00144 ROMA', importo: euros(cents) }),
  ]
}
const fileOf = (lines: string[]) => [header, ...lines, ''].join('\n')

async function* inPieces(file: string | Uint8Array, size = 100_000) {
  const bytes = Buffer.from(file as string)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const told = { title: 'Debiti 2024, primo invio', fileName: 'debiti.csv' }
const load = (actor: Officer, file: string | Uint8Array) => loadCampaign(actor, told, inPieces(file))

/** A file loaded and checked; gives the id of its campaign. */
async function checked(actor: Officer, lines: string[]) {
  const { id } = await load(actor, fileOf(lines))
  await validateCampaign(system(), id)
  return id
}

const found = async (id: string) => {
  const [campaign] = await transaction((tx) => tx.select().from(campaigns).where(eq(campaigns.id, id)))
  return campaign!
}
const stagedOf = (id: string) =>
  transaction((tx) =>
    tx.select().from(stagedNotices).where(eq(stagedNotices.campaignId, id)).orderBy(asc(stagedNotices.position)),
  )
const findingsOf = (id: string) =>
  transaction((tx) =>
    tx
      .select({
        severity: campaignFindings.severity,
        line: campaignFindings.line,
        column: campaignFindings.column,
        value: campaignFindings.value,
        reason: campaignFindings.reason,
      })
      .from(campaignFindings)
      .where(eq(campaignFindings.campaignId, id))
      .orderBy(asc(campaignFindings.line), asc(campaignFindings.id)),
  )
const atPositions = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('a file that is loaded', () => {
  test('is kept as it came, in pieces, with its hash, a trace and the promise of a dry run', async () => {
    const desk = await officer()
    const file = Buffer.alloc(2_500_000, 'a')
    const { id } = await load(desk, file)
    const campaign = await found(id)
    expect(campaign).toMatchObject({
      ...told,
      officeCode: '7000',
      status: 'loading',
      fileSize: 2_500_000,
      fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      createdBy: desk.id,
    })
    const pieces = await transaction((tx) =>
      tx.select().from(campaignFiles).where(eq(campaignFiles.campaignId, id)).orderBy(asc(campaignFiles.position)),
    )
    expect(pieces.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(file)).toBe(true)
    expect(await auditOf(id)).toMatchObject([{ change: 'campaign.loaded', actorId: desk.id, contributorId: null }])
    expect(
      await rows(
        sql`select 1 from graphile_worker.jobs where task_identifier = 'validateCampaign' and key = ${`validate:${id}`}`,
      ),
    ).toHaveLength(1)
  })

  test('and breaks off half-way leaves nothing', async () => {
    const desk = await officer()
    const before = await footprint()
    async function* cut() {
      yield Buffer.alloc(1_500_000, 'a')
      throw new Error('aborted')
    }
    await expect(loadCampaign(desk, told, cut())).rejects.toThrow('aborted')
    await expect(loadCampaign(desk, { ...told, size: 200 }, inPieces('a'.repeat(100)))).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('non è arrivato intero'),
    })
    expect(await footprint()).toEqual(before)
  })

  test('and is too large is refused by its size before a byte is read, or while it is read', async () => {
    const desk = await officer()
    const before = await footprint()
    const tooLarge = { kind: 'invalid', message: expect.stringContaining('supera 64 MB') }
    const reading = vi.fn(() => inPieces('a'))
    const unread = { [Symbol.asyncIterator]: reading }
    await expect(loadCampaign(desk, { ...told, size: 2 * 1024 ** 3 }, unread)).rejects.toMatchObject(tooLarge)
    expect(reading).not.toHaveBeenCalled()
    vi.spyOn(env, 'IMPORT_MAX_BYTES', 'get').mockReturnValue(1_000)
    await expect(load(desk, 'a'.repeat(1_001))).rejects.toMatchObject({ kind: 'invalid' })
    expect(await footprint()).toEqual(before)
  })

  test('and is empty, or has no title, is refused', async () => {
    const desk = await officer()
    await expect(load(desk, '')).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('vuoto') })
    await expect(loadCampaign(desk, { ...told, title: ' a ' }, inPieces('a'))).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
})

describe('the address of uploads, which the proxy does not guard', () => {
  const own = { origin: 'http://localhost:3000', host: 'localhost:3000' }
  const post = (headers: Record<string, string>) =>
    asRequest({}, () =>
      POST(new Request('http://localhost:3000/api/comunicazioni', { method: 'POST', headers, body: 'a' })),
    )

  test.each([
    ['another site', { ...own, origin: 'https://altrove.example' }],
    ['nowhere that is said', { host: own.host }],
    ['another name of the portal', { ...own, host: '127.0.0.1:3000' }],
  ])('hears nothing from %s', async (_name, headers) => {
    expect((await post(headers)).status).toBe(403)
  })

  test('asks who is not signed in to do so', async () => {
    expect((await post(own)).status).toBe(401)
  })
})

describe('the dry run', () => {
  test('stages what may be published, draws the sample, and publishes nothing', async () => {
    const desk = await officer()
    const { id: contributorId, codiceFiscale } = await aContributor()
    const prefix = v7()
    const lines = Array.from({ length: 1_200 }, (_, index) =>
      debt(codiceFiscale, `${prefix}-${index + 1}`, 100 + index),
    ).flat()
    const id = await checked(desk, lines)
    const campaign = await found(id)
    expect(campaign).toMatchObject({
      status: 'validated',
      failure: null,
      lines: 2_400,
      notices: 1_200,
      refusedNotices: 0,
      refusedLines: 0,
      warnedLines: 0,
      totalCents: 1_200 * 100 + (1_199 * 1_200) / 2,
      bytesRead: campaign.fileSize,
    })
    const staged = await stagedOf(id)
    expect(staged.map(({ position }) => position)).toEqual(atPositions(1_200))
    expect(staged[1]).toMatchObject({
      externalNumber: `${prefix}-2`,
      contributorId,
      line: 4,
      notice: {
        externalNumber: `${prefix}-2`,
        contributorId,
        kind: 'DEB-OMI',
        dueBy: null,
        contributionsCents: 101,
        content: { contributions: [{ month: '2024-03', causale: 'CXX', due: 101, paid: 0 }], sanctions: [] },
      },
    })
    expect(staged[1]!.notice).not.toHaveProperty('codiceFiscale')
    expect(staged.filter(({ sampledAt }) => sampledAt !== null)).toHaveLength(10)
    expect((await auditOf(id)).map(({ change }) => change)).toEqual(['campaign.loaded', 'campaign.validated'])
    expect(await rows(sql`select 1 from notices where campaign_id = ${id}`)).toEqual([])
  })

  test('refuses whoever is unknown, or of another office, in the same words', async () => {
    const [own, elsewhere] = [await aContributor(), await aContributor({ officeCode: '5100' })]
    const id = await checked(await officer(), [
      ...debt(elsewhere.codiceFiscale),
      ...debt(own.codiceFiscale),
      ...debt(stranger),
    ])
    expect(await found(id)).toMatchObject({ status: 'validated', notices: 1, refusedNotices: 2, refusedLines: 2 })
    expect(await stagedOf(id)).toMatchObject([{ position: 1, contributorId: own.id, sampledAt: expect.any(Date) }])
    const reason = 'Non è tra i committenti della tua sede.'
    expect(await findingsOf(id)).toMatchObject([
      { severity: 'refused', line: 2, column: 'codice_fiscale', value: elsewhere.codiceFiscale, reason },
      { severity: 'refused', line: 6, column: 'codice_fiscale', value: stranger, reason },
    ])
  })

  test('of a file with nothing good ends well, with nothing to publish', async () => {
    const id = await checked(await officer(), debt(stranger))
    expect(await found(id)).toMatchObject({ status: 'validated', notices: 0, refusedNotices: 1, totalCents: 0 })
  })

  test('of a file that cannot be read says why, and keeps nothing of what was read before', async () => {
    const { codiceFiscale } = await aContributor()
    const lines = Array.from({ length: 1_100 }, () => debt(codiceFiscale)).flat()
    const id = await checked(await officer(), [...lines, 'N-1\0'])
    expect(await found(id)).toMatchObject({
      status: 'unreadable',
      failure: expect.stringContaining('byte nulli'),
      notices: 0,
      totalCents: 0,
    })
    expect(await stagedOf(id)).toEqual([])
    expect((await auditOf(id)).at(-1)).toMatchObject({ change: 'campaign.validated' })
  })

  test('warns of what was already published in the last 90 days, and of nothing older', async () => {
    const desk = await officer()
    const [lately, once] = [await aContributor(), await aContributor()]
    const day = 86_400_000
    const ago = (days: number) => new Date(Date.now() - days * day)
    await aPublishedNotice({ contributorId: lately.id, now: ago(89) })
    await aPublishedNotice({ contributorId: once.id, now: ago(91) })
    const { periodFrom, periodTo, contributionsCents, sanctionsCents } = newNotice(lately.id)
    const total = contributionsCents + sanctionsCents
    const again = (codiceFiscale: string, cents = total) =>
      debt(codiceFiscale, undefined, cents).map((line) =>
        line.replace('03/2024;03/2024', `${formatMonth(periodFrom)};${formatMonth(periodTo)}`),
      )
    const id = await checked(desk, [
      ...again(lately.codiceFiscale),
      ...again(lately.codiceFiscale, total + 1),
      ...again(once.codiceFiscale),
    ])
    expect(await found(id)).toMatchObject({ notices: 3, warnedLines: 1, refusedLines: 0 })
    expect(await findingsOf(id)).toMatchObject([
      { severity: 'warned', line: 2, reason: expect.stringContaining('90 giorni') },
    ])
  })
})

describe('the same number', () => {
  test('in a later file is refused, whether it waits in a campaign or was published', async () => {
    const desk = await officer()
    const contributor = await aContributor()
    const { externalNumber: published } = await aPublishedNotice({ contributorId: contributor.id })
    const waiting = v7()
    const first = await checked(desk, debt(contributor.codiceFiscale, waiting))
    const second = await checked(desk, [
      ...debt(contributor.codiceFiscale, waiting),
      ...debt(contributor.codiceFiscale, published),
      ...debt(contributor.codiceFiscale),
    ])
    expect(await found(second)).toMatchObject({ notices: 1, refusedNotices: 2 })
    expect(await findingsOf(second)).toMatchObject([
      { line: 2, column: 'numero', value: waiting, reason: 'Questo numero è già in un’altra campagna.' },
      { line: 4, column: 'numero', value: published, reason: 'Questo numero è già stato pubblicato.' },
    ])
    await discardCampaign(desk, { campaignId: first })
    expect(await found(await checked(desk, debt(contributor.codiceFiscale, waiting)))).toMatchObject({ notices: 1 })
  })

  test('in the same file loaded twice at once by two people is staged once', async () => {
    const [one, other] = [await officer(), await officer()]
    const { codiceFiscale } = await aContributor()
    const numbers = Array.from({ length: 1_600 }, () => `N-${v7()}`)
    const file = fileOf(numbers.flatMap((number) => debt(codiceFiscale, number)))
    const ids = (await Promise.all([load(one, file), load(other, file)])).map(({ id }) => id)
    await Promise.all(ids.map((id) => validateCampaign(system(), id)))
    const both = await Promise.all(ids.map(stagedOf))
    const staged = both.flat().map(({ externalNumber }) => externalNumber)
    expect(staged.toSorted()).toEqual(numbers.toSorted())
    const ends = await Promise.all(ids.map(found))
    for (const [index, { notices, refusedNotices, status }] of ends.entries()) {
      expect([status, notices + refusedNotices]).toEqual(['validated', 1_600])
      expect(both[index]!.map(({ position }) => position)).toEqual(atPositions(notices))
    }
  })
})

describe('a dry run that was killed', () => {
  /** Killed after its first batch, so many seconds ago; `whole` is what it would have found. */
  async function killed(secondsAgo: number) {
    const { codiceFiscale } = await aContributor()
    const id = await checked(await officer(), [
      ...debt(stranger),
      ...Array.from({ length: 1_100 }, () => debt(codiceFiscale)).flat(),
    ])
    const whole = await everythingOf(id)
    await execute(sql`delete from staged_notices where campaign_id = ${id} and position > 499`)
    await execute(sql`update staged_notices set sampled_at = null where campaign_id = ${id}`)
    await execute(sql`update campaigns set status = 'loading', bytes_read = 65536, lines = 1000, notices = 499,
      heartbeat_at = now() - make_interval(secs => ${secondsAgo}) where id = ${id}`)
    return { id, whole }
  }
  const everythingOf = async (id: string) => ({
    campaign: { ...(await found(id)), heartbeatAt: null },
    staged: (await stagedOf(id)).map((one) => ({ ...one, sampledAt: null })),
    findings: await findingsOf(id),
  })

  test('begins again from nothing after a minute of silence, and finds the same', async () => {
    const { id, whole } = await killed(61)
    await resumeCampaigns(system())
    await validateCampaign(system(), id)
    expect(await everythingOf(id)).toEqual(whole)
    expect((await stagedOf(id)).filter(({ sampledAt }) => sampledAt !== null)).toHaveLength(10)
  })

  test('is left alone while it still gave signs of life, and so is a campaign whose dry run has ended', async () => {
    const { id } = await killed(30)
    const ended = await checked(await officer(), debt(stranger))
    const before = await footprint()
    await validateCampaign(system(), id)
    await validateCampaign(system(), ended)
    expect(await footprint()).toEqual(before)
  })

  test('twice at once ends once, with every notice staged once', async () => {
    const { codiceFiscale } = await aContributor()
    const { id } = await load(await officer(), fileOf(Array.from({ length: 1_300 }, () => debt(codiceFiscale)).flat()))
    await Promise.all([validateCampaign(system(), id), validateCampaign(system(), id)])
    expect(await found(id)).toMatchObject({ status: 'validated', notices: 1_300, lines: 2_600, refusedNotices: 0 })
    expect((await stagedOf(id)).map(({ position }) => position)).toEqual(atPositions(1_300))
    expect((await auditOf(id)).map(({ change }) => change)).toEqual(['campaign.loaded', 'campaign.validated'])
  })
})

test('the sample of 500 rows has nothing to be said of, for the office of its contributors', async () => {
  await transaction((tx) =>
    tx.insert(contributors).values(
      ['01234567897', '03456789019', '09876543217'].map((codiceFiscale) => ({
        codiceFiscale,
        denomination: 'ALFA',
        officeCode: '7000',
      })),
    ),
  )
  const { id } = await load(await officer(), readFileSync('docs/formats/esempio-500-righe.csv'))
  await validateCampaign(system(), id)
  expect(await found(id)).toMatchObject({
    status: 'validated',
    lines: 500,
    notices: 153,
    refusedLines: 0,
    warnedLines: 0,
  })
})
