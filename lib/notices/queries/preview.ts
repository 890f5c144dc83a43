import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/read'
import { contributors, notices, offices } from '@/db/schema'
import type { Officer } from '@/lib/auth/actor'
import { addDays } from '@/lib/calendar/days'
import { romeDate } from '@/lib/calendar/working-days'
import { Invalid } from '@/lib/refusal'
import { kindsOfNotice } from '../kinds'
import { visibleNotices } from '../policy'
import type { TypedNotice } from '../schema'

const party = {
  denomination: contributors.denomination,
  codiceFiscale: contributors.codiceFiscale,
  officeCode: offices.code,
  officeName: offices.name,
}

/**
 * A notice typed in the form as it would be published today, for a last look; undefined when nobody of the officer's office
 * has that codice fiscale. Nothing is written.
 * @throws Invalid when another notice of the office has that number
 */
export async function findNoticePreview(actor: Officer, typed: { codiceFiscale: string; notice: TypedNotice }) {
  const [found] = await db
    .select(party)
    .from(contributors)
    .innerJoin(offices, eq(offices.code, contributors.officeCode))
    .where(and(eq(contributors.codiceFiscale, typed.codiceFiscale), eq(contributors.officeCode, actor.officeCode)))
  if (!found) return undefined
  await refuseTaken(actor, typed.notice)
  return shown(typed.notice, found)
}

/** The same for a notice that takes the place of another, for the same contributor; undefined when that is not the office's. */
export async function findCorrectionPreview(actor: Officer, typed: { noticeId: string; notice: TypedNotice }) {
  const [found] = await db
    .select(party)
    .from(notices)
    .innerJoin(contributors, eq(contributors.id, notices.contributorId))
    .innerJoin(offices, eq(offices.code, notices.officeCode))
    .where(and(visibleNotices(actor), eq(notices.id, typed.noticeId)))
  if (!found) return undefined
  await refuseTaken(actor, typed.notice)
  return shown(typed.notice, found)
}

async function refuseTaken(actor: Officer, { externalNumber }: TypedNotice) {
  const [taken] = await db
    .select({ protocollo: notices.protocollo })
    .from(notices)
    .where(and(visibleNotices(actor), eq(notices.externalNumber, externalNumber)))
  if (taken)
    throw new Invalid({
      externalNumber: [`La sede ha già pubblicato una comunicazione con questo numero: ${taken.protocollo}.`],
    })
}

type Party = { denomination: string; codiceFiscale: string; officeCode: string; officeName: string }

function shown(notice: TypedNotice, { denomination, codiceFiscale, ...office }: Party) {
  const { termDays } = kindsOfNotice[notice.kind]
  const dueBy = notice.dueBy ?? (termDays === null ? null : addDays(romeDate(new Date()), termDays))
  return { ...notice, ...office, dueBy, contributor: { denomination, codiceFiscale } }
}
