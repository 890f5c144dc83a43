import 'server-only'
import type { ContributorSide } from '@/lib/auth/actor'
import { Invalid } from '@/lib/refusal'
import { type Checked, checkRequest } from './check'

/** A draft ready to be looked at as a whole; undefined when something in it is still wrong. */
export const reviewDraft = (actor: ContributorSide, content: Record<string, string>): Promise<Checked | undefined> =>
  checkRequest(actor, content).catch((error: unknown) => {
    if (error instanceof Invalid) return undefined
    throw error
  })
