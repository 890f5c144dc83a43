'use server'

import { refresh } from 'next/cache'
import { contributorAction } from '@/lib/action'
import { closeCalendar, openCalendar } from '@/lib/deadlines/commands'
import { closeCalendarSchema, openCalendarSchema } from '@/lib/deadlines/schema'
import { env } from '@/lib/env'

/** Gives the address back in the answer, the only time that anybody sees it. */
export const openCalendarAction = contributorAction(openCalendarSchema, async (actor) => {
  const { id, secret } = await openCalendar(actor)
  refresh()
  return { status: 'done', id, message: `${env.PORTAL_URL.replace(/\/+$/, '')}/calendario/${secret}` }
})

export const closeCalendarAction = contributorAction(closeCalendarSchema, async (actor, input) => {
  await closeCalendar(actor, input)
  refresh()
})
