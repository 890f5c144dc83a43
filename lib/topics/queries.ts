import 'server-only'
import { and, asc, eq, lte, or, isNull, gte, sql } from 'drizzle-orm'
import { db } from '@/db/read'
import { topicAreas, topics } from '@/db/schema'
import type { ContributorSide, Officer, Portfolio, Visitor } from '@/lib/auth/actor'

const today = sql`(now() at time zone 'Europe/Rome')::date`
const valid = and(lte(topics.validFrom, today), or(isNull(topics.validTo), gte(topics.validTo, today)))

const chosen = {
  code: topics.code,
  label: topics.label,
  areaCode: topics.areaCode,
  areaLabel: topicAreas.label,
  unitCode: topics.unitCode,
  guidance: topics.guidance,
  fields: topics.fields,
  attachmentHint: topics.attachmentHint,
  synonyms: topics.synonyms,
}

/** «Oggetto della richiesta»: every leaf that may be chosen today, area by area. */
export function listTopics(_actor: ContributorSide | Visitor) {
  return db
    .select(chosen)
    .from(topics)
    .innerJoin(topicAreas, eq(topicAreas.code, topics.areaCode))
    .where(valid)
    .orderBy(asc(topicAreas.position), asc(topics.code))
}
export type Topic = Awaited<ReturnType<typeof listTopics>>[number]

/** A leaf that may be chosen today. */
export async function findTopic(_actor: ContributorSide, code: string) {
  const [topic] = await db
    .select(chosen)
    .from(topics)
    .innerJoin(topicAreas, eq(topicAreas.code, topics.areaCode))
    .where(and(eq(topics.code, code), valid))
  return topic
}

/** The areas, for the filter of a list: also those that can no longer be chosen. */
export function listAreas(_actor: ContributorSide | Portfolio | Officer) {
  return db
    .select({ code: topicAreas.code, label: topicAreas.label })
    .from(topicAreas)
    .orderBy(asc(topicAreas.position))
}
