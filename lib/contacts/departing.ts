import type { ContactKind } from '@/db/vocabulary'
import { departure } from '@/lib/notifications/departure'

/** Whether a code sent now would leave now: SMS wait for their hours, and by then it would no longer be good. */
export const mayLeaveNow = (kind: ContactKind, now: Date) => kind !== 'mobile' || departure('sms', now) <= now
