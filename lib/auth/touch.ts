import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { sessions } from '@/db/schema'
import { transaction } from '@/db/write'

/** Notes that a session is alive. Not a change: nothing of anybody's papers moves, and the record would drown in it. */
export const touchSession = (sessionId: string) =>
  transaction((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: sql`now()` })
      .where(eq(sessions.id, sessionId)),
  )
