import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/read'
import type { Visitor } from '@/lib/auth/actor'

/** Milliseconds. */
const deadline = 2_000
/** How long one question may stay unanswered before another is put: a database that hangs is not asked ever more. Milliseconds. */
const patience = 10_000

let asked: { at: number; answer: Promise<boolean> } | undefined

/** Whether the database answers within two seconds; a connection taken and then left hanging is no answer. */
export async function databaseAnswers(_actor: Visitor): Promise<boolean> {
  if (!asked || Date.now() - asked.at > patience) {
    const question = { at: Date.now(), answer: ask() }
    asked = question
    void question.answer.then(() => {
      if (asked === question) asked = undefined
    })
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), deadline)
  })
  try {
    return await Promise.race([asked.answer, late])
  } finally {
    clearTimeout(timer)
  }
}

async function ask() {
  try {
    await db.select({ one: sql<number>`one` }).from(sql`(select 1 as one) as answer`)
    return true
  } catch {
    return false
  }
}
