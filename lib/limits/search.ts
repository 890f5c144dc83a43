import 'server-only'
import type { ContributorSide, Officer, Portfolio } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { env } from '@/lib/env'
import { spendAnyway } from './count'

/** Whether a person may search by words once more this minute (security.md §6). */
export const maySearch = (actor: ContributorSide | Portfolio | Officer) =>
  spendAnyway(pseudonym('searches', actor.id), env.LIMIT_SEARCHES_PER_PERSON)
