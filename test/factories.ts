import { createHash } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { officeRegister } from '@/db/offices'
import { accesses, auditEvents, contributors, officers, officerUnits, sessions, users } from '@/db/schema'
import type { OfficerRole, PinLevel, RequestStatus, UnitCode } from '@/db/vocabulary'
import { unitCodes } from '@/db/vocabulary'
import { transaction } from '@/db/write'
import { keepAttachment } from '@/lib/attachments/commands'
import type { ContributorSide, Officer } from '@/lib/auth/actor'
import { hashPin } from '@/lib/auth/pin'
import { systemActor } from '@/lib/auth/system'
import { hashToken } from '@/lib/auth/token'
import { verify } from '@/lib/auth/verify'
import { addWorkingDays, romeDate } from '@/lib/calendar/working-days'
import { saveDraft } from '@/lib/drafts/commands'
import { isEntityCodiceFiscale, isPersonCodiceFiscale } from '@/lib/identifiers/codice-fiscale'
import { reopenRequest, supplementRequest, withdrawRequest } from '@/lib/requests/commands/contributor'
import { closeRequest, requestDocuments, takeUpRequest, transferRequest } from '@/lib/requests/commands/officer'
import { submitRequest } from '@/lib/requests/commands/submit'

const longAgo = new Date('2015-10-06T00:00:00+02:00')
const [digits, letters] = ['0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

let born = 0
/** A codice fiscale right in every character, that nobody else in this file has. */
export function newCodiceFiscale() {
  const name = String(++born)
    .padStart(6, '0')
    .replace(/\d/g, (digit) => letters.charAt(Number(digit)))
  const code = [...letters].map((check) => `${name}85T10A562${check}`).find(isPersonCodiceFiscale)
  return code!
}

let founded = 0
function newEntityCodiceFiscale() {
  const body = String(++founded).padStart(10, '0')
  return [...digits].map((check) => body + check).find(isEntityCodiceFiscale)!
}

type NewUser = Partial<typeof users.$inferInsert> & { pin?: string }

/** A person who may enter with `pin`; without one nobody can enter as them. */
export async function aUser({ pin, ...columns }: NewUser = {}) {
  const pinHash = pin === undefined ? 'none' : await hashPin(pin)
  const [user] = await transaction((tx) =>
    tx
      .insert(users)
      .values({
        codiceFiscale: newCodiceFiscale(),
        firstName: 'Anna',
        lastName: 'Prova',
        pinHash,
        pinLevel: 'dispositivo',
        pinChosenAt: longAgo,
        ...columns,
      })
      .returning(),
  )
  return user!
}

export async function aContributor({ officeCode = '7000', denomination = 'ALFA SERVIZI S.R.L.' } = {}) {
  const [contributor] = await transaction((tx) =>
    tx.insert(contributors).values({ codiceFiscale: newEntityCodiceFiscale(), denomination, officeCode }).returning(),
  )
  return contributor!
}

/** The right to act for a contributor, in force unless its dates say otherwise. */
export const grantAccess = (userId: string, contributorId: string, validFrom = longAgo, validTo?: Date) =>
  transaction((tx) =>
    tx
      .insert(accesses)
      .values({ userId, contributorId, title: 'legal_representative', validFrom, validTo: validTo ?? null }),
  )

type Representative = {
  userId?: string | undefined
  contributorId?: string | undefined
  officeCode?: string
  pinLevel?: PinLevel
}

/** The legal representative of a contributor, acting for it; both are made unless they are given. */
export async function contributorSide({
  userId,
  contributorId,
  officeCode,
  pinLevel = 'dispositivo',
}: Representative = {}) {
  const id = userId ?? (await aUser({ pinLevel })).id
  const partyId = contributorId ?? (await aContributor(officeCode ? { officeCode } : {})).id
  await grantAccess(id, partyId)
  return verify({ kind: 'contributor', id, contributorId: partyId, title: 'legal_representative', pinLevel })
}

type Desk = { officeCode?: string; units?: UnitCode[]; role?: OfficerRole; name?: [first: string, last: string] }

/** An officer of the unit Flussi contributivi of Roma, unless said otherwise. */
export async function officer({ officeCode = '7000', units = ['FC'], role = 'officer', name }: Desk = {}) {
  const user = await aUser({ firstName: name?.[0] ?? 'Clara', lastName: name?.[1] ?? 'Bianchi' })
  await transaction(async (tx) => {
    await tx.insert(officers).values({ userId: user.id, officeCode, role, validFrom: '2015-10-06' })
    await tx.insert(officerUnits).values(units.map((unitCode) => ({ officerId: user.id, unitCode })))
  })
  return verify({ kind: 'officer', id: user.id, officeCode, unitCodes: units, role })
}

/** The head of every unit of an office. */
export const head = (desk: Omit<Desk, 'role'> = {}) => officer({ units: [...unitCodes], ...desk, role: 'head' })

/** A browser signed in as a person; whoever knows `token` holds it. Gives the id of the session. */
export async function aSession(userId: string, token: string = v7()) {
  const [session] = await transaction((tx) =>
    tx
      .insert(sessions)
      .values({ userId, tokenHash: hashToken(token), browser: 'Firefox su Linux' })
      .returning({ id: sessions.id }),
  )
  return session!.id
}

export const person = (id: string, sessionId = v7(), pinLevel: PinLevel = 'dispositivo') =>
  verify({ kind: 'person', id, sessionId, pinLevel })
export const lapsed = (id: string, pinLevel: PinLevel = 'dispositivo') => verify({ kind: 'lapsed', id, pinLevel })
export const visitor = () => verify({ kind: 'visitor' })
export const administrator = async () => verify({ kind: 'administrator', id: (await aUser()).id })
export const system = systemActor

/** A request to the unit Flussi contributivi, as typed. */
export const typedRequest = {
  email: 'anna@alfaservizi.example',
  notifyByEmail: 'on',
  areaCode: '13',
  topicCode: '13.01',
  text: 'Vorrei sapere quale aliquota applicare a un collaboratore pensionato.',
}
/** The same to the unit Anagrafica. */
export const toAnagrafica = { areaCode: '01', topicCode: '01.02' }

/** A draft saved once, ready to be sent. */
export async function aDraft(actor: ContributorSide, typed: Record<string, string> = {}) {
  const id = v7()
  await saveDraft(actor, id, {
    kind: 'request',
    version: 0,
    writer: v7(),
    content: { ...typedRequest, ...typed },
  })
  return id
}

/** A request as a person sends it; gives its id. */
export async function aRequest(actor: ContributorSide, typed: Record<string, string> = {}) {
  const draftId = await aDraft(actor, typed)
  await submitRequest(actor, { draftId })
  return draftId
}

export const reason = 'Si applica l’aliquota del 24 per cento, senza riduzioni (L. 335/1995).'

/** What an act with words begins with. */
export const words = (requestId: string, text = reason) => ({ draftId: v7(), requestId, text })

/** The n-th day from today on which an office works, ISO. */
export const workingDay = (n: number, officeCode = '7000') =>
  addWorkingDays(romeDate(new Date()), n, officeRegister.find(({ code }) => code === officeCode)?.patronDay)

type Cast = { sender: ContributorSide; officer: Officer }

/** How a request of Flussi contributivi comes to each status, through the commands of both sides. */
const journeys: Record<RequestStatus, (cast: Cast) => Promise<string>> = {
  submitted: ({ sender }) => aRequest(sender),
  transferred: async (cast) => {
    const requestId = await aRequest(cast.sender, toAnagrafica)
    const { officeCode } = cast.officer
    await transferRequest(await head({ officeCode }), { ...words(requestId), officeCode, unitCode: 'FC' })
    return requestId
  },
  taken_up: async (cast) => {
    const requestId = await journeys.submitted(cast)
    await takeUpRequest(cast.officer, { requestId })
    return requestId
  },
  awaiting_documents: async (cast) => {
    const requestId = await journeys.taken_up(cast)
    await requestDocuments(cast.officer, { ...words(requestId), dueBy: workingDay(5, cast.officer.officeCode) })
    return requestId
  },
  supplemented: async (cast) => {
    const requestId = await journeys.awaiting_documents(cast)
    await supplementRequest(cast.sender, words(requestId))
    return requestId
  },
  closed: async (cast) => {
    const requestId = await journeys.taken_up(cast)
    await closeRequest(cast.officer, { ...words(requestId), outcome: 'granted' })
    return requestId
  },
  reopened: async (cast) => {
    const requestId = await journeys.closed(cast)
    await reopenRequest(cast.sender, words(requestId))
    return requestId
  },
  withdrawn: async (cast) => {
    const requestId = await journeys.submitted(cast)
    await withdrawRequest(cast.sender, { requestId })
    return requestId
  },
}

/** A request in that status, in the hands of that officer where the status has somebody's hands. */
export const requestIn = (status: RequestStatus, cast: Cast) => journeys[status](cast)

/** A file already inspected, of its own unless `text` repeats another. */
export function aFile(text: string = v7(), name = 'quietanza.pdf') {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = { driver: 'database' as const, bytes }
  return { id: v7(), name, mediaType: 'application/pdf', size: bytes.byteLength, sha256, kept }
}

/** A file hung on a draft, of a request or of an entry in its thread; gives its id. */
export async function anAttachment(
  actor: ContributorSide | Officer,
  draftId: string,
  requestId?: string,
  file: Parameters<typeof keepAttachment>[2] = aFile(),
) {
  await keepAttachment(actor, { id: draftId, kind: requestId ? 'entry' : 'request', requestId }, file)
  return file.id
}

/** Everything a statement reads, where no command or query does. */
export const rows = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<T[]> =>
  transaction(async (tx) => [...(await tx.execute(query))] as T[])

export const execute = async (query: ReturnType<typeof sql>) => void (await transaction((tx) => tx.execute(query)))

/** What the record says of a thing, oldest first. */
export const auditOf = (entityId: string) =>
  transaction((tx) =>
    tx.select().from(auditEvents).where(eq(auditEvents.entityId, entityId)).orderBy(asc(auditEvents.sequence)),
  )

/**
 * One mark for each table, jobs included: how many rows it has and which transactions wrote them. Two equal prints mean
 * that nothing was written between them. Counters of attempts are left out: they count what was refused.
 */
export async function footprint() {
  const tables = await rows<{ schemaname: string; tablename: string }>(sql`
    select schemaname, tablename from pg_tables
    where schemaname in ('public', 'graphile_worker') and tablename <> 'limits' order by 1, 2`)
  const marks = tables.map(
    ({ schemaname, tablename }) => sql`
      select ${tablename}::text as name, count(*) || ' rows of ' || coalesce(sum(t.xmin::text::bigint), 0) as mark
      from ${sql.identifier(schemaname)}.${sql.identifier(tablename)} t`,
  )
  const printed = await rows<{ name: string; mark: string }>(sql.join(marks, sql` union all `))
  return Object.fromEntries(printed.map(({ name, mark }) => [name, mark]))
}

/** Resolves when so many statements of this database wait for somebody else's lock. */
export async function waitingForLocks(count: number) {
  for (;;) {
    const [waiting] = await rows<{ count: number }>(sql`
      select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    if (waiting!.count >= count) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Keeps anybody from writing in a table until `meanwhile` is done: whoever gets there first stops half-way. */
export const whileNobodyWrites = <T>(table: string, meanwhile: () => Promise<T>) =>
  transaction(async (tx) => {
    await tx.execute(sql`lock table ${sql.identifier(table)} in share row exclusive mode`)
    return meanwhile()
  })
