import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { vi } from 'vitest'
import {
  contributors,
  offices,
  outgoingMessages,
  requests,
  threadEntries,
  topicAreas,
  topics,
  units,
  users,
} from '@/db/schema'
import { transaction } from '@/db/write'

/** An hour in which SMS may leave. */
export const noon = new Date('2026-11-23T12:00:00+01:00')
export const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

/** The portal as it starts with this configuration. */
export async function portal(configuration: Record<string, string> = {}) {
  vi.resetModules()
  for (const [name, value] of Object.entries(configuration)) vi.stubEnv(name, value)
  const [{ deliver, resumeDeliveries }, { promiseMessages }, { listOutgoingMessages }] = await Promise.all([
    import('@/lib/notifications/outbox'),
    import('@/lib/notifications/messages'),
    import('@/lib/notifications/queries'),
  ])
  return { deliver, resumeDeliveries, promiseMessages, listOutgoingMessages }
}

export const contributorId = v7()
const userId = v7()

/** The few rows that a request stands on. Once for each test file. */
export const furnish = () =>
  transaction(async (tx) => {
    await tx.insert(offices).values({ code: '9990', name: 'Prova' })
    await tx.insert(units).values({ code: 'FC', name: 'Flussi contributivi' }).onConflictDoNothing()
    await tx.insert(users).values({
      id: userId,
      codiceFiscale: 'RSSMRA85T10A562S',
      firstName: 'Mario',
      lastName: 'Rossi',
      pinHash: '-',
      pinLevel: 'dispositivo',
    })
    await tx.insert(contributors).values({
      id: contributorId,
      codiceFiscale: '01234567897',
      denomination: 'ALFA SERVIZI S.R.L.',
      officeCode: '9990',
    })
    await tx.insert(topicAreas).values({ code: 'prova', label: 'Prova', position: 99 })
    await tx.insert(topics).values({
      code: 'prova.una',
      areaCode: 'prova',
      label: 'Una prova',
      unitCode: 'FC',
      guidance: '',
      fields: [],
      attachmentHint: '',
      synonyms: [],
      validFrom: '2015-01-01',
    })
  })

let numbers = 0
export type Addresses = { email?: string; mobile?: string; notifyByEmail?: boolean; notifyBySms?: boolean }

/** A request in the thread of which something has just happened. */
export async function aRequest({
  email = 'mario.rossi@example.it',
  mobile,
  notifyByEmail,
  notifyBySms,
}: Addresses = {}) {
  const [id, entryId] = [v7(), v7()]
  const protocollo = `INPS.9990.23/11/2026.${String(++numbers).padStart(7, '0')}`
  await transaction(async (tx) => {
    await tx.insert(requests).values({
      id,
      contributorId,
      protocollo,
      officeCode: '9990',
      unitCode: 'FC',
      topicCode: 'prova.una',
      areaCode: 'prova',
      areaLabel: 'Prova',
      topicLabel: 'Una prova',
      facts: [],
      email,
      mobile: mobile ?? null,
      notifyByEmail: notifyByEmail ?? mobile === undefined,
      notifyBySms: notifyBySms ?? mobile !== undefined,
      submittedBy: userId,
      submittedAt: noon,
      expectedBy: '2026-11-30',
      search: sql`to_tsvector('')`,
    })
    await tx.insert(threadEntries).values({
      id: entryId,
      requestId: id,
      contributorId,
      act: 'submit',
      side: 'contributor',
      authorId: userId,
      text: 'Parole riservate',
    })
  })
  return { id, entryId, protocollo }
}

export const messagesOf = ({ entryId }: { entryId: string }) =>
  transaction((tx) =>
    tx.select().from(outgoingMessages).where(eq(outgoingMessages.entryId, entryId)).orderBy(outgoingMessages.channel),
  )

type Job = { run_at: string; payload: { messageId: string; abandonedAttempt?: number } }
export const jobsOf = async (messageId: string): Promise<Job[]> =>
  transaction((tx) =>
    tx.execute<Job>(sql`
      select run_at, payload from graphile_worker._private_jobs
      where payload->>'messageId' = ${messageId} and is_available order by run_at`),
  )
export const waitingFor = async (messageId: string) => (await jobsOf(messageId)).map(({ run_at }) => new Date(run_at))

export type Portal = Awaited<ReturnType<typeof portal>>

/** A request of which something is told, and the one message that tells it. */
export async function aMessage({ promiseMessages }: Portal, addresses?: Addresses) {
  const request = await aRequest(addresses)
  await transaction((tx) => promiseMessages(tx, 'request.replied', request.entryId))
  const [message] = await messagesOf(request)
  const now = async () => (await messagesOf(request))[0]!
  return { ...message!, protocollo: request.protocollo, now }
}

/** As a worker leaves a message that dies between the claim and the outcome. */
export const leftInTheMiddle = (id: string) =>
  transaction((tx) =>
    tx.update(outgoingMessages).set({ status: 'handing_over', attempts: 1 }).where(eq(outgoingMessages.id, id)),
  )

/** What a provider will do, once it is told. */
export function later<T>() {
  let tell!: (mood: T) => void
  const mood = new Promise<T>((resolve) => {
    tell = resolve
  })
  return { mood, tell }
}
