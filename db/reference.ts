import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { officeRegister, unitNames } from './offices'
import { rateRegister } from './rates'
import { offices, rates, topicAreas as areasTable, topics, units } from './schema'
import { topicAreas, topicSubjects } from './topics'

/**
 * The rows no portal works without: offices, units, the topic tree, the values of the law. Adds what is missing and rewrites nothing, so that
 * what an administrator has changed since stays changed.
 */
export async function installReference(database: PostgresJsDatabase) {
  await database.transaction(async (tx) => {
    await tx
      .insert(units)
      .values([...unitNames])
      .onConflictDoNothing()
    await tx
      .insert(offices)
      .values([...officeRegister])
      .onConflictDoNothing()
    await tx
      .insert(areasTable)
      .values(topicAreas.map((area, index) => ({ ...area, position: index + 1 })))
      .onConflictDoNothing()
    await tx
      .insert(topics)
      .values(topicSubjects.map(({ unit, ...subject }) => ({ ...subject, unitCode: unit })))
      .onConflictDoNothing()
    await tx.insert(rates).values(rateRegister).onConflictDoNothing()
  })
}
