import 'server-only'
import type { Visitor } from '@/lib/auth/actor'
import { pseudonym } from '@/lib/auth/token'
import { env } from '@/lib/env'
import { spendAnyway } from './count'

/** Whether one receipt more may be checked from an address this hour. */
export const mayVerify = (_actor: Visitor, address: string) =>
  spendAnyway(pseudonym('verifications', address), env.LIMIT_VERIFICATIONS_PER_ADDRESS)
