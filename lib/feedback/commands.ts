import 'server-only'
import { feedback } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { change } from '@/lib/change'
import { env } from '@/lib/env'
import { spend } from '@/lib/limits/count'
import type { GiveFeedback } from './schema'

/**
 * Keeps what somebody says of the portal, without who they are.
 * @param address where it comes from: only counted, against floods
 */
export function giveFeedback(actor: Visitor, { rating, page, text }: GiveFeedback, address: string) {
  return change(actor, 'feedback.given', async (tx) => {
    await spend(
      tx,
      pseudonym('feedback', address),
      env.LIMIT_FEEDBACK_PER_ADDRESS,
      'Abbiamo già ricevuto molti messaggi da qui: riprova tra un’ora.',
    )
    const [given] = await tx
      .insert(feedback)
      .values({ rating, page, text: text || null })
      .returning({ id: feedback.id })
    return given!
  })
}
